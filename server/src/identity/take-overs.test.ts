import { PairedDeviceId } from '@tingxu/contract/identity';
import { describe, expect, it } from 'vitest';
import { openTakeOvers } from './take-overs.ts';
import type { SessionId } from './token.ts';

const DEVICE = PairedDeviceId.parse('d-000000000001');
const OTHER = PairedDeviceId.parse('d-000000000002');
const TEN_MINUTES_MS = 600_000;
const id = (name: string): SessionId => name as SessionId;

describe('a session that another one ends', () => {
  it('AUTH-18 is no alarm until somebody comes back whose session was taken', () => {
    const { note } = openTakeOvers(() => 0);
    expect(note(DEVICE, { ended: [], shown: [] })).toBe(false);
    expect(note(DEVICE, { ended: [id('a')], shown: [] })).toBe(false);
    expect(note(OTHER, { ended: [id('b')], shown: [id('a')] })).toBe(false);
    expect(note(DEVICE, { ended: [id('c')], shown: [id('a')] })).toBe(true);
  });

  it('AUTH-18 is one when it happens again and again, and none when that takes days', () => {
    let now = 0;
    const { note } = openTakeOvers(() => now);
    const often = (pauseMs: number): boolean[] =>
      Array.from({ length: 6 }, (_, at) => {
        now += pauseMs;
        return note(DEVICE, { ended: [id(`${pauseMs} ${at}`)], shown: [] });
      });
    expect(often(TEN_MINUTES_MS)).not.toContain(true);
    now += TEN_MINUTES_MS;
    const calm = Array.from({ length: 5 }, () => false);
    expect(often(1_000)).toEqual([...calm, true]);
  });
});
