/** Whoever has waited long is seen to, and the screens say by whom. Source: H5, H38. */
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { needsCare, watchLimits } from '@tingxu/contract/watch';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { allLive } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import type { HallState } from './state.ts';
import { waitShown } from './ticket-rows.ts';
import { changeTicket } from './tickets.ts';

/** Rules: CARE-1, CARE-2. Rejects: day-not-open, care-not-needed. */
export const decideAnswerCare = (hall: HallState, { actor, at }: Context): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const { careMs } = watchLimits(day.value.config.watch);
  const tickets = allLive(hall.tickets).filter((ticket) => {
    const { state, caredAt } = ticket;
    return needsCare({ ...waitShown(ticket), state, caredAt }, careMs, at);
  });
  if (tickets.length === 0) return reject('care-not-needed');
  const { staff } = actor;
  return accept({
    type: 'CareAnswered',
    tickets: tickets.map(({ id }) => id),
    ...(staff !== undefined && { staff }),
  });
};

export const evolveCareAnswered = (
  hall: HallState,
  { tickets, staff }: EventOf<'CareAnswered'>,
  at: Instant,
): HallState => ({
  ...tickets.reduce((changed, id) => changeTicket(changed, id, { caredAt: at }), hall),
  care: { answeredAt: at, staff: staff ?? null },
});
