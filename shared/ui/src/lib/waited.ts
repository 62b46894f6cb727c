/** How long a ticket has waited: what every screen shows and holds against the promise. Pure. */
import type { DurationMs, Instant } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

/** All legs together; nobody waits before the posted opening. Units: ms. Rules: STAT-5, HOURS-3. */
export const waitedMs = (
  { waitCountsFromAt, waitedMs: stands }: Pick<TicketRow, 'waitCountsFromAt' | 'waitedMs'>,
  at: Instant,
): DurationMs => stands ?? Math.max(0, at - waitCountsFromAt);

/** Whoever has waited longest first. */
export const byWait =
  (at: Instant) =>
  (a: TicketRow, b: TicketRow): number =>
    waitedMs(b, at) - waitedMs(a, at) || a.waitCountsFromAt - b.waitCountsFromAt;
