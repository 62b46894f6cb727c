/** What customers say of a service. Source: H85. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { BusinessDay, CounterId, Instant, TicketId } from '@tingxu/contract/ids';
import { type PhoneRating, RATING_WINDOW_MS } from '@tingxu/contract/rating';
import { changeCounter } from './counter.ts';
import { accept, type Decision, type Refused, reject } from './decision.ts';
import { findLive, withTicket } from './live-tickets.ts';
import { counterOf, findCounter } from './lookup.ts';
import { idWasGiven, isOfDay } from './numbers.ts';
import type { Counter, HallState, Ticket } from './state.ts';

/** Rules: RATE-1..RATE-3. Rejects: day-not-open, counter-unknown, rating-closed. */
export const decideRateService = (
  hall: HallState,
  { counter, askedAt, score, channel }: CommandOf<'RateService'>,
  at: Instant,
): Decision => {
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  const { asked } = found.value;
  const open = asked !== null && asked.at === askedAt && at - asked.at <= RATING_WINDOW_MS;
  if (!open) return reject('rating-closed');
  const { ticket, leg, staff } = asked;
  return accept({ type: 'ServiceRated', ticket, leg, counter, staff, score, channel });
};

/** Why there is nothing to rate, of a ticket that was not served to its end today. */
const unserved = (hall: HallState, day: BusinessDay, ticket: TicketId): Refused => {
  if (!isOfDay(day, ticket)) return reject('rating-closed');
  return reject(idWasGiven(hall, day, ticket) ? 'visit-not-served' : 'ticket-unknown');
};

/**
 * On the phone, for the service with which the visit ended.
 * Rules: RATE-6. Rejects: rating-closed, ticket-unknown, visit-not-served, already-rated.
 */
export const decideRateVisit = (
  hall: HallState,
  { ticket, score }: CommandOf<'RateVisit'>,
): Decision => {
  const { day } = hall;
  if (!day?.open) return reject('rating-closed');
  const visit = findLive(hall.served, ticket);
  if (!visit) return unserved(hall, day.businessDay, ticket);
  if (visit.rated) return reject('already-rated');
  const { leg, counter, staff } = visit;
  return accept({ type: 'ServiceRated', ticket, leg, counter, staff, score, channel: 'phone' });
};

/** From now on the counter's pad asks for this service, and for none before it. Rules: RATE-1. */
export const askForRating = (
  hall: HallState,
  counter: CounterId,
  asked: NonNullable<Counter['asked']>,
): HallState => changeCounter(hall, counter, { asked });

/** None for the customer before. Rules: RATE-3. */
export const stopAsking = (hall: HallState, counter: CounterId): HallState =>
  changeCounter(hall, counter, { asked: null });

/** The visit may be rated from now on. Rules: RATE-6. */
export const keepForRating = (
  hall: HallState,
  { id, number, leg }: Ticket,
  { counter, staff }: EventOf<'ServiceFinished'>,
): HallState => ({
  ...hall,
  served: withTicket(hall.served, { id, number, leg, counter, staff, rated: false }),
});

/** One vote of a service, whichever way it came; by then the pad may ask about another. Rules: RATE-2, RATE-6. */
export const evolveServiceRated = (
  hall: HallState,
  { ticket, leg, counter }: EventOf<'ServiceRated'>,
): HallState => {
  const asked = counterOf(hall, counter)?.asked;
  const told = asked?.ticket === ticket && asked.leg === leg ? stopAsking(hall, counter) : hall;
  const visit = findLive(hall.served, ticket);
  if (visit?.leg !== leg) return told;
  return { ...told, served: withTicket(told.served, { ...visit, rated: true }) };
};

/** What the holder of the ticket is asked; null before the visit ended served, and after the day. Rules: RATE-6. */
export const phoneRating = (hall: HallState, id: TicketId): PhoneRating | null => {
  const visit = hall.day?.open ? findLive(hall.served, id) : undefined;
  return visit ? { number: visit.number, counter: visit.counter, given: visit.rated } : null;
};
