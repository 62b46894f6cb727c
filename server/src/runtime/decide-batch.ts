/**
 * Decides commands one after the other, each on the state that the one before left. Pure but for the
 * given core: nothing is written here, so a batch that cannot be committed has changed nothing.
 */
import type { HallEvent, JournalEntry } from '@tingxu/contract/events';
import { CommandId, type HallId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import type { HallState } from '@tingxu/hall/state';
import type { StoredAnswer } from '../journal/answers.ts';
import type { Appended } from '../journal/journal.ts';
import type { HallCore } from './hall-core.ts';
import type { Outcome } from './hall-runtime.ts';
import type { Pending } from './pending.ts';
import type { Stamp } from './stamp.ts';

export const SYSTEM: Actor = { role: 'system' };

/** The id under which the server itself acts. */
export const systemCommandId = (what: 'clock' | 'deadline', seq: number): CommandId =>
  CommandId.parse(`system:${what}:${seq}`);

type Rendered = { readonly status: number; readonly body: string };

/** A command's answer, or the defect that met this command alone and changed nothing. */
export type Decided =
  | { readonly pending: Pending; readonly rendered: Rendered }
  | { readonly pending: Pending; readonly during: 'decide' | 'render'; readonly error: unknown };

export type Batch = {
  readonly after: HallState;
  readonly appended: readonly Appended[];
  readonly stored: readonly StoredAnswer[];
  readonly decided: readonly Decided[];
};

/** A fact that the core made and could not take: the state can no longer be trusted. */
export class EvolveDefect extends Error {
  override readonly name = 'EvolveDefect';
  /** The command whose event it was; null for an event of the runtime's own. */
  readonly pending: Pending | null;

  constructor(hall: HallId, pending: Pending | null, cause: unknown) {
    super(`Hall ${hall} could not take its own event`, { cause });
    this.pending = pending;
  }
}

type Draft = { state: HallState; seq: number; readonly appended: Appended[] };

type Cause = Pick<JournalEntry, 'commandId' | 'actor'>;

/** What the events lead to, without adding them to the batch yet. */
const follow = (
  core: HallCore,
  draft: Draft,
  at: number,
  cause: Cause,
  facts: readonly HallEvent[],
): Draft => {
  let { state, seq } = draft;
  const appended: Appended[] = [];
  for (const event of facts) {
    state = core.evolve(state, event, at);
    seq += 1;
    if (!state.day) throw new Error(`${event.type} without a business day`);
    const entry = { seq, at, commandId: cause.commandId, actor: cause.actor, event };
    appended.push({ entry, businessDay: state.day.businessDay });
  }
  return { state, seq, appended };
};

const add = (draft: Draft, more: Draft): void => {
  draft.state = more.state;
  draft.seq = more.seq;
  draft.appended.push(...more.appended);
};

const followOrHalt = (
  core: HallCore,
  draft: Draft,
  at: number,
  pending: Pending,
  facts: readonly HallEvent[],
): Draft => {
  const { id, actor } = pending.envelope;
  try {
    return follow(core, draft, at, { commandId: id, actor }, facts);
  } catch (error) {
    throw new EvolveDefect(draft.state.hall, pending, error);
  }
};

const decideOne = (core: HallCore, draft: Draft, at: number, pending: Pending): Decided => {
  const { actor, command } = pending.envelope;
  let during: 'decide' | 'render' = 'decide';
  try {
    const decision = core.decide(draft.state, command, { at, actor });
    if (!decision.ok) {
      during = 'render';
      const { rejection } = decision;
      const outcome: Outcome = { decision: 'rejected', rejection, state: draft.state };
      return { pending, rendered: pending.render(outcome) };
    }
    const more = followOrHalt(core, draft, at, pending, decision.events);
    during = 'render';
    const entries = more.appended.map(({ entry }) => entry);
    const { state: before } = draft;
    const rendered = pending.render({ decision: 'accepted', before, after: more.state, entries });
    add(draft, more);
    return { pending, rendered };
  } catch (error) {
    if (error instanceof EvolveDefect) throw error;
    return { pending, during, error };
  }
};

const storedOf = (decided: readonly Decided[]): StoredAnswer[] =>
  decided.flatMap((one) => {
    const { fingerprint } = one.pending;
    if (!('rendered' in one) || fingerprint === null) return [];
    const { pending, rendered } = one;
    const { status, body } = rendered;
    return [{ key: pending.envelope.id, fingerprint, status, body }];
  });

/** Throws an `EvolveDefect` when the core cannot take an event that it made. */
export const decideBatch = (
  core: HallCore,
  before: HallState,
  seq: number,
  { at, steps }: Stamp,
  pendings: readonly Pending[],
): Batch => {
  const draft: Draft = { state: before, seq, appended: [] };
  if (steps.length > 0 && before.day) {
    const cause = { commandId: systemCommandId('clock', seq + 1), actor: SYSTEM };
    add(draft, follow(core, draft, at, cause, steps));
  }
  const decided = pendings.map((pending) => decideOne(core, draft, at, pending));
  return { after: draft.state, appended: draft.appended, stored: storedOf(decided), decided };
};
