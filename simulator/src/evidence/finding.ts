/** The verdict of one check. */
import type { Evidence } from './evidence.ts';

export type Check = {
  readonly id: string;
  /** What holds when it passes. */
  readonly claim: string;
  /** One sentence per violation; none means that the claim holds. */
  readonly find: (evidence: Evidence) => readonly string[];
};

export type Finding = {
  readonly id: string;
  readonly claim: string;
  readonly ok: boolean;
  readonly violations: readonly string[];
};

export const judge = (checks: readonly Check[], evidence: Evidence): readonly Finding[] =>
  checks.map(({ id, claim, find }) => {
    const violations = find(evidence);
    return { id, claim, ok: violations.length === 0, violations };
  });
