/** What a day was like for its customers, recorded and measured by the same definitions. */
import type { HallConfig } from '@tingxu/contract/config';
import type { LaneId } from '@tingxu/contract/ids';
import type { WaitSeconds } from '@tingxu/contract/rest';

/** One customer's day. */
export type Outcome = {
  readonly lane: LaneId;
  readonly end: 'served' | 'gave-up' | 'no-show';
  /** Until called for the last time, or until given up. Units: ms. */
  readonly waitMs: number;
  readonly passedOver: number;
  /** The wait told with the ticket, and the one that came true: until the first call. */
  readonly told: WaitSeconds | null;
  readonly firstCallMs: number | null;
};

/** Units: seconds. */
export type WaitFigures = { readonly mean: number; readonly median: number; readonly p90: number };

export type EstimateFigures = {
  /** Customers who were told a wait and were called. */
  readonly told: number;
  /** Share of them whose wait lay in the range. */
  readonly held: number;
  /** The same among those who had to wait at all; null when nobody had to. */
  readonly heldOfWaiting: number | null;
};

export type LaneFigures = {
  /** `all` for the whole hall. */
  readonly lane: LaneId | 'all';
  readonly customers: number;
  readonly served: number;
  readonly gaveUp: number;
  readonly noShow: number;
  readonly gaveUpShare: number;
  readonly waitOfServed: WaitFigures | null;
  readonly waitOfAll: WaitFigures | null;
  readonly maxPassedOver: number;
  /** Share of the served whose wait met the lane's target. */
  readonly withinPromise: number | null;
  readonly estimates: EstimateFigures | null;
};

/** The smallest value that at least the share of the values does not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const round = (value: number, digits: number): number =>
  Math.round(value * 10 ** digits) / 10 ** digits;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : round(part / whole, 4));

const waits = (outcomes: readonly Outcome[]): WaitFigures | null => {
  if (outcomes.length === 0) return null;
  const seconds = outcomes.map((one) => one.waitMs / 1000);
  return {
    mean: round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length, 1),
    median: round(quantile(seconds, 0.5), 1),
    p90: round(quantile(seconds, 0.9), 1),
  };
};

type Promised = { readonly told: WaitSeconds; readonly realMs: number };

const holds = ({ told, realMs }: Promised): boolean =>
  told.lowSeconds * 1000 <= realMs && realMs <= told.highSeconds * 1000;

const estimates = (outcomes: readonly Outcome[]): EstimateFigures | null => {
  const promised = outcomes.flatMap(({ told, firstCallMs }): Promised[] =>
    told && firstCallMs !== null ? [{ told, realMs: firstCallMs }] : [],
  );
  if (promised.length === 0) return null;
  const waiting = promised.filter((one) => one.realMs > 0);
  return {
    told: promised.length,
    held: share(promised.filter(holds).length, promised.length),
    heldOfWaiting:
      waiting.length === 0 ? null : share(waiting.filter(holds).length, waiting.length),
  };
};

const figuresOf = (
  lane: LaneId | 'all',
  outcomes: readonly Outcome[],
  targetMs: (lane: LaneId) => number,
): LaneFigures => {
  const served = outcomes.filter((one) => one.end === 'served');
  const gaveUp = outcomes.filter((one) => one.end === 'gave-up').length;
  const within = served.filter((one) => one.waitMs <= targetMs(one.lane)).length;
  return {
    lane,
    customers: outcomes.length,
    served: served.length,
    gaveUp,
    noShow: outcomes.length - served.length - gaveUp,
    gaveUpShare: share(gaveUp, outcomes.length),
    waitOfServed: waits(served),
    waitOfAll: waits(outcomes),
    maxPassedOver: Math.max(0, ...outcomes.map((one) => one.passedOver)),
    withinPromise: served.length === 0 ? null : share(within, served.length),
    estimates: estimates(outcomes),
  };
};

/** Per lane in the order of the hall, then all together. */
export const laneFigures = (
  hall: HallConfig,
  outcomes: readonly Outcome[],
): readonly LaneFigures[] => {
  const targets = new Map(hall.lanes.map((lane) => [lane.id, lane.promise.targetMs]));
  const targetMs = (lane: LaneId) => targets.get(lane) ?? 0;
  return [
    ...hall.lanes.map(({ id }) =>
      figuresOf(
        id,
        outcomes.filter((one) => one.lane === id),
        targetMs,
      ),
    ),
    figuresOf('all', outcomes, targetMs),
  ];
};
