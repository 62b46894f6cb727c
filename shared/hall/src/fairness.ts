/**
 * The pass-over cap: no waiting ticket is passed over more than K times, whatever the policy scores and
 * whoever goes first. The choice among the tickets that a counter could take, K for a ticket issued now,
 * and what follows from both: the worst position that is told at issue and, anew, to its holder.
 * Rules: CALL-3..CALL-6, LEG-6, LINK-2. Source: product.md 4.1.
 */
import type { CallingPolicy } from '@tingxu/contract/config';
import type { ServiceId } from '@tingxu/contract/ids';
import { configIndex } from './config-index.ts';
import { allLive } from './live-tickets.ts';
import type { Day, HallState, Ticket } from './state.ts';

export type FairChoice = {
  readonly ticket: Ticket;
  readonly score: number;
  /** Eligible tickets with an earlier place that this choice passes, in place order. */
  readonly passedOver: readonly Ticket[];
  /** The protected ticket that limited the choice. */
  readonly protectedBy: Ticket | null;
};

/** How many later tickets may still be called before it. Rules: CALL-4. */
export const passesLeft = ({
  passOverCap,
  passedOver,
}: Pick<Ticket, 'passOverCap' | 'passedOver'>): number => Math.max(0, passOverCap - passedOver);

/** Passed over as often as it may be. Rules: CALL-4. */
export const isProtected = (ticket: Pick<Ticket, 'passOverCap' | 'passedOver'>): boolean =>
  passesLeft(ticket) === 0;

/** The protected ticket with the earliest place. Rules: CALL-4. */
export const oldestProtected = (eligible: readonly Ticket[]): Ticket | null => {
  let oldest: Ticket | null = null;
  for (const ticket of eligible) {
    if (!isProtected(ticket)) continue;
    if (oldest === null || ticket.place < oldest.place) oldest = ticket;
  }
  return oldest;
};

export type ScoredTicket = { readonly ticket: Ticket; readonly score: number };

/** First ones in the order of their places, then by score. Rules: CALL-3, LEG-6. */
export const comesBefore = (one: ScoredTicket, other: ScoredTicket): boolean => {
  if (one.ticket.first !== other.ticket.first) return one.ticket.first;
  const tied = one.ticket.first || one.score === other.score;
  return tied ? one.ticket.place < other.ticket.place : one.score > other.score;
};

/**
 * The largest score wins, ties go to the earlier place; once a ticket is protected only tickets with
 * its place or an earlier one may be taken.
 * Rules: CALL-3, CALL-4, CALL-5, LEG-6.
 */
export const chooseFairly = (
  eligible: readonly Ticket[],
  score: (ticket: Ticket) => number,
): FairChoice | null => {
  const limit = oldestProtected(eligible);
  let best: ScoredTicket | null = null;
  for (const ticket of eligible) {
    if (limit !== null && ticket.place > limit.place) continue;
    const own = { ticket, score: score(ticket) };
    if (best === null || comesBefore(own, best)) best = own;
  }
  if (best === null) return null;
  const { place } = best.ticket;
  const passedOver = eligible
    .filter((ticket) => ticket.place < place)
    .sort((a, b) => a.place - b.place);
  return { ...best, passedOver, protectedBy: limit };
};

/** K for so many counters, before it is rounded up. The only place where K is computed. Rules: CALL-4. */
export const capFor = (policy: CallingPolicy, counters: number): number =>
  policy.passOverCap ?? (policy.passOverPermille * counters) / 1_000;

/**
 * K for a ticket issued now: from the counters in service, or from all of them while none is.
 * Fixed for the life of the ticket, so the worst position that was told stays true.
 * Rules: CALL-4.
 */
export const passOverCapNow = (hall: HallState, day: Day): number => {
  let inService = 0;
  for (const counter of hall.counters) if (counter.state !== 'closed') inService += 1;
  return Math.ceil(capFor(day.config.policy, inService || hall.counters.length));
};

/**
 * Whether a worst position can be told: not where a counter takes the service only when nobody else
 * waits, since it may call anybody first until the limit of that is over.
 * Rules: CALL-6, CALL-10.
 */
export const worstIsKnown = ({ config }: Day, service: ServiceId): boolean =>
  config.counters.every(({ secondary = [] }) => secondary.every((row) => row.service !== service));

/** Whether it may be called before everybody who comes later: in line, or with a place kept for it. */
const holdsPlace = ({ state, first }: Ticket): boolean =>
  state === 'waiting' || (state === 'preparing' && !first);

/**
 * Tickets with a place in line that some counter could take instead of one for this service: n of the
 * worst position n + K. Counted over all counters, since any of them may open.
 * Rules: CALL-6, PREP-2.
 */
export const earlierCompatible = (
  hall: HallState,
  day: Day,
  service: ServiceId,
  beforePlace = Number.POSITIVE_INFINITY,
): number => {
  const beside = configIndex(day.config).beside.get(service) ?? [];
  let count = 0;
  for (const ticket of allLive(hall.tickets)) {
    if (ticket.place >= beforePlace) continue;
    if (holdsPlace(ticket) && beside.includes(ticket.service)) count += 1;
  }
  return count;
};

/**
 * How many others, at most, the counters that could take a waiting ticket call before it from now on.
 * Null where nothing bounds that: also while it is held, since it stands back and is not passed over.
 * Rules: CALL-4, CALL-6, LINK-2, MISS-4.
 */
export const worstPositionNow = (hall: HallState, day: Day, ticket: Ticket): number | null => {
  const { service, place, hold } = ticket;
  if (hold > 0 || !worstIsKnown(day, service)) return null;
  return earlierCompatible(hall, day, service, place) + passesLeft(ticket);
};
