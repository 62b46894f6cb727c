/** Deadlines are state of the hall; the shell waits for the earliest and says when it is due. */
import type { Instant } from '@tingxu/contract/ids';
import { SYSTEM, systemCommandId } from './decide-batch.ts';
import { flush } from './flush.ts';
import { pendingOf } from './pending.ts';
import type { RunningHall } from './running-hall.ts';

/** How long to wait before a deadline that stayed is tried again. Units: ms. */
const RETRY_MS = 1_000;

/** A command of the server's own, which nobody waits for. */
const submitExpiry = (hall: RunningHall, what: 'clock' | 'deadline'): void => {
  const { seq } = hall.journal.head();
  const envelope = {
    id: systemCommandId(what, seq + 1),
    actor: SYSTEM,
    command: { type: 'ExpireDeadlines' },
  } as const;
  const pending = pendingOf(envelope, null, () => ({ status: 204, body: '' }));
  // Whoever can act on a failure has been told by the flush; the deadline stays and is tried again.
  pending.answered.catch(() => undefined);
  hall.queue.push(pending);
};

/** Every batch writes the steps of the clock down, so one that does nothing else is enough. */
export const noteClock = (hall: RunningHall): void => {
  const told = hall.clock.steps().at(-1)?.number ?? 0;
  if (hall.status !== 'running' || told <= hall.stepsTold) return;
  submitExpiry(hall, 'clock');
  flush(hall, armDeadline);
};

const expire = (hall: RunningHall, dueAt: Instant): void => {
  hall.deadline = null;
  if (hall.status !== 'running') return;
  submitExpiry(hall, 'deadline');
  // At once: a controlled clock is at the deadline's own instant only now.
  flush(hall, (after) => armDeadline(after, dueAt));
};

/**
 * Waits for the earliest deadline. `tried` is one that was just tried: if it is still there, nothing
 * came of it, and it is not tried again at once.
 */
export const armDeadline = (hall: RunningHall, tried: Instant | null = null): void => {
  const at = hall.core.nextDeadline(hall.state);
  if (hall.deadline?.at === at) return;
  hall.deadline?.cancel();
  hall.deadline = null;
  if (at === null) return;
  const now = hall.clock.now();
  // By the journal's time, which may be ahead of a clock that was set back.
  const dueAt = at <= hall.journal.head().at ? now : at;
  const startAt = at === tried ? Math.max(dueAt, now + RETRY_MS) : dueAt;
  hall.deadline = { at, cancel: hall.clock.schedule(startAt, () => expire(hall, at)) };
};
