/** Whether somebody must go to those who wait long, or who has gone. Pure. Rules: CARE-1, CARE-3. */
import type { Instant } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import { type CareRow, needsCare, overAt } from '@tingxu/contract/watch';
import { watchOf } from './watch.ts';

const MINUTE_MS = 60_000;

export type CareAlarm = {
  /** Somebody must go now; else somebody has gone, and it is quiet. */
  readonly rings: boolean;
  /** Who needs it, or while it is quiet whoever has waited over the limit: the longest wait first. */
  readonly tickets: readonly TicketRow[];
  /** All who have waited over the limit, whether somebody went to them or not. */
  readonly over: number;
  /** The limit, to a tenth of a minute. */
  readonly minutes: number;
  /** The newest answer of the day. */
  readonly last: CareRow | null;
};

/** Null while nobody has waited over the limit. */
export const careAlarm = (
  view: Pick<SupervisorView, 'tickets' | 'rules' | 'care'>,
  at: Instant,
): CareAlarm | null => {
  const { careMs, careQuietMs } = watchOf(view);
  const over = Object.values(view.tickets)
    .filter((ticket) => ticket.state === 'waiting' && overAt(ticket, careMs) <= at)
    .sort((a, b) => overAt(a, careMs) - overAt(b, careMs) || a.place - b.place);
  if (over.length === 0) return null;
  const last = view.care;
  const needing = over.filter((ticket) => needsCare(ticket, careMs, at));
  const rings = needing.length > 0 && !(last && at < last.answeredAt + careQuietMs);
  const minutes = Math.round(careMs / (MINUTE_MS / 10)) / 10;
  return { rings, tickets: rings ? needing : over, over: over.length, minutes, last };
};
