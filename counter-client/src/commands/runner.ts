/**
 * Runs the teller's commands one at a time: pending, then the outcome, nothing in between. A second
 * press while one is under way does nothing. Rules: JRN-4.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, Instant, TicketNumber } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { keyAgain } from '@tingxu/feed-client/command-runner';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import type { Action } from '../desk/action.ts';
import type { Reply } from './request.ts';

export type Outcome = { readonly action: Action; readonly at: Instant } & (
  | { readonly kind: 'done'; readonly number: TicketNumber | null }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it happened; the same key tells. */
  | { readonly kind: 'unknown'; readonly key: CommandId; readonly seen: string }
  /** Not even tried, because nothing confirms the picture. */
  | { readonly kind: 'not-sent' }
);

export type Sent = {
  readonly reply: Promise<CommandOutcome<Reply>>;
  /** Resolves when the picture shows the command's effect, or soon after. */
  readonly shown: () => Promise<void>;
};

export type RunnerOptions = {
  /** `key` only to learn the outcome of an earlier try. */
  readonly send: (action: Action, key: CommandId | undefined) => Sent;
  readonly isLive: () => boolean;
  readonly now: () => Instant;
  /** What the picture shows of the things that the action changes. */
  readonly seen: (action: Action) => string;
};

export type Runner = {
  readonly pending: ReadonlySignal<Action | null>;
  /** Outcomes of the last run, oldest first; empty before the first. */
  readonly outcomes: ReadonlySignal<readonly Outcome[]>;
  /** One after the other; the first that is not done ends the run. */
  run(actions: readonly Action[]): Promise<void>;
};

export const createRunner = (options: RunnerOptions): Runner => {
  const pending = signal<Action | null>(null);
  const outcomes = signal<readonly Outcome[]>([]);

  const runOne = async (action: Action, before: Outcome | undefined): Promise<Outcome> => {
    const { now } = options;
    if (!options.isLive()) return { kind: 'not-sent', action, at: now() };
    const seen = options.seen(action);
    const sent = options.send(action, keyAgain(before, action, seen));
    const outcome = await sent.reply;
    if (outcome.ok) {
      await sent.shown();
      return { kind: 'done', action, at: now(), number: numberOf(action, outcome.reply) };
    }
    // It happened: the picture tells the rest.
    if (outcome.reason === 'unreadable') return { kind: 'done', action, at: now(), number: null };
    return outcome.reason === 'refused'
      ? { kind: 'refused', action, at: now(), problem: outcome.problem }
      : { kind: 'unknown', action, at: now(), key: outcome.key, seen };
  };

  const run = async (actions: readonly Action[]): Promise<void> => {
    if (pending.value) return;
    const before = outcomes.value.at(-1);
    const made: Outcome[] = [];
    for (const action of actions) {
      pending.value = action;
      const outcome = await runOne(action, before);
      made.push(outcome);
      if (outcome.kind !== 'done') break;
    }
    outcomes.value = made;
    pending.value = null;
  };

  return { pending, outcomes, run };
};

const numberOf = (action: Action, reply: Reply): TicketNumber | null =>
  'number' in action ? action.number : (reply.ticket?.number ?? null);
