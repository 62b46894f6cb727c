/**
 * The calling rule as each version of this program has had it. A journal is judged by the rule that
 * wrote it: whoever raises RULE_VERSION keeps the old rule here, beside the new one. Rules: CALL-9.
 */
import type { Moment } from './eligibility.ts';
import { type Choice, chooseNext } from './lane-policy.ts';

export type CallingRule = (moment: Moment) => Choice | null;

/** The moment as a version of the rules saw it, for a choice by hand. */
export const momentOf = (version: number, moment: Moment): Moment =>
  version === 1 ? { ...moment, neverAway: true } : moment;

const RULES: Readonly<Record<number, CallingRule>> = {
  /** Before counters could be away. */
  1: (moment) => chooseNext(momentOf(1, moment)),
  2: chooseNext,
};

/** The rule of a version; undefined when this program is older than the journal. */
export const callingRule = (version: number): CallingRule | undefined => RULES[version];
