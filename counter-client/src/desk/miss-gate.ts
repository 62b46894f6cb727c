/**
 * Whether the called number may be passed, and if not what is still lacking. The system counts, not
 * the teller. Rules: MISS-1, MISS-2, MISS-3.
 */
import type { Instant } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

/** Units: whole seconds, rounded up, so that zero means now. */
export type MissGate =
  | { readonly kind: 'calls-lacking'; readonly recallCountsIn: number }
  | { readonly kind: 'too-early'; readonly seconds: number }
  | { readonly kind: 'allowed' };

export const missGate = (ticket: TicketRow, at: Instant): MissGate => {
  if (ticket.missAllowedAt === null) {
    return { kind: 'calls-lacking', recallCountsIn: secondsUntil(ticket.recallCountsAt ?? at, at) };
  }
  const seconds = secondsUntil(ticket.missAllowedAt, at);
  return seconds > 0 ? { kind: 'too-early', seconds } : { kind: 'allowed' };
};

const secondsUntil = (then: Instant, at: Instant): number =>
  Math.max(0, Math.ceil((then - at) / 1000));
