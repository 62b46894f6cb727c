import { describe, expect, it } from 'vitest';
import { createPauses } from './pauses.ts';

describe('a device that proves itself', () => {
  it('AUTH-18 waits longer and longer where somebody takes its session again and again', () => {
    const pauses = createPauses();
    const waited = Array.from({ length: 12 }, (_, at) => pauses.next(at * 1_000));
    expect(waited).toEqual([
      ...[0, 0, 0, 0],
      ...[2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000],
    ]);
  });

  it('waits for nothing when that was long ago', () => {
    const pauses = createPauses();
    for (let at = 0; at < 12; at += 1) pauses.next(at * 1_000);
    expect(pauses.next(11_000 + 10 * 60_000)).toBe(0);
  });
});
