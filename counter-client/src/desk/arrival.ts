/** Who came while the desk had nobody to call. Pure. */
import type { TicketRow } from '@tingxu/contract/views';
import type { Desk } from './desk.ts';

/**
 * `own` are the tickets that this counter may call, the next one first. When all of them were issued
 * after the desk became free, there was nobody before.
 */
export const arrivalOf = (desk: Desk | null, own: readonly TicketRow[]): TicketRow | null => {
  if (desk?.kind !== 'idle') return null;
  const allNew = own.every(({ issuedAt }) => issuedAt > desk.sinceAt);
  return allNew ? (own[0] ?? null) : null;
};
