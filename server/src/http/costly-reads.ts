/**
 * Reads that go through a whole day, or through a whole text: one at a time, and as long a rest after each for
 * the commands of the hall, which share the thread. Who asks for more than people do is told to come again.
 * Rules: WEB-7.
 */
import { RequestProblem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';

/** Of one sender, under way or waiting: a page may ask for two. */
const AT_ONCE = 2;
/** Of one sender. Units: reads per minute. */
const PER_MINUTE = 30;
/** Senders remembered at once; more than any server has people. */
const SENDERS = 1_000;

export type CostlyReads = {
  /** Does `work` when it is its turn. Rejects: too-many-requests, and as `work` does. */
  readonly run: <T>(sender: string, work: () => T) => Promise<T>;
};

const comeAgain = (waitMs: number): never => {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  throw new RequestProblem('too-many-requests', { retryAfterSeconds });
};

/** Without limits, for whoever has switched off those of requests, it is still one after the other. */
export function costlyReads(isLimited: boolean): CostlyReads {
  const minutes = rateLimit(PER_MINUTE, SENDERS);
  const waiting = new Map<string, number>();
  let before: Promise<void> = Promise.resolve();

  const enter = (sender: string): void => {
    const mine = waiting.get(sender) ?? 0;
    if (isLimited && mine >= AT_ONCE) comeAgain(0);
    const waitMs = isLimited ? minutes.take(sender, performance.now()) : 0;
    if (waitMs > 0) comeAgain(waitMs);
    waiting.set(sender, mine + 1);
  };
  const leave = (sender: string): void => {
    const left = (waiting.get(sender) ?? 1) - 1;
    if (left === 0) waiting.delete(sender);
    else waiting.set(sender, left);
  };

  return {
    async run(sender, work) {
      enter(sender);
      const turn = before;
      let rested: () => void = () => undefined;
      before = new Promise((resolve) => {
        rested = resolve;
      });
      await turn;
      const startedMs = performance.now();
      try {
        return work();
      } finally {
        leave(sender);
        setTimeout(rested, performance.now() - startedMs);
      }
    },
  };
}
