/** Asks the judge, in a process that can be killed: a mutant that never ends counts as found. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Planted, Question } from './judge.ts';

/** Units: ms, of one round of tests. */
const PATIENCE_MS = 180_000;
const NEVER_ENDS: Answer = { foundBy: { file: '', title: 'it never ends' } };

export type Asker = {
  /** By which test the planted file was found, going from round to round; null by none. */
  readonly ask: (
    planted: Planted | null,
    rounds: readonly (readonly string[])[],
  ) => Promise<Answer['foundBy']>;
  readonly stop: () => void;
};

const askOnce = (judge: ChildProcess, question: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const over = setTimeout(() => {
      judge.kill('SIGKILL');
      settle(() => resolve(NEVER_ENDS));
    }, PATIENCE_MS);
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
  return {
    ask: async (planted, rounds) => {
      for (const tests of rounds) {
        if (!judge || judge.killed) judge = fork(join(import.meta.dirname, 'judge.ts'));
        const { foundBy } = await askOnce(judge, { planted, tests });
        if (foundBy) return foundBy;
      }
      return null;
    },
    stop: () => {
      if (judge?.connected) judge.disconnect();
    },
  };
};
