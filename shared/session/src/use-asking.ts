/** One question to the server at a time, and what became of it; a time that must pass is counted down. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { Problem } from '@tingxu/contract/problem';
import { problems } from '@tingxu/i18n/problems';
import { useEffect } from 'preact/hooks';
import type { Answer } from './ask.ts';
import { toldOf } from './told.ts';
import { useSessionWords } from './words.ts';

export type Asking = {
  readonly pending: boolean;
  /** Until the server would listen again. */
  readonly heldOff: boolean;
  readonly told: string | undefined;
  run(ask: () => Promise<Answer<null>>): Promise<boolean>;
  /** Another number: what was refused says nothing of it. */
  forget(): void;
};

type Refused = { readonly problem: Problem | null; readonly untilMs: number };

const SECOND_MS = 1_000;

export const useAsking = (): Asking => {
  const { words, language } = useSessionWords();
  const pending = useSignal(false);
  const refused = useSignal<Refused | null>(null);
  const left = useLeft(refused);
  const run = async (ask: () => Promise<Answer<null>>): Promise<boolean> => {
    if (pending.value) return false;
    pending.value = true;
    // A mark that stays while the next try is under way would look like its answer.
    refused.value = null;
    const answer = await ask();
    pending.value = false;
    if (answer.ok) refused.value = null;
    else {
      const { problem } = answer;
      const waitMs = (problem?.retryAfterSeconds ?? 0) * SECOND_MS;
      const held = problem?.code === 'sign-in-held-off' ? waitMs : 0;
      refused.value = { problem, untilMs: performance.now() + held };
    }
    return answer.ok;
  };
  return {
    ...{ pending: pending.value, heldOff: left > 0, run },
    forget: () => {
      refused.value = null;
    },
    told: refused.value ? tell(refused.value.problem, left) : undefined,
  };

  function tell(problem: Problem | null, leftSeconds: number): string | undefined {
    if (problem?.code === 'sign-in-held-off' && leftSeconds === 0) return undefined;
    const known = toldOf(words, problem, leftSeconds);
    return known ?? (problem ? problems[language.locale.value][problem.code] : undefined);
  }
};

/** Units: whole seconds. */
const useLeft = (refused: ReadonlySignal<Refused | null>): number => {
  const left = useSignal(0);
  const untilMs = refused.value?.untilMs ?? 0;
  useEffect(() => {
    const count = (): void => {
      left.value = Math.max(0, Math.ceil((untilMs - performance.now()) / SECOND_MS));
      if (left.value === 0) clearInterval(counting);
    };
    const counting = setInterval(count, SECOND_MS / 4);
    count();
    return () => clearInterval(counting);
  }, [untilMs, left]);
  return left.value;
};
