/** The waits of one ticket, leg by leg, from its own events: what the trail tells. Rules: STAT-5. */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import {
  clockAfter,
  clockAtEntry,
  countsFrom,
  type LegClock,
  runsFrom,
  waitOnClock,
} from './leg-clock.ts';

/** The wait of a leg, as if it ran without a break. Units: epoch ms. */
export type LegWait = {
  readonly from: Instant;
  /** Null while it runs. */
  readonly to: Instant | null;
  /** False where it ended, or still runs, without a call. */
  readonly called: boolean;
};

type Leg = {
  clock: LegClock;
  /** It stands in line, or fills in its forms. */
  waits: boolean;
  endedAt: Instant | null;
  /** No counter had it: the next leg has its wait. Rules: END-3. */
  handedOn: boolean;
};

/** Whether the customer waits after the event; undefined where it changes nothing. */
const waitsAfter = (event: HallEvent): boolean | undefined => {
  switch (event.type) {
    case 'TicketReturned':
    case 'TicketResumed':
    case 'TicketReady':
    case 'TicketReleased':
    case 'TicketPreparing':
    case 'TicketSentBack':
      return true;
    case 'TicketRestored':
      return event.state === 'waiting' || event.state === 'preparing';
    case 'TicketCalled':
    case 'TicketParked':
      return false;
    default:
      return undefined;
  }
};

const ENDS: readonly HallEvent['type'][] = [
  ...(['LegFinished', 'TicketTransferred', 'ServiceFinished'] as const),
  ...(['TicketCancelled', 'TicketExpired', 'TicketLeft'] as const),
];

const begun = (event: EventOf<'TicketIssued' | 'LegEntered'>, at: Instant, last?: Leg): Leg => ({
  clock: clockAtEntry(event, at, last?.clock),
  waits: event.type === 'TicketIssued' ? !event.carried : event.stays === undefined,
  endedAt: null,
  handedOn: false,
});

const follow = (leg: Leg, event: HallEvent, at: Instant): void => {
  leg.clock = clockAfter(leg.clock, event, at);
  leg.waits = waitsAfter(event) ?? leg.waits;
  if (ENDS.includes(event.type)) leg.endedAt = at;
  if (event.type === 'TicketRestored') leg.endedAt = null;
  if (event.type === 'TicketTransferred') {
    leg.handedOn = event.counter === undefined && leg.clock.waited === null;
  }
};

const waitOf = ({ clock, waits, endedAt, handedOn }: Leg): LegWait | null => {
  const from = countsFrom(clock);
  const waitMs = waitOnClock(clock);
  if (handedOn) return null;
  const runs = waits && endedAt === null ? runsFrom(clock) : null;
  if (runs !== null)
    return { from: runs, to: null, called: clock.calledAt !== null || waitMs !== null };
  if (waitMs !== null) return { from, to: from + waitMs, called: true };
  return waits && clock.waited === null && endedAt !== null
    ? { from, to: Math.max(from, endedAt), called: false }
    : null;
};

/** Of the entries of one ticket: by leg; null of one without a wait of its own. */
export const legWaits = (
  entries: Iterable<{ readonly at: Instant; readonly event: HallEvent }>,
): readonly (LegWait | null)[] => {
  const legs: Leg[] = [];
  for (const { at, event } of entries) {
    const last = legs.at(-1);
    if (event.type === 'TicketIssued' || event.type === 'LegEntered') {
      legs.push(begun(event, at, last));
    } else if (last) follow(last, event, at);
  }
  return legs.map(waitOf);
};
