/**
 * What chance alone seldom brings about: each aim makes the command for one rare branch out of the hall
 * as it is, or first what that branch needs. So a hundred days take every branch many times. Source: DS-16.
 */

import type { Chance } from '@tingxu/chance/chance';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, inPhase, keeperOf } from '@tingxu/hall/testing/book';

type Aim = (book: Book, chance: Chance, at: Instant) => object | readonly object[] | null;

const one = <T>(chance: Chance, rows: readonly T[]): T | null => {
  const [first, ...others] = rows;
  return first === undefined ? null : chance.pick([first, ...others]);
};

const takes = (book: Book, counter: string, { service }: BookTicket): boolean =>
  book.skills.get(counter)?.includes(service) ?? false;

/** A ticket in line becomes kept for a counter in service. Rules: LEG-7. */
const keepOne: Aim = (book, chance) => {
  const ticket = one(chance, inPhase(book, 'waiting'));
  if (!ticket) return null;
  const able = [...book.counters].filter(
    ([id, { state }]) => state !== 'closed' && takes(book, id, ticket),
  );
  const keeper = one(chance, able);
  if (!keeper) return null;
  const only = { counter: keeper[0] };
  return { type: 'TransferTicket', ticket: ticket.id, only, keepWait: true, first: false };
};

/** Somebody calls it at another counter. Rules: CTR-6, LEG-7. */
const callKept: Aim = (book, chance, at) => {
  const free = [...book.counters].filter(
    ([, { state, ticket }]) => state === 'open' && ticket === null,
  );
  for (const ticket of inPhase(book, 'waiting')) {
    const keeper = keeperOf(book, ticket, at);
    const other = free.find(([id]) => id !== keeper && takes(book, id, ticket));
    if (keeper === null || !other) continue;
    return { type: 'CallTicket', counter: other[0], ticket: ticket.id, reason: 'needs-care' };
  }
  return keepOne(book, chance, at);
};

/** Rules: LEG-7. */
const keepForStranger: Aim = (book, chance) => {
  const ticket = one(chance, inPhase(book, 'waiting'));
  const only = { staff: 'stranger' };
  return (
    ticket && { type: 'TransferTicket', ticket: ticket.id, only, keepWait: true, first: false }
  );
};

/** One visit gets services until it may have no more. Rules: LEG-1. */
const oneMoreService: Aim = (book, chance) => {
  const [most] = inPhase(book, 'waiting', 'called', 'serving').sort(
    (a, b) => b.further.length - a.further.length,
  );
  const service = one(chance, book.config.services);
  return most && service ? { type: 'AddService', ticket: most.id, service: service.id } : null;
};

/** The newest ticket is called past a protected one. Rules: CTR-6. */
const passProtected: Aim = (book) => {
  const waiting = inPhase(book, 'waiting').sort((a, b) => b.place - a.place);
  const shielded = waiting.filter(({ passedOver, cap }) => passedOver >= cap);
  for (const [counter, { state, ticket }] of book.counters) {
    if (state !== 'open' || ticket !== null) continue;
    if (!shielded.some((other) => takes(book, counter, other))) continue;
    const newest = waiting.find((other) => takes(book, counter, other));
    return newest ? { type: 'CallTicket', counter, ticket: newest.id, reason: 'needs-care' } : null;
  }
  return null;
};

const HALF_HOUR_MS = 1_800_000;
const REFERENCES = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

/** The next slot fills up; now and then one is asked for that there is not. Rules: BOOK-2, BOOK-3. */
const bookNextSlot: Aim = (book, chance, at) => {
  const offer = one(chance, book.config.appointments?.services ?? []);
  if (!offer) return null;
  const startAt = (Math.floor(at / HALF_HOUR_MS) + 1) * HALF_HOUR_MS;
  const slot = { businessDay: book.businessDay, startAt, endAt: startAt + HALF_HOUR_MS };
  return {
    ...{ type: 'MakeBooking', booking: chance.pick(REFERENCES).repeat(32) },
    ...{ service: offer.service, slot: chance.happens(0.2) ? null : slot },
  };
};

/** Somebody touches the button twice. Rules: VOICE-10. */
const announceTwice: Aim = ({ config }) => {
  const announce = { type: 'Announce', what: 'closing' };
  return config.voice ? [announce, announce] : null;
};

const AIMS = [
  ...([callKept, keepForStranger, oneMoreService] as const),
  ...([passProtected, bookNextSlot, announceTwice] as const),
] as const;

/** None where the hall has nothing for the aim. */
export const aimed = (book: Book, chance: Chance, at: Instant): readonly object[] =>
  [chance.pick(AIMS)(book, chance, at) ?? []].flat();

/** Whoever some tellers set aside just before the day rolls over. Rules: PARK-6. */
export const setAsideAtLast = (book: Book, chance: Chance): readonly object[] =>
  inPhase(book, 'called', 'serving').flatMap(({ id: ticket, counter }) =>
    chance.happens(0.3) ? [{ type: 'ParkTicket', ticket, counter }] : [],
  );
