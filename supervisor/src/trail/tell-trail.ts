/** The events of a ticket as sentences. Pure. Source: H44. */
import { HallEvent } from '@tingxu/contract/events';
import type { CounterId } from '@tingxu/contract/ids';
import type { TicketDetail, TrailEntry } from '@tingxu/contract/rest';
import type { MonitorI18n } from '../texts.ts';

export type TrailLine = {
  readonly seq: number;
  /** Units: epoch ms. */
  readonly at: number;
  readonly text: string;
  /** What belongs to it: told at issue, whether a call counts. */
  readonly note: string | null;
  /** Role and personnel number. */
  readonly by: string;
};

type Texts = Pick<MonitorI18n['t'], 'trail' | 'staff'>;
/** What the hall calls a counter, e.g. `3 号窗口`. */
export type CounterWord = (counter: CounterId) => string;

export const tellTrail = (detail: TicketDetail, t: Texts, counter: CounterWord): TrailLine[] =>
  detail.trail.map((entry) => {
    const event = eventOf(entry);
    return {
      seq: entry.seq,
      at: Date.parse(entry.at),
      // An event of a newer server is named rather than left out.
      text: event ? textOf(event, t, counter) : t.trail.unknownEvent(entry.type),
      note: event && noteOf(event, t),
      by: byOf(entry, t),
    };
  });

/** The event of an entry; null when it is one that this page does not know. */
const eventOf = ({ type, data }: TrailEntry): HallEvent | null =>
  HallEvent.safeParse({ type, ...data }).data ?? null;

/** Facts that are of no ticket. */
const OF_THE_HALL = [
  'BookingMade',
  'BookingMoved',
  'BookingCancelled',
  'BookingExpired',
  'DayOpened',
  'DayReopened',
  'DayClosed',
  'ConfigurationChanged',
  'ConfigurationPlanned',
  'ConfigurationPlanWithdrawn',
  'CounterOpened',
  'CounterPaused',
  'CounterResumed',
  'CounterClosed',
  'HelpCalled',
  'HelpAnswered',
  'HelpEnded',
  'IssuingStopped',
  'IssuingExtended',
  'IssuingResumed',
  'IssuingTurned',
  'ClockStepped',
  'ClockCorrected',
] as const satisfies readonly HallEvent['type'][];

const ofTheHall: readonly string[] = OF_THE_HALL;
const isOfTheHall = (
  event: HallEvent,
): event is Extract<HallEvent, { type: (typeof OF_THE_HALL)[number] }> =>
  ofTheHall.includes(event.type);

const textOf = (event: HallEvent, t: Texts, counter: CounterWord): string => {
  const { event: words } = t.trail;
  if (isOfTheHall(event)) return words.ofTheHall;
  switch (event.type) {
    case 'TicketCalled':
    case 'TicketRecalled':
      return words[event.type](counter(event.counter), event.attempt);
    case 'ServiceStarted':
    case 'ServiceFinished':
    case 'TicketReleased':
    case 'LegFinished':
    case 'TicketParked':
    case 'TicketSentBack':
      return words[event.type](counter(event.counter));
    case 'TicketTransferred':
      return words.TicketTransferred(event.counter ? counter(event.counter) : null);
    case 'LegEntered':
      return event.stays ? words.LegStays : words.LegEntered;
    case 'LaneChanged':
      return words.LaneChanged(event.lane);
    case 'TicketMissed':
      return words.TicketMissed(counter(event.counter), event.calls);
    case 'TicketCancelled':
      return words.TicketCancelled(t.staff.cancelReason[event.reason]);
    case 'TicketCarried':
      return words.TicketCarried(event.number);
    case 'TicketLeft':
      return words.TicketLeft(t.staff.endReason[event.reason]);
    case 'BookingCheckedIn':
    case 'TicketIssued':
    case 'TicketEscorted':
    case 'TicketReturned':
    case 'TicketExpired':
    case 'ServiceAdded':
    case 'TicketResumed':
    case 'TicketPreparing':
    case 'TicketReady':
    case 'TicketNotCarried':
      return words[event.type];
    default:
      return event satisfies never;
  }
};

const noteOf = (event: HallEvent, { trail }: Texts): string | null => {
  switch (event.type) {
    case 'TicketIssued':
      if (event.carried) return trail.carriedFrom(event.carried.number);
      return trail.told(event.ahead, event.noWorst ? null : event.earlier + event.passOverCap);
    case 'TicketCalled':
      return event.chosen ? trail.chosen(trail.choice[event.chosen.reason]) : trail.counted;
    case 'TicketMissed':
      return event.early ? trail.early(trail.earlyMiss[event.early]) : null;
    case 'TicketRecalled':
      return event.counted ? trail.counted : trail.notCounted;
    case 'TicketReturned':
      if (event.override) return trail.chosen(trail.choice[event.override]);
      return event.hold > 0 ? trail.held(event.hold) : null;
    default:
      return null;
  }
};

const byOf = ({ by }: TrailEntry, { trail }: Texts): string =>
  [trail.role[by.role], by.staff].filter(Boolean).join(' ');
