/**
 * The values that a hall starts with unless somebody chooses others: the one place where they stand, but for
 * the limits of alarms, which are `watchLimits` in watch.ts.
 * The demo hall, the bench, the simulator and docs/tingxu.example.yaml use them. Source: product.md
 * 4.1, 4.2. Units: ms, thousandths.
 */
import type { CallingPolicy, LaneConfig } from './config.ts';
import type { MissedRule } from './missed-rule.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** At least two calls, 20 s apart; back once within an hour, after three further calls of the lane. */
export const DEFAULT_MISSED = {
  minCalls: 2,
  intervalMs: 20 * SECOND_MS,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 60 * MINUTE_MS,
} as const satisfies MissedRule;

/** Three calls and at least 90 s; back twice, placed next. */
export const ELDERLY_MISSED = {
  ...DEFAULT_MISSED,
  minCalls: 3,
  minTotalMs: 90 * SECOND_MS,
  returnAfterCalls: 0,
  maxReturns: 2,
} as const satisfies MissedRule;

/** Largest weighted delay first; nobody is passed over more than 1.5 × the counters in service. */
export const DEFAULT_POLICY = {
  kind: 'weighted-delay',
  passOverPermille: 1_500,
} as const satisfies CallingPolicy;

type LaneRules = Pick<LaneConfig, 'promise' | 'creditMs' | 'selfSelect' | 'missed'>;

/** What a lane promises, its head start, who may choose it, and its missed rule. */
export const DEFAULT_LANES = {
  vip: {
    promise: { targetMs: 5 * MINUTE_MS, sharePermille: 950 },
    creditMs: 3 * MINUTE_MS,
    selfSelect: false,
    missed: DEFAULT_MISSED,
  },
  elderly: {
    promise: { targetMs: 8 * MINUTE_MS, sharePermille: 900 },
    creditMs: 90 * SECOND_MS,
    selfSelect: true,
    missed: ELDERLY_MISSED,
  },
  normal: {
    promise: { targetMs: 15 * MINUTE_MS, sharePermille: 800 },
    creditMs: 0,
    selfSelect: true,
    missed: DEFAULT_MISSED,
  },
} as const satisfies Readonly<Record<string, LaneRules>>;
