/** How each lane stands against its promise now. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import type { WaitRange } from '@tingxu/contract/wait-range';
import { waitTone } from '@tingxu/ui/lib/tone';
import { byWait, waitedMs } from '@tingxu/ui/lib/waited';

export type LaneFigures = {
  readonly lane: HallProfile['lanes'][number];
  readonly waiting: number;
  /** Waiting longer than the target. */
  readonly over: number;
  /** Not yet over, but past three quarters of the target. */
  readonly dueSoon: number;
  /** Whoever has waited longest. */
  readonly oldest: TicketRow | null;
  /** What somebody who takes a ticket now is told. */
  readonly wait: WaitRange | null;
};

export const laneFigures = (view: SupervisorView, at: Instant): LaneFigures[] =>
  (view.profile?.lanes ?? []).map((lane) => {
    const tickets = Object.values(view.tickets).filter(
      (ticket) => ticket.state === 'waiting' && ticket.lane === lane.id,
    );
    const tones = tickets.map((ticket) => waitTone(waitedMs(ticket, at), lane.promise.targetMs));
    return {
      lane,
      waiting: tickets.length,
      over: tones.filter((tone) => tone === 'over').length,
      dueSoon: tones.filter((tone) => tone === 'warn').length,
      oldest: longestWait(tickets, at),
      wait: view.lanes[lane.id]?.wait ?? null,
    };
  });

export const longestWait = (tickets: readonly TicketRow[], at: Instant): TicketRow | null =>
  tickets.toSorted(byWait(at))[0] ?? null;
