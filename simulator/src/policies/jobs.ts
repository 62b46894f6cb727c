/** The pieces of the comparison: all days of one kind under one rule. */
import { type Arrival, arrivalsOf, type DayKind } from './arrivals.ts';
import type { DayTotals } from './figures.ts';
import { playPureDay } from './play-pure-day.ts';
import { type Rule, syntheticHall } from './synthetic-hall.ts';

/** All days of one kind; the rules are given the same ones. */
export type Job = {
  readonly kind: DayKind;
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** Ordinals of the days, from `from` up to before `to`. */
  readonly from: number;
  readonly to: number;
};

/** By rule, then by day; and how many customers came. */
export type JobResult = {
  readonly byRule: readonly (readonly DayTotals[])[];
  readonly customers: number;
};

export const runJob = ({ kind, rules, seed, from, to }: Job): JobResult => {
  const days: (readonly Arrival[])[] = [];
  for (let day = from; day < to; day += 1) days.push(arrivalsOf(kind, seed, day));
  const byRule = rules.map((rule) => {
    const config = syntheticHall(rule);
    return days.map((arrivals) => playPureDay(config, arrivals));
  });
  return { byRule, customers: days.reduce((sum, arrivals) => sum + arrivals.length, 0) };
};
