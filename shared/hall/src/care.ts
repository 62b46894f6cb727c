/** Whoever has waited long is seen to, and the screens say by whom. Source: H5, H38. */
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { careDueAt, DEFAULT_WATCH, type Watch } from '@tingxu/contract/watch';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { allLive } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { waitShown } from './ticket-rows.ts';
import { changeTicket } from './tickets.ts';

/** Every default filled in. Rules: CARE-4, HELP-4. */
export const watchRule = ({ config: { watch = {} } }: Day): Watch => ({
  careMs: watch.careMs ?? DEFAULT_WATCH.careMs,
  careAgainMs: watch.careAgainMs ?? DEFAULT_WATCH.careAgainMs,
  helpLateMs: watch.helpLateMs ?? DEFAULT_WATCH.helpLateMs,
});

/** Rules: CARE-1. */
const needsCare = (ticket: Ticket, careMs: number, at: Instant): boolean => {
  const { state, caredAt } = ticket;
  return state === 'waiting' && careDueAt({ ...waitShown(ticket), caredAt }, careMs) <= at;
};

/** Rules: CARE-1, CARE-2. Rejects: day-not-open, care-not-needed. */
export const decideAnswerCare = (hall: HallState, { actor, at }: Context): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const { careMs } = watchRule(day.value);
  const tickets = allLive(hall.tickets).filter((ticket) => needsCare(ticket, careMs, at));
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
