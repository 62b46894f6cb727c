/**
 * What came of a business day, from its events alone. Rates are left to the reader, who needs both
 * figures to say how sure they are; the definitions are those of product.md 4.6.
 * Units: durations in ms. Source: product.md 4.6; docs/SPEC.md STAT-1..STAT-4.
 */
import * as z from 'zod/mini';
import { PauseReason } from './commands.ts';
import { EndReason } from './events.ts';
import {
  BusinessDay,
  Count,
  CounterId,
  DurationMs,
  Instant,
  LaneId,
  ServiceId,
  StaffId,
} from './ids.ts';

/** Waits of legs that were called and then served or transferred: from entry to the last call by the rule. */
export const WaitFigures = z.strictObject({
  count: Count,
  sumMs: DurationMs,
  maxMs: DurationMs,
  /** Within the lane's own target. */
  withinPromise: Count,
  within5Minutes: Count,
  within10Minutes: Count,
  within15Minutes: Count,
  within30Minutes: Count,
});
export type WaitFigures = z.infer<typeof WaitFigures>;

/** From the start, or the call where none was pressed, to the end. */
export const ServiceFigures = z.strictObject({
  count: Count,
  sumMs: DurationMs,
  maxMs: DurationMs,
});
export type ServiceFigures = z.infer<typeof ServiceFigures>;

/** Legs of one lane or one service; `ended` tells how each of them ended. */
export const VisitFigures = z.strictObject({
  /** Visits that began here. */
  issued: Count,
  /** Later legs of visits, and tickets that came from another lane. */
  entered: Count,
  /** Visits whose last leg was served here. */
  visitsServed: Count,
  /** Still in the hall: in line, set aside, called, being served or missed. */
  live: Count,
  /** No-show rate: no-show of all that ended. Abandonment: cancelled, walked out or left, of the same. */
  ended: z.partialRecord(EndReason, Count),
  waits: WaitFigures,
  services: ServiceFigures,
  /** Tickets that missed a call, and those of them that a counter served or transferred after all. */
  missed: Count,
  recovered: Count,
  /** Over all tickets, ended or not. */
  passedOverMax: Count,
  passedOverP95: Count,
});
export type VisitFigures = z.infer<typeof VisitFigures>;

/**
 * Coverage is `answered` of `asked`: every finished service is asked about. Satisfaction is `scoreSum`
 * of `answered`, and never told without its coverage. Rules: RATE-5.
 */
export const RatingFigures = z.strictObject({ asked: Count, answered: Count, scoreSum: Count });
export type RatingFigures = z.infer<typeof RatingFigures>;

/** A counter, or a member of staff at any. Utilisation: `withTicketMs` of `inServiceMs` less the pauses. */
export const PostFigures = z.strictObject({
  inServiceMs: DurationMs,
  /** From the call to the end of the ticket, or to its miss. */
  withTicketMs: DurationMs,
  pausedMs: z.partialRecord(PauseReason, DurationMs),
  calls: Count,
  /** Of the calls: tickets chosen by hand, with a reason; and how many each of these passed over. Rules: CTR-6. */
  chosen: Count,
  passedOver: Count,
  missed: Count,
  services: ServiceFigures,
  ratings: RatingFigures,
});
export type PostFigures = z.infer<typeof PostFigures>;

/**
 * A quarter of an hour of the day. `inLine` stood in line at its end, or stand there now; `waits` are
 * those of the legs whose last call by the rule came in it; `atWorkMs` adds up all counters that were
 * open and not paused, over the `ranMs` of it that the day has run. Rules: STAT-4.
 */
export const QuarterFigures = z.strictObject({
  fromAt: Instant,
  issued: Count,
  inLine: Count,
  waits: z.pick(WaitFigures, { count: true, sumMs: true, maxMs: true, withinPromise: true }),
  ranMs: DurationMs,
  atWorkMs: DurationMs,
});
export type QuarterFigures = z.infer<typeof QuarterFigures>;

export const DayStatistics = z.strictObject({
  businessDay: BusinessDay,
  lanes: z.record(LaneId, VisitFigures),
  services: z.record(ServiceId, VisitFigures),
  counters: z.record(CounterId, PostFigures),
  staff: z.record(StaffId, PostFigures),
  /** From its opening on, without a gap. */
  course: z.array(QuarterFigures),
});
export type DayStatistics = z.infer<typeof DayStatistics>;
