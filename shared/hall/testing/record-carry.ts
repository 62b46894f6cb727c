/** Tickets that outlive their day, written into the book of the next one. Rules: PARK-6, PARK-7. */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, breach, must, offered, visitsOf } from './book.ts';
import type { Recorder } from './record-common.ts';

/** The one whose turn it is. */
const nextAgain = (book: Book, id: string): BookTicket => {
  const [ticket] = book.toIssueAgain;
  if (ticket?.id !== id) return breach('PARK-6', `${id} instead of ${ticket?.id}`);
  return ticket;
};

/** From the posted opening, else from now; no limit where the day does not open any more. */
const limitOf = (book: Book, now: Instant): Instant | null => {
  const { carryMs, parkMaxMs } = visitsOf(book);
  const opens = book.schedule
    ? book.schedule.issuing.filter(({ toAt }) => toAt > now).map(({ fromAt }) => fromAt)[0]
    : now;
  return opens === undefined ? null : Math.max(opens, now) + (carryMs ?? parkMaxMs);
};

/** The same customer for the same service, set aside as before; only the number is another. */
export const checkCarried = (book: Book, event: EventOf<'TicketIssued'>, now: Instant): void => {
  const { carried } = event;
  if (!carried) return;
  const before = nextAgain(book, carried.ticket);
  const lane = book.lanes.has(before.lane) ? before.lane : book.config.defaultLane;
  must(carried.number === before.number, 'PARK-6', `was ${before.number}`);
  must(event.lane === lane && event.service === before.service, 'PARK-6', 'another line');
  const further = before.further.filter((service) => offered(book, service));
  must((event.further ?? []).join() === further.join(), 'PARK-6', `further ${event.further}`);
  const kept = JSON.stringify(carried.only ?? null) === JSON.stringify(before.only);
  must(kept, 'PARK-6', 'kept for somebody else');
  must(
    (carried.unseen ?? false) === before.unseen,
    'END-4',
    `${before.id} carried ${carried.unseen}`,
  );
  must(carried.untilAt === limitOf(book, now), 'PARK-6', `until ${carried.untilAt}`);
};

export const CARRY_RECORDERS: {
  readonly [T in HallEvent['type'] & ('TicketCarried' | 'TicketNotCarried')]: Recorder<EventOf<T>>;
} = {
  TicketCarried: (book, event) => {
    const before = nextAgain(book, event.ticket);
    const again = book.tickets.get(event.to);
    must(again?.number === event.number, 'PARK-6', `${event.to} is not ${event.number}`);
    must(again?.carriedFrom === before.number, 'PARK-6', `${event.to} is somebody else`);
    book.toIssueAgain.shift();
  },
  TicketNotCarried: (book, event) => {
    const { service } = nextAgain(book, event.ticket);
    must(event.service === service && !offered(book, service), 'PARK-7', `${service} is taken`);
    book.toIssueAgain.shift();
  },
};
