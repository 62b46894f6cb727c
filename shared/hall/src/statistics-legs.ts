/** Legs of a day by lane and by service, counted from events alone. Rules: STAT-1, END-3. */
import type { EndReason } from '@tingxu/contract/events';
import type { DurationMs, TicketId } from '@tingxu/contract/ids';
import type { ServiceFigures, VisitFigures } from '@tingxu/contract/statistics';
import type { LegClock } from './leg-clock.ts';

/** A leg of a ticket in one lane, as its events so far leave it. */
export type DayLeg = {
  readonly id: TicketId;
  readonly lane: string;
  readonly service: string;
  /** What it has waited. Rules: STAT-5. */
  clock: LegClock;
  /** The visit began with it; else it came later, or from another lane. */
  readonly begins: boolean;
  /** The visit ended with it, served. */
  completes: boolean;
  passedOver: number;
  missed: boolean;
  /** Missed, and the customer was served or transferred by a counter after all. */
  recovered: boolean;
  end: EndReason | null;
  /** Null while it is not over, and of one that was not called from the line. */
  waitMs: DurationMs | null;
  serviceMs: DurationMs;
  withinPromise: boolean;
};

const MINUTE_MS = 60_000;

export const noServices = (): ServiceFigures => ({ count: 0, sumMs: 0, maxMs: 0 });

export const addService = (figures: ServiceFigures, serviceMs: DurationMs): ServiceFigures => ({
  count: figures.count + 1,
  sumMs: figures.sumMs + serviceMs,
  maxMs: Math.max(figures.maxMs, serviceMs),
});

const waitsOf = (legs: readonly DayLeg[]): VisitFigures['waits'] => {
  const waits = legs.flatMap(({ waitMs }) => waitMs ?? []);
  const within = (minutes: number): number =>
    waits.filter((waitMs) => waitMs <= minutes * MINUTE_MS).length;
  return {
    count: waits.length,
    sumMs: waits.reduce((sum, waitMs) => sum + waitMs, 0),
    maxMs: waits.reduce((most, waitMs) => Math.max(most, waitMs), 0),
    withinPromise: legs.filter(({ withinPromise }) => withinPromise).length,
    within5Minutes: within(5),
    within10Minutes: within(10),
    within15Minutes: within(15),
    within30Minutes: within(30),
  };
};

/** The smallest count that at least 95 of 100 do not exceed. */
const p95 = (counts: readonly number[]): number => {
  const inOrder = [...counts].sort((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(inOrder.length * 0.95) - 1)] ?? 0;
};

const endsOf = (legs: readonly DayLeg[]): VisitFigures['ended'] => {
  const ended: Partial<Record<EndReason, number>> = {};
  for (const { end } of legs) if (end) ended[end] = (ended[end] ?? 0) + 1;
  return ended;
};

/** The figures of some legs. */
export const legFigures = (legs: readonly DayLeg[]): VisitFigures => {
  const served = legs.filter(({ end }) => end === 'served');
  const missed = legs.filter((leg) => leg.missed);
  const passed = legs.map(({ passedOver }) => passedOver);
  return {
    issued: legs.filter(({ begins }) => begins).length,
    entered: legs.filter(({ begins }) => !begins).length,
    visitsServed: legs.filter(({ completes }) => completes).length,
    live: legs.filter(({ end }) => end === null).length,
    ended: endsOf(legs),
    waits: waitsOf(legs),
    services: served.reduce((sum, { serviceMs }) => addService(sum, serviceMs), noServices()),
    missed: missed.length,
    recovered: missed.filter(({ recovered }) => recovered).length,
    passedOverMax: passed.reduce((most, count) => Math.max(most, count), 0),
    passedOverP95: p95(passed),
  };
};
