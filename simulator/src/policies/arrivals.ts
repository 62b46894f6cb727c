/**
 * Synthetic days: who comes when, to which lane and service, and how long the service takes. A day is
 * drawn before any rule has had a say, so every rule meets the same customers (common random numbers).
 * Source: product.md 4.1.
 */
import { type DurationMs, LaneId, ServiceId } from '@tingxu/contract/ids';
import { unitDraw } from '../model/draw.ts';
import { SERVICE_MINUTES } from './synthetic-hall.ts';

export const DAY_MINUTES = 480;
const MINUTE_MS = 60_000;

export const DAY_KINDS = ['normal', 'busy', 'surge'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export type Arrival = {
  /** Since the opening. Units: ms. */
  readonly afterMs: DurationMs;
  readonly lane: LaneId;
  readonly service: ServiceId;
  readonly serviceMs: DurationMs;
};

const LOADS: Readonly<Record<DayKind, number>> = { normal: 1.38, busy: 1.5, surge: 1.38 };
/** On top of a normal day. Units: customers per minute; minutes. */
const SURGE = { rate: 0.6, from: 180, to: 240 };

/** Units: customers per minute, at a minute of the day. */
const curve = (minute: number): number =>
  0.65 +
  0.55 * Math.exp(-(((minute - 120) / 55) ** 2)) +
  0.35 * Math.exp(-(((minute - 330) / 60) ** 2));
/** Above every value of the curve. */
const CURVE_TOP = 1.25;

/** One of the rows, each as likely as its share. */
const pickShare = <T>(rows: readonly (readonly [T, number])[], unit: number): T | undefined => {
  let rest = unit;
  for (const [value, share] of rows) {
    if (rest < share) return value;
    rest -= share;
  }
  return rows.at(-1)?.[0];
};

const LANES = [
  [LaneId.parse('vip'), 0.1],
  [LaneId.parse('elderly'), 0.2],
  [LaneId.parse('normal'), 0.7],
] as const;
const SERVICES = [
  ['cash', 0.6],
  ['accounts', 0.25],
  ['loans', 0.15],
] as const;
const ELDERLY_FACTOR = 1.25;

/** A normal deviate of two draws (Box and Muller). */
const deviate = (first: number, second: number): number =>
  Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);

/** Variance of the logarithm of a log-normal time whose squared coefficient of variation is 1. */
const LOG_VARIANCE = Math.log(2);

type Draw = (purpose: string) => number;

const arrivalAt = (minute: number, draw: Draw): Arrival => {
  const lane = pickShare(LANES, draw('lane')) ?? LaneId.parse('normal');
  const service = pickShare(SERVICES, draw('service')) ?? 'cash';
  const mean = SERVICE_MINUTES[service] * (lane === 'elderly' ? ELDERLY_FACTOR : 1) * MINUTE_MS;
  const spread = Math.sqrt(LOG_VARIANCE) * deviate(draw('long'), draw('short'));
  return {
    afterMs: Math.round(minute * MINUTE_MS),
    lane,
    service: ServiceId.parse(service),
    serviceMs: Math.max(1, Math.round(mean * Math.exp(spread - LOG_VARIANCE / 2))),
  };
};

/** A Poisson stream whose rate never exceeds `top`: candidates at that rate, each kept by its share. */
const stream = (
  { rate, top, from, to }: StreamOf,
  drawOf: (ordinal: number) => Draw,
): readonly Arrival[] => {
  const arrivals: Arrival[] = [];
  let minute = from;
  for (let ordinal = 0; ; ordinal += 1) {
    const draw = drawOf(ordinal);
    minute -= Math.log(draw('gap')) / top;
    if (minute >= to) return arrivals;
    if (draw('kept') * top < rate(minute)) arrivals.push(arrivalAt(minute, draw));
  }
};

type StreamOf = {
  /** Units: customers per minute. */
  readonly rate: (minute: number) => number;
  readonly top: number;
  /** Units: minutes of the day. */
  readonly from: number;
  readonly to: number;
};

/** The customers of a day by arrival; the same seed and ordinal give the same day. */
export const arrivalsOf = (kind: DayKind, seed: number, day: number): readonly Arrival[] => {
  const load = LOADS[kind];
  const named =
    (what: string) =>
    (ordinal: number): Draw =>
    (purpose) =>
      unitDraw(seed, purpose, `${what} ${day} ${ordinal}`);
  const usual = stream(
    { rate: (minute) => load * curve(minute), top: load * CURVE_TOP, from: 0, to: DAY_MINUTES },
    named('usual'),
  );
  if (kind !== 'surge') return usual;
  const { rate, from, to } = SURGE;
  const surge = stream({ rate: () => rate, top: rate, from, to }, named('surge'));
  return [...usual, ...surge].sort((a, b) => a.afterMs - b.afterMs);
};
