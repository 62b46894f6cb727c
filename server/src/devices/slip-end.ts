/** What becomes of paper that was asked for, as the journal and staff are told. Pure. Rules: SLIP-4, SLIP-5. */
import type { SlipFault, SlipOutcome } from '@tingxu/contract/slip-events';
import type { Outcome } from './device.ts';

/** A customer does not stand at a kiosk for longer than that. Units: ms. */
export const PRINT_WITHIN_MS = 8_000;

export type PaperEnd = { readonly outcome: SlipOutcome; readonly why?: SlipFault };

export const slipEnd = (outcome: Outcome): PaperEnd => {
  if (outcome.done) return { outcome: 'printed' };
  return { outcome: outcome.partly ? 'unsure' : 'not-printed', why: outcome.why };
};
