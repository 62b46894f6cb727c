/** What most questions about a ticket come down to. Pure. Source: product.md 4.6. */
import type { CounterId, Instant, ServiceId, StaffId } from '@tingxu/contract/ids';
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

const inLine = ({ ticket }: TicketDetail): boolean =>
  ticket.state === 'waiting' || ticket.state === 'preparing';

/**
 * From the entry of the leg to its last call that is no recall: a recall chose nobody, so it has no
 * policy. A service that went on at the counter had no wait.
 */
const waitOf = (detail: TicketDetail, leg: Leg): LegWait | null => {
  const { service } = leg;
  const from = Date.parse(leg.enteredAt);
  const call = leg.calls.findLast(({ policy }) => policy !== null);
  const last = leg === detail.legs.at(-1);
  if (last && inLine(detail)) return { service, from, to: null, called: call !== undefined };
  if (call) return { service, from, to: Math.max(from, Date.parse(call.at)), called: true };
  if (leg.startedAt !== null) return null;
  const end = leg.endedAt ?? detail.ticket.endedAt;
  return end === null
    ? null
    : { service, from, to: Math.max(from, Date.parse(end)), called: false };
};

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
    waits: legs.flatMap((leg) => waitOf(detail, leg) ?? []),
    endedAt: ticket.endedAt === null ? null : Date.parse(ticket.endedAt),
  };
};
