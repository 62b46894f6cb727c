/** All checks of a replayed day, in the order in which they are printed. */
import { CALL_CHECKS } from './call-checks.ts';
import { FAIRNESS_CHECKS } from './fairness-checks.ts';
import type { Check } from './finding.ts';
import { SCREEN_CHECKS } from './screen-checks.ts';
import { TICKET_CHECKS } from './ticket-checks.ts';

export const CHECKS: readonly Check[] = [
  ...TICKET_CHECKS,
  ...CALL_CHECKS,
  ...FAIRNESS_CHECKS,
  ...SCREEN_CHECKS,
];
