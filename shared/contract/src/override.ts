/** Reasons of whoever goes round a rule: a fixed list each, since the journal takes no free text (adr/0008). */
import * as z from 'zod/mini';

/** Why a ticket is preferred by hand. Source: H46. */
export const OverrideReason = z.enum([
  'wrongly-missed',
  'needs-care',
  'continues-service',
  'complaint',
  'emergency',
]);
export type OverrideReason = z.infer<typeof OverrideReason>;

/** Why a number is passed before the calls and times of its rule. Rules: MISS-11. */
export const EarlyMissReason = z.enum([
  'customer-left',
  'customer-asked',
  'looked-for',
  'emergency',
]);
export type EarlyMissReason = z.infer<typeof EarlyMissReason>;
