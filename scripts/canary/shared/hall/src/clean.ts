// expect: nothing
import type { TicketId } from '@tingxu/contract/ids';
import { first } from './series.ts';

/** The control: what the core may do passes. */
export function longest(waits: ReadonlyMap<TicketId, number>, at: number): number {
  return Math.max(first, ...[...waits.values()].map((since) => at - since));
}
