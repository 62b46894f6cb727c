/** What the public and what staff see of a counter. Rules: FEED-2, CTR-9, RATE-4. */
import type { RatingRow } from '@tingxu/contract/rating';
import type { PublicCounterRow, StaffCounterRow } from '@tingxu/contract/views';
import { findLive } from './live-tickets.ts';
import type { Counter, HallState, Ticket } from './state.ts';

const counterState = (counter: Counter, ticket: Ticket | undefined): PublicCounterRow['state'] => {
  if (!ticket) return counter.state;
  return ticket.state === 'serving' ? 'serving' : 'calling';
};

export const publicCounterRow = (hall: HallState, counter: Counter): PublicCounterRow => {
  const ticket = counter.ticket === null ? undefined : findLive(hall.tickets, counter.ticket);
  return {
    counter: counter.id,
    state: counterState(counter, ticket),
    number: ticket?.number ?? null,
    pauseReason: counter.pauseReason,
  };
};

export const staffCounterRow = (hall: HallState, counter: Counter): StaffCounterRow => ({
  ...publicCounterRow(hall, counter),
  staff: counter.staff,
  sinceAt: counter.sinceAt,
  ticket: counter.ticket,
  ...(counter.help && { help: counter.help }),
});

export const ratingRow = ({ id, asked }: Counter): RatingRow => ({
  counter: id,
  askedAt: asked?.at ?? null,
});
