/**
 * Who is in danger of a broken promise: the list a supervisor reads from the top. Pure.
 * Source: H40 (wait, passed over).
 */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant, LaneId } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import { laneOf } from './profile.ts';
import { waitedMs } from './waited.ts';

/** Units: of the promised wait, and of the cap; 1 means that it is used up. */
export type Risk = { readonly wait: number; readonly passedOver: number };

export const riskOf = (ticket: TicketRow, profile: HallProfile | null, at: Instant): Risk => {
  const targetMs = laneOf(profile, ticket.lane)?.promise.targetMs;
  const { passedOver, passOverCap } = ticket;
  return {
    wait: targetMs ? waitedMs(ticket, at) / targetMs : 0,
    passedOver: passedOver === 0 ? 0 : passedOver / Math.max(1, passOverCap),
  };
};

/** Waiting tickets of a lane, or of all, the one in the greatest danger first. */
export const byRisk = (
  tickets: readonly TicketRow[],
  profile: HallProfile | null,
  at: Instant,
  lane: LaneId | null = null,
): TicketRow[] => {
  const danger = (ticket: TicketRow): number => {
    const { wait, passedOver } = riskOf(ticket, profile, at);
    return Math.max(wait, passedOver);
  };
  return tickets
    .filter((ticket) => ticket.state === 'waiting' && (lane === null || ticket.lane === lane))
    .map((ticket) => ({ ticket, danger: danger(ticket) }))
    .sort((a, b) => b.danger - a.danger || a.ticket.place - b.ticket.place)
    .map(({ ticket }) => ticket);
};
