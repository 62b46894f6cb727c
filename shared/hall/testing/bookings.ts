/** Bookings in the book: what may be asked and what may happen, from docs/SPEC.md alone. Rules: BOOK-1..BOOK-8. */

import { isDeepStrictEqual } from 'node:util';
import type { Booking, Slot } from '@tingxu/contract/appointments';
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Role } from '@tingxu/contract/roles';
import type { HallState } from '../src/state.ts';
import { type Book, type BookBooking, breach, must } from './book.ts';
import { isStopped } from './book-hours.ts';
import { couldHaveCome, lastMoment } from './shut.ts';

type Asked = { readonly at: Instant };
type Codes = readonly RejectionCode[];
const when = (holds: boolean, code: RejectionCode): Codes => (holds ? [code] : []);

const offersIn = (config: HallConfig, service: string) =>
  config.appointments?.services.filter((row) => row.service === service) ?? [];

type Pages = Pick<Book, 'businessDay' | 'config' | 'plan'>;

/** BOOK-13: by the plan whatever begins once it is to be in force. */
const aheadOf = (book: Pages, { startAt, businessDay }: Slot): HallConfig => {
  const { plan } = book;
  const later = plan?.when === 'next-day' && businessDay > book.businessDay;
  const due = typeof plan?.when === 'number' && startAt >= plan.when;
  return plan && (later || due) ? plan.config : book.config;
};
const offerOf = (book: Book, service: string, slot: Slot) =>
  offersIn(aheadOf(book, slot), service)[0];

/** BOOK-2: the most bookings of the service that any minute of the slot sees, looked at where one begins. */
const together = (book: Book, service: string, slot: Slot, except?: string): number => {
  const rows = [...book.bookings].flatMap(([id, row]) =>
    id !== except && row.service === service ? [row] : [],
  );
  const moments = [slot.startAt, ...rows.map(({ startAt }) => startAt)];
  const counts = moments.map((moment) =>
    moment < slot.startAt || moment >= slot.endAt
      ? 0
      : rows.filter((row) => !(row.startAt > moment || row.endAt <= moment)).length,
  );
  return Math.max(...counts);
};

const slotReasons = (
  book: Book,
  service: string,
  slot: Slot | null,
  at: Instant,
  except?: string,
): Codes => {
  if (!slot) {
    const configs = [book.config, ...(book.plan ? [book.plan.config] : [])];
    const some = configs.some((config) => offersIn(config, service).length > 0);
    return [some ? 'slot-unknown' : 'service-not-bookable'];
  }
  const offer = offerOf(book, service, slot);
  if (!offer) return ['service-not-bookable'];
  const full = together(book, service, slot, except) >= offer.capacity;
  return [
    ...when(slot.startAt <= at || slot.businessDay < book.businessDay, 'slot-passed'),
    ...when(full, 'slot-full'),
  ];
};

export const makeBooking = (
  book: Book,
  { booking, service, slot }: CommandOf<'MakeBooking'>,
  { at }: Asked,
): Codes => [
  ...when(book.bookings.has(booking), 'booking-exists'),
  ...slotReasons(book, service, slot, at),
];

export const moveBooking = (
  book: Book,
  { booking, slot }: CommandOf<'MoveBooking'>,
  { at }: Asked,
): Codes => {
  const row = book.bookings.get(booking);
  if (!row) return ['booking-unknown'];
  if (row.ticket !== null) return ['booking-checked-in'];
  return slotReasons(book, row.service, slot, at, booking);
};

export const cancelBooking = (book: Book, { booking }: CommandOf<'CancelBooking'>): Codes => {
  const row = book.bookings.get(booking);
  if (!row) return ['booking-unknown'];
  return when(row.ticket !== null, 'booking-checked-in');
};

/** BOOK-11: half an hour before to half an hour after, in everybody's lane, where nothing is offered. */
const receptionOf = ({ config }: { readonly config: HallConfig }) =>
  config.appointments ?? { earlyMs: 1_800_000, lateMs: 1_800_000, lane: config.defaultLane };

/** BOOK-14: what it was told, beside what is in force. */
const limitsOf = (book: { readonly config: HallConfig }, { told }: Pick<BookBooking, 'told'>) => {
  const { earlyMs, lateMs } = receptionOf(book);
  return {
    earlyMs: Math.max(told.earlyMs, earlyMs),
    lateMs: Math.max(told.lateMs, lateMs),
  };
};

