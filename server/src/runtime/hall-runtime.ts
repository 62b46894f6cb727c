/**
 * One running hall: takes commands, decides them on the committed state, makes the outcome durable,
 * publishes it, then answers. Nothing is shown or acknowledged before it is in the journal.
 */
import type { CommandEnvelope } from '@tingxu/contract/commands';
import type { JournalEntry } from '@tingxu/contract/events';
import type { Epoch } from '@tingxu/contract/feed';
import type { CommandId, HallId, Instant } from '@tingxu/contract/ids';
import type { Rejection } from '@tingxu/hall/decision';
import type { HallState } from '@tingxu/hall/state';
import type { Journal } from '../journal/journal.ts';
import { keepBookmarkAtStart, resumed } from './bookmarks.ts';
import type { Clock } from './clock.ts';
import { armDeadline, noteClock } from './deadline.ts';
import { Fault } from './fault.ts';
import { fingerprintOf } from './fingerprint.ts';
import { flush, planFlush } from './flush.ts';
import { HALL_CORE, type HallCore } from './hall-core.ts';
import { refuseAll } from './halt.ts';
import { pendingOf } from './pending.ts';
import { proveBookmark } from './prove-bookmark.ts';
import type { Defect, RunningHall } from './running-hall.ts';

/** What the caller of a command gets, byte for byte the same each time the command is sent again. */
export type Answer = { readonly status: number; readonly body: string; readonly replayed: boolean };

/** What became of a command. `after` and `state` are what the answer may speak of. */
export type Outcome =
  | {
      readonly decision: 'accepted';
      readonly before: HallState;
      readonly after: HallState;
      readonly entries: readonly JournalEntry[];
    }
  | { readonly decision: 'rejected'; readonly rejection: Rejection; readonly state: HallState };

/** Makes the answer that is stored with the command's key, inside the commit. Pure and quick. */
export type Render = (outcome: Outcome) => { readonly status: number; readonly body: string };

/** One group commit. `fromSeq` is the seq before its first entry, `upTo` that of its last. */
export type Committed = {
  readonly before: HallState;
  readonly after: HallState;
  readonly entries: readonly JournalEntry[];
  readonly fromSeq: number;
  readonly upTo: number;
  readonly at: Instant;
};

export type HallRuntime = {
  readonly hall: HallId;
  readonly epoch: Epoch;
  /** The committed state, never one that could still be lost. */
  state(): HallState;
  head(): { readonly seq: number; readonly at: Instant };
  /** `halted` until a restart from the journal has succeeded; `stopped` for good. */
  status(): 'running' | 'halted' | 'stopped';
  /**
   * Decides a command and answers once the outcome is durable. The same key gives the same answer;
   * the same key for another request, a halted or a stopping hall throw a `Fault`. `request` is what
   * the sender wrote, by default the command itself.
   * Rules: JRN-1, JRN-4.
   */
  submit(envelope: CommandEnvelope, render: Render, request?: string): Promise<Answer>;
  /** Whether a command with this key has been answered, or is being decided. Rules: JRN-4. */
  knows(key: CommandId): boolean;
  /** The answer that a key has got, when it has one. Rules: JRN-4. */
  answerTo(id: CommandId): Omit<Answer, 'replayed'> | null;
  /** Commits that failed since the last one that did not: while there are any, nothing is durable. */
  commitsFailed(): number;
  /** Writes down what the clock did, when it did anything. Rules: TIME-3. */
  noteClock(): void;
  /** Called once per group commit that has events: after it is durable, before its answers. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** Commits what waits, refuses what comes, closes the journal. */
  stop(): Promise<void>;
};

export type HallRuntimeOptions = {
  /** Closed by `stop`. */
  readonly journal: Journal;
  readonly clock: Clock;
  /** Told of every error of our own and of the disk; `fatal` means: exit, a restart reads again. */
  readonly onDefect: (defect: Defect) => void;
  /** Another core than the hall's own. */
  readonly core?: HallCore;
};

/** Rules: JRN-4. Rejects: idempotency-key-reused. */
const assertSame = (earlier: string | null, fingerprint: string): void => {
  if (earlier !== fingerprint) throw new Fault('idempotency-key-reused');
};

/** Async, so that every fault is a rejection of the promise. */
const submit = async (
  hall: RunningHall,
  envelope: CommandEnvelope,
  render: Render,
  request = JSON.stringify(envelope.command),
): Promise<Answer> => {
  if (hall.status === 'stopped') throw new Fault('server-stopping');
  if (hall.status === 'halted') throw new Fault('hall-halted');
  const fingerprint = fingerprintOf(envelope.actor, request);
  const flying = hall.inFlight.get(envelope.id);
  if (flying) {
    assertSame(flying.fingerprint, fingerprint);
    return { ...(await flying.answered), replayed: true };
  }
  const stored = hall.journal.findAnswer(envelope.id);
  if (stored) {
    assertSame(stored.fingerprint, fingerprint);
    return { status: stored.status, body: stored.body, replayed: true };
  }
  const pending = pendingOf(envelope, fingerprint, render);
  hall.queue.push(pending);
  hall.inFlight.set(envelope.id, pending);
  planFlush(hall, armDeadline);
  return pending.answered;
};

const stop = async (hall: RunningHall): Promise<void> => {
  if (hall.status === 'stopped') return;
  while (hall.status === 'running' && hall.queue.length > 0) flush(hall, armDeadline);
  hall.status = 'stopped';
  refuseAll(hall, [], 'server-stopping', undefined);
  hall.deadline?.cancel();
  hall.deadline = null;
  hall.journal.close();
  await hall.bookmark.writing;
};

/**
 * Replays the journal, or what follows a bookmark, and starts the hall where it stopped.
 * Rules: JRN-5, JRN-7. Rejects: JournalCorrupt.
 */
export const openHallRuntime = (options: HallRuntimeOptions): HallRuntime => {
  const { journal, clock, onDefect, core = HALL_CORE } = options;
  const { state, bookmark } = resumed(journal, core);
  const hall: RunningHall = {
    journal,
    clock,
    core,
    onDefect,
    listeners: new Set(),
    queue: [],
    inFlight: new Map(),
    state,
    status: 'running',
    stepsTold: 0,
    commitsFailed: 0,
    flushPlanned: false,
    bookmark: { seq: bookmark?.link.seq ?? 0, writing: null },
    deadline: null,
  };
  armDeadline(hall);
  if (bookmark) proveBookmark(hall, bookmark);
  keepBookmarkAtStart(hall);
  return {
    hall: journal.hall,
    epoch: journal.epoch,
    state: () => hall.state,
    head: () => journal.head(),
    status: () => hall.status,
    submit: (envelope, render, request) => submit(hall, envelope, render, request),
    knows: (key) => hall.inFlight.has(key) || hall.journal.findAnswer(key) !== undefined,
    answerTo: (id) => journal.findAnswer(id) ?? null,
    commitsFailed: () => hall.commitsFailed,
    noteClock: () => noteClock(hall),
    onCommitted(listener) {
      hall.listeners.add(listener);
      return () => void hall.listeners.delete(listener);
    },
    stop: () => stop(hall),
  };
};
