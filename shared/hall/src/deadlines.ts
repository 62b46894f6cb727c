/** Deadlines are state: the shell asks for the earliest and submits ExpireDeadlines when it is due. */
import type { Instant } from '@tingxu/contract/ids';
import { allLive } from './live-tickets.ts';
import type { HallState } from './state.ts';

/** The earliest instant at which ExpireDeadlines would do something, or null. Rules: MISS-6. */
export const nextDeadline = (hall: HallState): Instant | null => {
  let next: Instant | null = null;
  for (const { validUntilAt } of allLive(hall.tickets)) {
    if (validUntilAt !== null && (next === null || validUntilAt < next)) next = validUntilAt;
  }
  return next;
};
