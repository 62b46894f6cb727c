/** What most questions about a ticket come down to. Pure. Source: product.md 4.6. */
import type { CounterId, DurationMs, Instant, ServiceId, StaffId } from '@tingxu/contract/ids';
import type { Leg, TicketDetail } from '@tingxu/contract/rest';

/** The wait for one service; `to` is null while it still runs. Units: epoch ms. */
export type LegWait = {
  readonly service: ServiceId;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly called: boolean;
};

export type TrailFacts = {
  readonly issuedAt: Instant;
  readonly calls: number;
  /** Calls that count towards a miss. */
  readonly counted: number;
  /** Where it was called last, and by whom. */
  readonly counter: CounterId | null;
  readonly staff: StaffId | null;
  readonly waits: readonly LegWait[];
  readonly endedAt: Instant | null;
};

const waitOf = ({ service, wait }: Leg): LegWait[] => {
  if (!wait) return [];
  const { from, to, called } = wait;
  return [{ service, from: Date.parse(from), to: to === null ? null : Date.parse(to), called }];
};

/** What all services together waited. Units: ms. Rules: STAT-5. */
export const togetherMs = (waits: readonly LegWait[], now: Instant): DurationMs =>
  waits.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0);

export const factsOf = (detail: TicketDetail): TrailFacts => {
  const { ticket, legs } = detail;
  const calls = legs.flatMap((leg) => leg.calls);
  const last = calls.at(-1);
  return {
    issuedAt: Date.parse(ticket.issuedAt),
    calls: calls.length,
    counted: calls.filter(({ counted }) => counted).length,
    counter: last?.counter ?? null,
    staff: last?.staff ?? null,
    waits: legs.flatMap(waitOf),
    endedAt: ticket.endedAt === null ? null : Date.parse(ticket.endedAt),
  };
};
