/**
 * Runs what a person decides: one command at a time, pending, then the outcome, nothing in between.
 * A second command while one is under way is not sent. Rules: JRN-4.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import type { CommandOutcome } from './send-command.ts';

/** `reply` is null when it happened and the answer could not be read. */
type Became<R> =
  | { readonly kind: 'done'; readonly reply: R | null }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it happened; the same key tells. */
  | { readonly kind: 'unknown'; readonly key: CommandId; readonly seen: string }
  /** Not even tried, because nothing confirms the picture. */
  | { readonly kind: 'not-sent' };

export type Outcome<A, R> = { readonly id: number; readonly action: A } & Became<R>;

export type CommandRunnerOptions<A, R> = {
  /** `key` only to learn the outcome of an earlier try. */
  readonly send: (action: A, key: CommandId | undefined) => Promise<CommandOutcome<R>>;
  readonly isLive: () => boolean;
  /** What the picture shows of the things that the action changes. */
  readonly seen: (action: A) => string;
};

export type CommandRunner<A, R> = {
  readonly pending: ReadonlySignal<A | null>;
  /** The latest outcome; a new one takes its place. */
  readonly outcome: ReadonlySignal<Outcome<A, R> | null>;
  /** Null when another command is under way. */
  run(action: A): Promise<Outcome<A, R> | null>;
  dismiss(): void;
};

export const createCommandRunner = <A, R>(
  options: CommandRunnerOptions<A, R>,
): CommandRunner<A, R> => {
  const pending = signal<A | null>(null);
  const outcome = signal<Outcome<A, R> | null>(null);
  let told = 0;

  const outcomeOf = async (action: A): Promise<Outcome<A, R>> => {
    told += 1;
    const id = told;
    if (!options.isLive()) return { id, action, kind: 'not-sent' };
    const seen = options.seen(action);
    const answer = await options.send(action, keyAgain(outcome.value, action, seen));
    if (answer.ok) return { id, action, kind: 'done', reply: answer.reply };
    if (answer.reason === 'unreadable') return { id, action, kind: 'done', reply: null };
    return answer.reason === 'refused'
      ? { id, action, kind: 'refused', problem: answer.problem }
      : { id, action, kind: 'unknown', key: answer.key, seen };
  };

  const run = async (action: A): Promise<Outcome<A, R> | null> => {
    if (pending.value !== null) return null;
    pending.value = action;
    const became = await outcomeOf(action);
    pending.value = null;
    outcome.value = became;
    return became;
  };

  return {
    ...{ pending, outcome, run },
    dismiss: () => {
      outcome.value = null;
    },
  };
};

/** What the key of an earlier try depends on. */
type Tried<A> = { readonly action: A } & (
  | { readonly kind: 'unknown'; readonly key: CommandId; readonly seen: string }
  | { readonly kind: 'done' | 'refused' | 'not-sent' }
);

/**
 * The same unanswered command keeps its key, so that it happens once, as long as the picture has not
 * moved: then it would be another intention.
 */
export const keyAgain = <A>(
  before: Tried<A> | null | undefined,
  action: A,
  seen: string,
): CommandId | undefined => {
  if (before?.kind !== 'unknown' || before.seen !== seen) return undefined;
  return JSON.stringify(before.action) === JSON.stringify(action) ? before.key : undefined;
};
