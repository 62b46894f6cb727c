/** The comparison of calling rules on the synthetic hall. Source: product.md 4.1. */
import { PolicyKind } from '@tingxu/contract/config';
import { DAY_KINDS, type DayKind } from './arrivals.ts';
import { type DayTotals, figuresOf, type LaneFigures } from './figures.ts';
import type { Job, JobResult } from './jobs.ts';
import { type Rule, ruleName } from './synthetic-hall.ts';

/** The default rule first: the others are held against it. First come first served passes nobody over. */
export const RULES: readonly Rule[] = [
  ...PolicyKind.options.map((kind) => ({ kind, capped: true })),
  { kind: 'weighted-delay', capped: false },
  { kind: 'strict', capped: false },
];

export type RuleFigures = { readonly rule: string; readonly lanes: readonly LaneFigures[] };

export type Comparison = {
  readonly name: string;
  readonly days: number;
  readonly customersPerDay: number;
  readonly rules: readonly RuleFigures[];
};

/** Days of one job: small enough that every core is busy to the end. */
const JOB_DAYS = 20;

export const jobsOf = (kind: DayKind, seed: number, days: number): readonly Job[] =>
  Array.from({ length: Math.ceil(days / JOB_DAYS) }, (_, i) => ({
    ...{ kind, rules: RULES, seed },
    from: i * JOB_DAYS,
    to: Math.min(days, (i + 1) * JOB_DAYS),
  }));

/** Figures of all rules over the same days. */
export const comparisonOf = (
  name: string,
  rules: readonly string[],
  { byRule, customers }: JobResult,
): Comparison => {
  const first: readonly DayTotals[] = byRule[0] ?? [];
  return {
    name,
    days: first.length,
    customersPerDay: Math.round(customers / Math.max(1, first.length)),
    rules: byRule.map((days, i) => ({ rule: rules[i] ?? '', lanes: figuresOf(days, first) })),
  };
};

const joined = (results: readonly JobResult[]): JobResult => ({
  byRule: RULES.map((_, i) => results.flatMap(({ byRule }) => byRule[i] ?? [])),
  customers: results.reduce((sum, { customers }) => sum + customers, 0),
});

/** How jobs are run: on every core, or one after the other. */
export type Runner = (jobs: readonly Job[]) => Promise<readonly JobResult[]>;

/** Every kind of day under every rule. */
export const compareSynthetic = async (
  { seed, days }: { readonly seed: number; readonly days: number },
  run: Runner,
): Promise<readonly Comparison[]> => {
  const jobs = DAY_KINDS.flatMap((kind) => jobsOf(kind, seed, days));
  const results = await run(jobs);
  const names = RULES.map(ruleName);
  return DAY_KINDS.map((kind) =>
    comparisonOf(`${kind} day`, names, joined(results.filter((_, i) => jobs[i]?.kind === kind))),
  );
};