export const checkIn = (book: Book, { booking }: CommandOf<'CheckIn'>, { at }: Asked): Codes => {
  const row = book.bookings.get(booking);
  if (!row) return ['booking-unknown'];
  const { earlyMs, lateMs } = limitsOf(book, row);
  const taken = book.config.counters.some(({ skills }) => skills.some((id) => id === row.service));
  const early = at < row.startAt - earlyMs;
  const late = at > lastMoment(book, row, lateMs);
  return [
    ...when(row.ticket !== null, 'booking-checked-in'),
    ...when(row.businessDay !== book.businessDay, 'booking-other-day'),
    ...when(!book.config.services.some(({ id }) => id === row.service), 'service-unknown'),
    ...when(early, 'check-in-too-early'),
    ...when(late, 'check-in-too-late'),
    ...when(isStopped(book, at), 'issuing-stopped'),
    ...when(!taken, 'service-without-counter'),
  ];
};

/** BOOK-9, END-5: a customer's own doing bears the customer's name. */
export const mustSayWhoCancelled = (
  rule: 'BOOK-9' | 'END-5',
  { reason }: CommandOf<'CancelBooking' | 'CancelTicket'>,
  role: Role,
  event: EventOf<'BookingCancelled' | 'TicketCancelled'>,
): void => {
  const byStaff = ['teller', 'lobby', 'supervisor', 'system'].includes(role);
  const right = byStaff ? reason : 'cancelled-by-customer';
  must(event.reason === right, rule, `${role} cancelled as ${event.reason}`);
};

const toldNow = (book: Pages, slot: Slot): BookBooking['told'] => {
  const { earlyMs, lateMs } = receptionOf({ config: aheadOf(book, slot) });
  return { earlyMs, lateMs };
};

/** BOOK-14: what is told after a change widens what was told before it, and narrows nothing. */
export const tellBookings = (book: Pages, bookings: Map<string, BookBooking>): void => {
  for (const [id, row] of bookings) {
    const now = toldNow(book, row);
    const earlyMs = Math.max(row.told.earlyMs, now.earlyMs);
    bookings.set(id, { ...row, told: { earlyMs, lateMs: Math.max(row.told.lateMs, now.lateMs) } });
  }
};

const known = (book: Book, id: string): BookBooking =>
  book.bookings.get(id) ?? breach('BOOK-4', `no booking ${id}`);

const mustHaveRoom = (book: Book, service: string, slot: Slot, now: Instant, except?: string) => {
  const capacity = offerOf(book, service, slot)?.capacity ?? 0;
  must(together(book, service, slot, except) < capacity, 'BOOK-2', 'a slot beyond its capacity');
  must(slot.startAt > now, 'BOOK-3', 'a slot that has begun');
};

const made = (book: Book, event: EventOf<'BookingMade'>, now: Instant): void => {
  const { booking, service, slot } = event;
  must(!book.bookings.has(booking), 'BOOK-1', `${booking} twice`);
  mustHaveRoom(book, service, slot, now);
  const told = toldNow(book, slot);
  book.bookings.set(booking, { service, ...slot, ticket: null, told });
};

const moved = (book: Book, { booking, slot }: EventOf<'BookingMoved'>, now: Instant): void => {
  const row = known(book, booking);
  must(row.ticket === null, 'BOOK-4', `${booking} has checked in`);
  mustHaveRoom(book, row.service, slot, now, booking);
  book.bookings.set(booking, { ...row, ...slot, told: toldNow(book, slot) });
};

const gone = (book: Book, booking: string): BookBooking => {
  const row = known(book, booking);
  must(row.ticket === null, 'BOOK-4', `${booking} has checked in`);
  book.bookings.delete(booking);
  return row;
};

