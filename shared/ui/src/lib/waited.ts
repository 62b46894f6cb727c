/** How long a ticket waits: what every screen shows and holds against the promise. Pure. */
import type { Instant } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

/** Nobody waits before the posted opening. Units: ms. Rules: END-3, HOURS-3. */
export const waitedMs = (
  { waitCountsFromAt }: Pick<TicketRow, 'waitCountsFromAt'>,
  at: Instant,
): number => Math.max(0, at - waitCountsFromAt);
