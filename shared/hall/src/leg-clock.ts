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
  /**
   * The last call by the rule since it came into the line; null while there was none, and where the
   * customer stood there.
   */
  readonly calledAt: Instant | null;
  /** Set once its service was begun and cut: the wait until then, and whether it goes on. */
  readonly waited: CutWait | null;
  /** When it ended without having been served; the closing of the day may be taken back. Rules: DAY-5. */
  readonly leftAt: Instant | null;
};

/** The wait of a leg whose service was cut: it goes on with the line. Rules: END-3, DAY-5. */
export type CutWait = {
  /** What was waited until the call of that service; null where nothing was. */
  readonly ms: DurationMs | null;
  /** Since when it waits again; null while it is set aside or fills in its forms. */
  readonly againAt: Instant | null;
};

/** From when a wait counts: what lies before the posted opening is told apart. Rules: HOURS-3. */
export const countsFrom = ({ enteredAt, opensAt }: Pick<LegClock, 'enteredAt' | 'opensAt'>) =>
  Math.max(enteredAt, opensAt);

/** What was waited until the last call; null where nothing was. Units: ms. Rules: STAT-5, END-3. */
export const waitOnClock = (clock: LegClock): DurationMs | null => {
  const { calledAt, waited } = clock;
  if (waited) {
    const since = waited.againAt === null || calledAt === null ? null : calledAt - waited.againAt;
    return since === null ? waited.ms : (waited.ms ?? 0) + since;
  }
  // A booking that is called before its time has not waited.
  return calledAt === null ? null : Math.max(0, calledAt - countsFrom(clock));
};

/** From when the wait of a leg in line runs, as if without a break; null where it stands still. Rules: STAT-5. */
export const runsFrom = (clock: LegClock): Instant | null => {
  if (clock.waited === null) return countsFrom(clock);
  const { ms, againAt } = clock.waited;
  return againAt === null ? null : againAt - (ms ?? 0);
};

/** Back in line; a wait that already runs goes on as it does. Rules: END-3. */
export const waitsAgain = <C extends Pick<LegClock, 'waited'>>(clock: C, at: Instant): C =>
  clock.waited?.againAt === null ? { ...clock, waited: { ...clock.waited, againAt: at } } : clock;

/** The clock of a leg that begins, after that of the leg before it. */
export const clockAtEntry = (
  event: EventOf<'TicketIssued' | 'LegEntered'>,
  at: Instant,
  before: LegClock | undefined,
): LegClock => {
  const fresh = { calledAt: null, waited: null, leftAt: null };
  return event.type === 'TicketIssued'
    ? { enteredAt: event.waitFromAt ?? at, opensAt: at + (event.preOpeningMs ?? 0), ...fresh }
    : { enteredAt: event.enteredAt ?? at, opensAt: before?.opensAt ?? at, ...fresh };
};

/** A service that had begun is cut: the wait stands still. */
const cutBy = (clock: LegClock, servedMs: DurationMs | undefined): LegClock =>
  servedMs === undefined
    ? clock
    : { ...clock, calledAt: null, waited: { ms: waitOnClock(clock), againAt: null } };

/** What an event of the ticket does to the clock of its leg. Rules: END-3, CTR-7, DAY-5. */
export const clockAfter = (clock: LegClock, event: HallEvent, at: Instant): LegClock => {
  switch (event.type) {
    case 'TicketCalled':
      return { ...clock, calledAt: event.chosen?.reason === 'walk-up' ? null : at };
    case 'TicketParked':
    case 'TicketSentBack':
      return cutBy(clock, event.servedMs);
    case 'TicketRestored':
      // It waits since the closing, as everybody who was in line then.
      return event.servedMs === undefined
        ? clock
        : waitsAgain(cutBy(clock, event.servedMs), clock.leftAt ?? at);
    case 'TicketResumed':
    case 'TicketReady':
      return waitsAgain(clock, at);
    case 'TicketTransferred':
      // From the line: what was waited there goes on in the next leg, whatever call was missed meanwhile.
      return event.counter === undefined ? { ...clock, calledAt: null } : clock;
    case 'TicketLeft':
      return { ...clock, leftAt: at };
    default:
      return clock;
  }
};
