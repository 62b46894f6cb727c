/** What most questions about a ticket come down to. Pure. Source: product.md 4.6. */
import type { CounterId, Instant, StaffId } from '@tingxu/contract/ids';
import type { TicketDetail } from '@tingxu/contract/rest';

export type TrailFacts = {
  readonly issuedAt: Instant;
  readonly calls: number;
  /** Calls that count towards a miss. */
  readonly counted: number;
  /** Where it was called last, and by whom. */
  readonly counter: CounterId | null;
  readonly staff: StaffId | null;
  /**
   * From the entry of the last leg to its last call that is no recall; null before the first call.
   * A recall chose nobody, so it has no policy.
   */
  readonly waitedMs: number | null;
  readonly endedAt: Instant | null;
};

export const factsOf = ({ ticket, legs }: TicketDetail): TrailFacts => {
  const calls = legs.flatMap((leg) => leg.calls);
  const leg = legs.at(-1);
  const last = leg?.calls.at(-1);
  const called = leg?.calls.filter(({ policy }) => policy !== null).at(-1);
  return {
    issuedAt: Date.parse(ticket.issuedAt),
    calls: calls.length,
    counted: calls.filter(({ counted }) => counted).length,
    counter: last?.counter ?? null,
    staff: last?.staff ?? null,
    waitedMs: leg && called ? Date.parse(called.at) - Date.parse(leg.enteredAt) : null,
    endedAt: ticket.endedAt === null ? null : Date.parse(ticket.endedAt),
  };
};
