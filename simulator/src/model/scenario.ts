/**
 * A recorded day as the needs of its customers and the presence of its counters, before any calling
 * rule has had a say. The same record, seed and no-show share give the same scenario.
 */
import type { Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { type Presence, presences, turnarounds } from '../record/presence.ts';
import {
  BANK_CUT_OVER_HOUR,
  type RecordedCustomer,
  type RecordedDay,
} from '../record/recorded-day.ts';
import { pickDraw, unitDraw } from './draw.ts';
import { drawPatience, kaplanMeier, type PatienceCurve } from './patience.ts';

export type CustomerPlan = {
  readonly key: string;
  readonly arrivesAt: Instant;
  readonly lane: LaneId;
  readonly service: ServiceId;
  readonly serviceMs: number;
  /** Leaves when not called by then. */
  readonly patienceMs: number;
  /** Time that the counter needs after this customer before it calls again. */
  readonly turnaroundMs: number;
  /** Is not there when called for the first time. */
  readonly missesCall: boolean;
  /** How long after the miss the customer is back; null: never. */
  readonly backAfterMs: number | null;
};

export type Scenario = {
  readonly seed: number;
  readonly noShow: number;
  readonly startsAt: Instant;
  /** The cut-over: nobody stays beyond. */
  readonly endsAt: Instant;
  readonly customers: readonly CustomerPlan[];
  readonly counters: readonly Presence[];
};

export type Chance = { readonly seed: number; readonly noShow: number };

/** Of those who miss their call this share comes back, after this mean time. */
const BACK_SHARE = 0.5;
const BACK_MEAN_MS = 5 * 60_000;
/** When a whole day served nobody of a type: the mean of the data. */
const DEFAULT_SERVICE_MS = 181_000;

const observe = (customer: RecordedCustomer) => ({
  waitMs: customer.waitMs,
  gaveUp: customer.served === null,
});

/**
 * Patience per lane. The lane of who never queued is often unknown in the record, so such customers
 * take the curve of the whole day.
 */
const patienceCurves = (
  customers: readonly RecordedCustomer[],
): ((customer: RecordedCustomer) => PatienceCurve) => {
  const queued = customers.filter((customer) => customer.queued);
  const ofAll = kaplanMeier(queued.map(observe));
  const byLane = new Map(
    [...Map.groupBy(queued, (customer) => customer.lane)].map(([lane, group]) => [
      lane,
      kaplanMeier(group.map(observe)),
    ]),
  );
  return (customer) => (customer.queued ? (byLane.get(customer.lane) ?? ofAll) : ofAll);
};

const serviceTimes = (customers: readonly RecordedCustomer[]) => {
  const byService = Map.groupBy(
    customers.flatMap(({ service, served }) =>
      served ? [{ service, ms: served.endedAt - served.startedAt }] : [],
    ),
    (one) => one.service,
  );
  return (service: ServiceId, unit: number): number =>
    pickDraw(byService.get(service) ?? [], unit)?.ms ?? DEFAULT_SERVICE_MS;
};

/**
 * What is recorded is taken as it is: arrival, lane, service, the service time of who was served, the
 * patience of who gave up. The rest is drawn: the patience of who was served, beyond the wait that
 * is known; the service time of who was not.
 */
export const scenarioOf = (day: RecordedDay, chance: Chance): Scenario => {
  const { customers } = day;
  const endsAt = day.midnightAt + (24 + BANK_CUT_OVER_HOUR) * 3_600_000 - 60_000;
  const curveOf = patienceCurves(customers);
  const serviceTime = serviceTimes(customers);
  const gaps = turnarounds(customers);
  const draw = (purpose: string, key: string) => unitDraw(chance.seed, purpose, key);
  const planOf = (customer: RecordedCustomer): CustomerPlan => {
    const { key, arrivedAt, lane, service, served, waitMs } = customer;
    const patienceMs = served
      ? drawPatience(curveOf(customer), waitMs, draw('patience', key))
      : waitMs;
    const missesCall = draw('no-show', key) < chance.noShow;
    const comesBack = draw('comes-back', key) < BACK_SHARE;
    return {
      key,
      arrivesAt: arrivedAt,
      lane,
      service,
      serviceMs: served
        ? served.endedAt - served.startedAt
        : serviceTime(service, draw('service', key)),
      patienceMs: Math.min(patienceMs, endsAt - arrivedAt),
      turnaroundMs: pickDraw(gaps, draw('turnaround', key)) ?? 0,
      missesCall,
      backAfterMs:
        missesCall && comesBack
          ? Math.round(-Math.log(draw('back-after', key)) * BACK_MEAN_MS)
          : null,
    };
  };
  return {
    ...chance,
    startsAt: day.midnightAt + BANK_CUT_OVER_HOUR * 3_600_000,
    endsAt,
    customers: customers.map(planOf),
    counters: presences(customers),
  };
};
