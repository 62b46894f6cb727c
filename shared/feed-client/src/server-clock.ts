/**
 * What the server's clock shows now, judged from its ticks. A tick can only arrive late, so the
 * largest difference seen lately is the nearest to the truth.
 */
import type { Instant } from '@tingxu/contract/ids';

/** Ticks that are remembered. */
const WINDOW = 8;
/** A difference that falls by more than this is a stepped clock, not a slow network. Units: ms. */
const STEP_MS = 2_000;

export type ServerClock = {
  /** Records a tick that has just arrived. */
  heard(at: Instant): void;
  now(): Instant;
};

export const serverClock = (localNow: () => number): ServerClock => {
  let offsets: number[] = [];
  return {
    heard: (at) => {
      const offset = at - localNow();
      const stepped = offsets.length > 0 && offset < Math.max(...offsets) - STEP_MS;
      offsets = stepped ? [offset] : [...offsets, offset].slice(-WINDOW);
    },
    now: () => Math.round(localNow() + (offsets.length > 0 ? Math.max(...offsets) : 0)),
  };
};
