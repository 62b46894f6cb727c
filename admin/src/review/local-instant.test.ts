import { describe, expect, it } from 'vitest';
import { instantOf } from './local-instant.ts';

describe('a local time of the hall', () => {
  it.each([
    ['2026-11-23T09:00', 'Asia/Shanghai', '2026-11-23T01:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01T09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-10-25T08:00', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['2026-11-23T00:30', 'America/New_York', '2026-11-23T05:30:00.000Z'],
  ])('%s in %s is the instant %s', (text, zone, instant) => {
    expect(new Date(instantOf(text, zone) ?? 0).toISOString()).toBe(instant);
  });

  it('is nothing while the field is empty', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBeNull();
  });
});
