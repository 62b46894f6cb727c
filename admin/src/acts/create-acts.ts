/** What an admin does to rows of a page, one act at a time, and what became of the last one. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Problem } from '@tingxu/contract/problem';
import { tellSession } from '@tingxu/feed-client/session-refused';
import type { Answer } from '@tingxu/session/ask';

/** `problem` is null when no answer came. */
export type Told<Act> = { readonly id: number; readonly act: Act } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Problem | null }
);

export type Acts<Act> = {
  readonly pending: ReadonlySignal<boolean>;
  readonly told: ReadonlySignal<Told<Act> | null>;
  /** True when it happened. */
  run(act: Act): Promise<boolean>;
  dismiss(): void;
};

/** A session that has ended is told to the page. */
export const heard = <T>(answer: Answer<T>): Answer<T> => {
  if (!answer.ok) tellSession(answer.problem?.code);
  return answer;
};

/** The rows are read again after each act. */
export const createActs = <Act>(
  send: (act: Act) => Promise<Answer<unknown>>,
  refresh: () => Promise<void>,
): Acts<Act> => {
  const pending = signal(false);
  const told = signal<Told<Act> | null>(null);
  return {
    ...{ pending, told },
    run: async (act) => {
      if (pending.value) return false;
      pending.value = true;
      const answer = heard(await send(act));
      const of = { id: (told.value?.id ?? 0) + 1, act };
      told.value = answer.ok ? { ...of, ok: true } : { ...of, ok: false, problem: answer.problem };
      pending.value = false;
      await refresh();
      return answer.ok;
    },
    dismiss: () => {
      told.value = null;
    },
  };
};
