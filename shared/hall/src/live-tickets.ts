/**
 * The live tickets of a hall, in order of issue, on shelves of a few ordinals each: a change copies one
 * shelf and the list of shelves, however many customers wait. Plain data; the same tickets always make
 * the same shelves, whatever happened before. What is kept of visits that ended stands on such shelves, too.
 */
import type { TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { ServedVisit, Ticket } from './state.ts';

type OfTicket = { readonly id: TicketId };
type Shelf<T extends OfTicket> = readonly (T | null)[];

export type Shelves<T extends OfTicket> = {
  readonly size: number;
  /** Number of the first shelf; every one before it is empty. */
  readonly first: number;
  /** Neither the first nor the last is empty. */
  readonly shelves: readonly Shelf<T>[];
};
export type LiveTickets = Shelves<Ticket>;

const NO_SHELVES: Shelves<never> = { size: 0, first: 0, shelves: [] };
export const NO_TICKETS: LiveTickets = NO_SHELVES;
/** Before the first visit of the day has ended served. Rules: RATE-6. */
export const NO_VISITS: Shelves<ServedVisit> = NO_SHELVES;

/** Ordinals per shelf. */
const WIDTH = 16;
const EMPTY: readonly null[] = Array.from({ length: WIDTH }, () => null);

/** Day and hyphen before the ordinal of an id. Rules: NUM-4. */
const ORDINAL_AT = 'YYYYMMDD-'.length;
const ZERO = '0'.charCodeAt(0);

/** Digit by digit, which makes no text of its own: every look at a ticket comes through here. */
const ordinalOf = (id: TicketId): number => {
  let ordinal = 0;
  for (let i = ORDINAL_AT; i < id.length; i += 1) ordinal = ordinal * 10 + id.charCodeAt(i) - ZERO;
  return ordinal;
};

export const findLive = <T extends OfTicket>(
  { first, shelves }: Shelves<T>,
  id: TicketId,
): T | undefined => {
  const ordinal = ordinalOf(id);
  const ticket = shelves[Math.floor(ordinal / WIDTH) - first]?.[ordinal % WIDTH];
  // The same ordinal of another day is another ticket.
  return ticket?.id === id ? ticket : undefined;
};

/** By its printed label; the newest ones, which are asked for most, are looked at first. */
export const findNumber = ({ shelves }: LiveTickets, number: TicketNumber): Ticket | undefined => {
  for (let shelf = shelves.length - 1; shelf >= 0; shelf -= 1) {
    const found = shelves[shelf]?.find((ticket) => ticket?.number === number);
    if (found) return found;
  }
  return undefined;
};

/** All of them, in order of issue. */
export const allLive = <T extends OfTicket>({ shelves }: Shelves<T>): readonly T[] => {
  const tickets: T[] = [];
  for (const shelf of shelves)
    for (const ticket of shelf) if (ticket !== null) tickets.push(ticket);
  return tickets;
};

const isEmpty = (shelf: Shelf<OfTicket> | undefined): boolean =>
  shelf === undefined || shelf.every((ticket) => ticket === null);

/** Without the empty shelves at either end. */
const trimmed = <T extends OfTicket>({ size, first, shelves }: Shelves<T>): Shelves<T> => {
  if (size === 0) return NO_SHELVES;
  let from = 0;
  let to = shelves.length;
  while (isEmpty(shelves[from])) from += 1;
  while (isEmpty(shelves[to - 1])) to -= 1;
  return from === 0 && to === shelves.length
    ? { size, first, shelves }
    : { size, first: first + from, shelves: shelves.slice(from, to) };
};

/** So many shelves, the given ones among them. */
const stretched = <T extends OfTicket>(
  { size, first, shelves }: Shelves<T>,
  shelf: number,
): Shelves<T> => {
  if (size === 0) return { size, first: shelf, shelves: [EMPTY] };
  const before = Math.max(0, first - shelf);
  const after = Math.max(0, shelf - first - shelves.length + 1);
  if (before === 0 && after === 0) return { size, first, shelves };
  const empty = (count: number): Shelf<T>[] => Array.from({ length: count }, () => EMPTY);
  return {
    size,
    first: first - before,
    shelves: [...empty(before), ...shelves, ...empty(after)],
  };
};

const put = <T extends OfTicket>(
  tickets: Shelves<T>,
  ordinal: number,
  ticket: T | null,
): Shelves<T> => {
  const number = Math.floor(ordinal / WIDTH);
  const { size, first, shelves } = stretched(tickets, number);
  const shelf: Shelf<T> = shelves[number - first] ?? EMPTY;
  const was = shelf[ordinal % WIDTH] === null ? 0 : 1;
  const is = ticket === null ? 0 : 1;
  return {
    size: size + is - was,
    first,
    shelves: shelves.with(number - first, shelf.with(ordinal % WIDTH, ticket)),
  };
};

/** Adds a ticket, or replaces the one with its id. */
export const withTicket = <T extends OfTicket>(tickets: Shelves<T>, ticket: T): Shelves<T> =>
  put(tickets, ordinalOf(ticket.id), ticket);

export const withoutTicket = (tickets: LiveTickets, id: TicketId): LiveTickets =>
  findLive(tickets, id) ? trimmed(put(tickets, ordinalOf(id), null)) : tickets;

/** Replaces every ticket that `change` gives another object for. */
export const changeLive = (
  tickets: LiveTickets,
  change: (ticket: Ticket) => Ticket,
): LiveTickets => {
  let changed = tickets;
  for (const ticket of allLive(tickets)) {
    const after = change(ticket);
    if (after !== ticket) changed = withTicket(changed, after);
  }
  return changed;
};
