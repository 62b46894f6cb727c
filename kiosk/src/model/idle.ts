/**
 * Gives the screen back when nobody touches it: counts, warns for the last seconds, and ends the
 * visit. Any touch starts the count anew, as often as wanted. Source: ACC-04.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Units: ms. */
export const WARN_MS = 20_000;
const LOOK_MS = 250;

export type Idle = {
  /** Whole seconds that are left, while the warning stands; else null. */
  readonly left: ReadonlySignal<number | null>;
  touch(): void;
  close(): void;
};

export type IdleOptions = {
  /** Whether there is a visit to end; while there is none the count does not start. */
  readonly active: () => boolean;
  /** Units: ms; never shorter than the warning. */
  readonly limitMs: () => number;
  readonly onEnd: () => void;
};

export const createIdle = ({ active, limitMs, onEnd }: IdleOptions): Idle => {
  const left = signal<number | null>(null);
  let touchedAt = performance.now();
  const touch = (): void => {
    touchedAt = performance.now();
    left.value = null;
  };
  const look = (): void => {
    if (!active()) {
      touch();
      return;
    }
    const leftMs = Math.max(limitMs(), WARN_MS) - (performance.now() - touchedAt);
    if (leftMs > 0) {
      left.value = leftMs <= WARN_MS ? Math.ceil(leftMs / 1_000) : null;
      return;
    }
    touch();
    onEnd();
  };
  const looking = setInterval(look, LOOK_MS);
  return { left, touch, close: () => clearInterval(looking) };
};