/** BOOK-5, BOOK-6: in time, in the lane of bookings, the wait from the later of time and check-in. */
const checkedIn = (book: Book, event: EventOf<'BookingCheckedIn'>, now: Instant): void => {
  const row = known(book, event.booking);
  const ticket = book.tickets.get(event.ticket) ?? breach('BOOK-5', `no ticket ${event.ticket}`);
  const reception = receptionOf(book);
  must(row.ticket === null, 'BOOK-4', `${event.booking} checked in twice`);
  must(row.businessDay === book.businessDay, 'BOOK-6', 'on another day');
  must(now >= row.startAt - limitsOf(book, row).earlyMs, 'BOOK-6', 'too early');
  must(now <= lastMoment(book, row, limitsOf(book, row).lateMs), 'BOOK-6', 'too late');
  must(ticket.lane === reception.lane, 'BOOK-5', `in ${ticket.lane}`);
  must(ticket.service === row.service && ticket.issuedAt === now, 'BOOK-5', 'another ticket');
  must(ticket.waitFromAt === Math.max(row.startAt, now), 'BOOK-5', `from ${ticket.waitFromAt}`);
  book.bookings.set(event.booking, { ...row, ticket: ticket.id });
};

const expired = (book: Book, event: EventOf<'BookingExpired'>): void => {
  const row = gone(book, event.booking);
  const missed = book.open && couldHaveCome(book, row, limitsOf(book, row).lateMs);
  must(
    event.reason === 'no-show' ? missed : !book.open,
    'BOOK-8',
    `${event.booking} ended as ${event.reason}`,
  );
  if (event.reason === 'no-show') book.closing.bookings.set(event.booking, row);
};

export const BOOKING_RECORDERS = {
  BookingMade: made,
  BookingMoved: moved,
  BookingCancelled: (book: Book, { booking }: EventOf<'BookingCancelled'>) => {
    gone(book, booking);
  },
  BookingCheckedIn: checkedIn,
  BookingExpired: expired,
};

/** BOOK-8: nobody is still expected who had the time to come when the day closes. */
export const mustHaveEnded = (book: Book): void => {
  for (const [id, row] of book.bookings) {
    const expected = row.ticket === null && row.businessDay <= book.businessDay;
    must(
      !expected || !couldHaveCome(book, row, limitsOf(book, row).lateMs),
      'BOOK-8',
      `${id} outlives its day`,
    );
  }
};

/** The rows of the hall are those of the book; what was told is compared by itself. */
const areThese = (
  rows: readonly Booking[],
  bookings: ReadonlyMap<string, BookBooking>,
): boolean => {
  const theirs = rows.map(({ booking, limits: _, ...row }) => [booking, row] as const);
  const ours = [...bookings].map(([id, { told: _, ...row }]) => [id, row] as const);
  return isDeepStrictEqual(new Map<string, object>(theirs), new Map<string, object>(ours));
};

/** BOOK-7: a day begins with the bookings of it and of later days, none lost and none made up. */
export const bookingsAtOpening = (
  last: Book | null,
  event: EventOf<'DayOpened'>,
  pages: Pick<Book, 'config' | 'plan'>,
): Map<string, BookBooking> => {
  const carried = new Map(last?.bookings);
  for (const [id, { businessDay, ticket }] of carried) {
    if (businessDay >= event.businessDay) continue;
    must(ticket !== null, 'BOOK-8', `${id} outlives its day`);
    carried.delete(id);
  }
  const { businessDay } = event;
  tellBookings({ ...pages, businessDay }, carried);
  must(areThese(event.bookings ?? [], carried), 'BOOK-7', 'other bookings');
  return carried;
};

/** The same bookings, and one ticket for each that has checked in today. */
export const agreeOnBookings = (book: Book, hall: HallState): void => {
  const { length } = hall.bookings;
  must(length === book.bookings.size, 'BOOK-1', `${length} bookings`);
  if (length > 0) {
    must(areThese(hall.bookings, book.bookings), 'BOOK-1', 'other bookings');
  }
  for (const { booking, ticket, limits, ...slot } of hall.bookings) {
    const told = book.bookings.get(booking)?.told;
    const now = toldNow(book, slot);
    const early = Math.max(limits?.earlyMs ?? 0, now.earlyMs) === told?.earlyMs;
    const late = Math.max(limits?.lateMs ?? 0, now.lateMs) === told?.lateMs;
    must(ticket !== null || (early && late), 'BOOK-14', `${booking} has other limits`);
  }
  let [present, booked] = [0, 0];
  for (const { ticket } of book.bookings.values()) if (ticket !== null) present += 1;
  for (const ticket of book.tickets.values()) if (ticket.booked) booked += 1;
  must(present === booked, 'BOOK-5', `${booked} tickets of ${present} check-ins`);
};
