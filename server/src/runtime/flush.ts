/**
 * Group commit: whatever has arrived is decided in order, written in one transaction with one sync,
 * published, and only then answered. Rules: JRN-1.
 */
import { keepBookmark } from './bookmarks.ts';
import { commitFailure } from './commit-failure.ts';
import { type Batch, decideBatch, EvolveDefect } from './decide-batch.ts';
import type { Committed } from './hall-runtime.ts';
import { halt, refuse, refuseAll } from './halt.ts';
import type { Pending } from './pending.ts';
import { type RunningHall, reportDefect } from './running-hall.ts';
import { stampOf } from './stamp.ts';

/** Commands in one transaction at most, so that the event loop is not held for long. */
const BATCH_LIMIT = 512;

/** After a batch is done: the earliest deadline may have changed. */
export type AfterFlush = (hall: RunningHall) => void;

const publish = (hall: RunningHall, committed: Committed): void => {
  for (const listener of hall.listeners) {
    try {
      listener(committed);
    } catch (error) {
      reportDefect(hall, 'listener', error);
    }
  }
};

const answer = (hall: RunningHall, { decided }: Batch): void => {
  for (const one of decided) {
    if ('rendered' in one) {
      hall.inFlight.delete(one.pending.envelope.id);
      const { status, body } = one.rendered;
      one.pending.resolve({ status, body, replayed: false });
    } else {
      reportDefect(hall, one.during, one.error);
      refuse(hall, one.pending, one.error);
    }
  }
};

/** Writes a batch; true when it is durable. */
const commit = (
  hall: RunningHall,
  pendings: readonly Pending[],
  batch: Batch,
  at: number,
  running: () => void,
): boolean => {
  if (batch.appended.length === 0 && batch.stored.length === 0) return true;
  try {
    hall.journal.append(batch.appended, batch.stored, at);
    hall.commitsFailed = 0;
    return true;
  } catch (error) {
    hall.commitsFailed += 1;
    const failure = commitFailure(error);
    if (failure === 'refused') {
      refuseAll(hall, pendings, 'hall-halted', error);
      reportDefect(hall, 'commit', error);
    } else {
      halt(hall, pendings, { during: 'commit', error, fatal: failure === 'fatal' }, running);
    }
    return false;
  }
};

const settle = (hall: RunningHall, batch: Batch, fromSeq: number, at: number): void => {
  const before = hall.state;
  hall.state = batch.after;
  if (batch.appended.length > 0) {
    const entries = batch.appended.map(({ entry }) => entry);
    const upTo = fromSeq + entries.length;
    publish(hall, { before, after: batch.after, entries, fromSeq, upTo, at });
  }
  answer(hall, batch);
  keepBookmark(hall);
};

const flushBatch = (hall: RunningHall, pendings: readonly Pending[], after: AfterFlush): void => {
  const running = () => after(hall);
  const { seq, at: headAt } = hall.journal.head();
  const stamp = stampOf(hall.clock, hall.stepsTold, headAt);
  let batch: Batch;
  try {
    batch = decideBatch(hall.core, hall.state, seq, stamp, pendings);
  } catch (error) {
    const culprit = error instanceof EvolveDefect ? error.pending : null;
    if (culprit) refuse(hall, culprit, error);
    const others = pendings.filter((pending) => pending !== culprit);
    halt(hall, others, { during: 'evolve', error, fatal: false }, running);
    return;
  }
  if (!commit(hall, pendings, batch, stamp.at, running)) return;
  hall.stepsTold = stamp.stepsTold;
  settle(hall, batch, seq, stamp.at);
};

/** Commits what waits, now. */
export const flush = (hall: RunningHall, after: AfterFlush): void => {
  hall.flushPlanned = false;
  if (hall.status !== 'running' || hall.queue.length === 0) return;
  flushBatch(hall, hall.queue.splice(0, BATCH_LIMIT), after);
  if (hall.queue.length > 0) planFlush(hall, after);
  if (hall.status === 'running') after(hall);
};

/** Commits at the end of this turn of the event loop, so that what arrived in it goes together. */
export const planFlush = (hall: RunningHall, after: AfterFlush): void => {
  if (hall.flushPlanned) return;
  hall.flushPlanned = true;
  setImmediate(() => flush(hall, after));
};
