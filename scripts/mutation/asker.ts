/** Asks the judge, in a process that can be killed: a mutant that never ends counts as found. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Planted, Question } from './judge.ts';

/**
 * How long a round of tests may take: the first time, which is the control, this long, then some times
 * the longest that it has taken, as a busy machine must not find a mutant. Units: ms.
 */
const FIRST_MS = 300_000;
const LEAST_MS = 30_000;
const TIMES_LONGEST = 5;
const NEVER_ENDS: Answer = { foundBy: { file: '', title: 'it never ends' } };

export type Asker = {
  /** By which test the planted file was found, going from round to round; null by none. */
  readonly ask: (
    planted: Planted | null,
    rounds: readonly (readonly string[])[],
  ) => Promise<Answer['foundBy']>;
  readonly stop: () => void;
};

const askOnce = (judge: ChildProcess, question: Question, patienceMs: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const over = setTimeout(() => {
      judge.kill('SIGKILL');
      settle(() => resolve(NEVER_ENDS));
    }, patienceMs);
    const onExit = (): void => settle(() => reject(new Error('the judge has ended')));
    const onMessage = (told: Answer): void => settle(() => resolve(told));
    const settle = (then: () => void): void => {
      clearTimeout(over);
      judge.off('exit', onExit).off('message', onMessage);
      then();
    };
    judge.once('exit', onExit).once('message', onMessage).send(question);
  });

export const startAsker = (): Asker => {
  let judge: ChildProcess | null = null;
  /** The longest that each round has taken, by its tests. Units: ms. */
  const longest = new Map<string, number>();
  const answerOf = async (asked: ChildProcess, question: Question): Promise<Answer> => {
    const round = question.tests.join();
    const known = longest.get(round);
    const patienceMs = known === undefined ? FIRST_MS : Math.max(LEAST_MS, TIMES_LONGEST * known);
    const startedAt = performance.now();
    const told = await askOnce(asked, question, patienceMs);
    if (told !== NEVER_ENDS)
      longest.set(round, Math.max(known ?? 0, performance.now() - startedAt));
    return told;
  };
  return {
    ask: async (planted, rounds) => {
      for (const tests of rounds) {
        if (!judge || judge.killed) judge = fork(join(import.meta.dirname, 'judge.ts'));
        const { foundBy } = await answerOf(judge, { planted, tests });
        if (foundBy) return foundBy;
      }
      return null;
    },
    stop: () => {
      if (judge?.connected) judge.disconnect();
    },
  };
};
