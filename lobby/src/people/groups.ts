/** Who is in the hall and not at a counter, in three lists. Pure. Source: H40. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import { byRisk } from '@tingxu/ui/lib/risk';

export type Group = 'waiting' | 'missed' | 'aside';
export const GROUPS: readonly Group[] = ['waiting', 'missed', 'aside'];

/** Whoever has the least time left on top; no limit is the most. */
const byLimit = (a: TicketRow, b: TicketRow): number =>
  (a.validUntilAt ?? Number.MAX_SAFE_INTEGER) - (b.validUntilAt ?? Number.MAX_SAFE_INTEGER) ||
  a.place - b.place;

export const groupsOf = (
  tickets: readonly TicketRow[],
  profile: HallProfile | null,
  at: Instant,
): Readonly<Record<Group, readonly TicketRow[]>> => ({
  waiting: byRisk(tickets, profile, at),
  missed: tickets.filter(({ state }) => state === 'missed').sort(byLimit),
  aside: tickets.filter(({ state }) => state === 'parked' || state === 'preparing').sort(byLimit),
});
