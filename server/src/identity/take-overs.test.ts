import { PairedDeviceId } from '@tingxu/contract/identity';
import { describe, expect, it } from 'vitest';
import { openTakeOvers, TAKE_OVER_WINDOW_MS, TAKE_OVERS_AT_MOST } from './take-overs.ts';
import type { SessionId } from './token.ts';

const DEVICE = PairedDeviceId.parse('d-000000000001');
const OTHER = PairedDeviceId.parse('d-000000000002');
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
      Array.from({ length: TAKE_OVERS_AT_MOST }, (_, at) => {
        now += pauseMs;
        return note(DEVICE, { ended: [id(`${pauseMs} ${at}`)], shown: [] });
      });
    expect(often(TAKE_OVER_WINDOW_MS)).not.toContain(true);
    now += TAKE_OVER_WINDOW_MS;
    const calm = Array.from({ length: TAKE_OVERS_AT_MOST - 1 }, () => false);
    expect(often(1_000)).toEqual([...calm, true]);
  });
});
