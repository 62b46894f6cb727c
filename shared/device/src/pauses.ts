/**
 * How long a device waits before it proves itself again. Two machines with one key would else take the session
 * from each other without end; a device that starts anew, or was cut once, waits for nothing. Pure. Rules: AUTH-18.
 */

/** Units: ms. */
const WINDOW_MS = 10 * 60_000;
/** Within the window, without a pause. */
const FREE = 4;
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

export type Pauses = {
  /** The pause before the proof that is made now. Units: ms. */
  next(now: number): number;
};

export const createPauses = (): Pauses => {
  let proofs: readonly number[] = [];
  return {
    next: (now) => {
      proofs = [...proofs.filter((at) => now - at < WINDOW_MS), now];
      const beyond = proofs.length - FREE;
      return beyond <= 0 ? 0 : Math.min(FIRST_MS * 2 ** (beyond - 1), LONGEST_MS);
    },
  };
};
