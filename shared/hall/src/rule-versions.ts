/**
 * The calling rule as each version of this program has had it. A journal is judged by the rule that
 * wrote it: whoever raises RULE_VERSION keeps the old rule here, beside the new one. Rules: CALL-9.
 */
import type { CounterConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import type { FairChoice } from './fairness.ts';
import { chooseNext } from './lane-policy.ts';
import type { Day, HallState } from './state.ts';

export type CallingRule = (
  hall: HallState,
  day: Day,
  counter: CounterConfig,
  at: Instant,
) => FairChoice | null;

const RULES: Readonly<Record<number, CallingRule>> = { 1: chooseNext };

/** The rule of a version; undefined when this program is older than the journal. */
export const callingRule = (version: number): CallingRule | undefined => RULES[version];
