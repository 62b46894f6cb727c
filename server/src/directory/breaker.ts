/** Leaves a service alone that keeps failing, and tries it again with one question after a rest. Rules: DIR-5. */

/** Failures in a row that open the breaker. */
const FAILURES = 3;
/** Units: ms. */
const REST_MS = 10_000;

export type Breaker = {
  /** Whether a question may be asked now; after a rest the first that asks is the trial. */
  mayAsk(): boolean;
  note(answered: boolean): void;
  isOpen(): boolean;
};

/** `now` never runs backwards. */
export function makeBreaker(now: () => number, restMs = REST_MS): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    mayAsk: () => {
      if (failures < FAILURES) return true;
      if (now() < openUntil) return false;
      // The next trial waits for another rest, unless this one is answered.
      openUntil = now() + restMs;
      return true;
    },
    note: (answered) => {
      failures = answered ? 0 : failures + 1;
      if (failures >= FAILURES) openUntil = now() + restMs;
    },
    isOpen: () => failures >= FAILURES,
  };
}
