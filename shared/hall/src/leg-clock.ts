/**
 * The one account of what a leg has waited. Totals, statistics, lists and the trail take their figures
 * from here, so the same wait is never told in two ways. Rules: STAT-5, END-3, HOURS-3.
 */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { DurationMs, Instant } from '@tingxu/contract/ids';

export type LegClock = {
  readonly enteredAt: Instant;
  /** When the hall opened for whoever took the ticket before that. Rules: HOURS-3. */
  readonly opensAt: Instant;
  /** The last call by the rule; null while there was none, and where the customer stood there. */
  readonly calledAt: Instant | null;
  /** Set once it was set aside during its service: what it had waited until the call of that. */
  readonly over: { readonly ms: DurationMs | null } | null;
};

/** From when a wait counts: what lies before the posted opening is told apart. Rules: HOURS-3. */
export const countsFrom = ({ enteredAt, opensAt }: Pick<LegClock, 'enteredAt' | 'opensAt'>) =>
  Math.max(enteredAt, opensAt);

/** What was waited until the last call; null where nothing was. Units: ms. Rules: STAT-5, END-3. */
export const waitOnClock = (clock: LegClock): DurationMs | null => {
  if (clock.over) return clock.over.ms;
  // A booking that is called before its time has not waited.
  return clock.calledAt === null ? null : Math.max(0, clock.calledAt - countsFrom(clock));
};

/** The clock of a leg that begins, after that of the leg before it. */
export const clockAtEntry = (
  event: EventOf<'TicketIssued' | 'LegEntered'>,
  at: Instant,
  before: LegClock | undefined,
): LegClock => {
  const fresh = { calledAt: null, over: null };
  return event.type === 'TicketIssued'
    ? { enteredAt: event.waitFromAt ?? at, opensAt: at + (event.preOpeningMs ?? 0), ...fresh }
    : { enteredAt: event.enteredAt ?? at, opensAt: before?.opensAt ?? at, ...fresh };
};

/** What an event of the ticket does to the clock of its leg. Rules: END-3, CTR-7. */
export const clockAfter = (clock: LegClock, event: HallEvent, at: Instant): LegClock => {
  switch (event.type) {
    case 'TicketCalled':
      return { ...clock, calledAt: event.chosen?.reason === 'walk-up' ? null : at };
    case 'TicketParked':
    case 'TicketSentBack':
    case 'TicketRestored':
      return event.servedMs === undefined ? clock : { ...clock, over: { ms: waitOnClock(clock) } };
    default:
      return clock;
  }
};
