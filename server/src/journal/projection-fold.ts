/** The operations of a projection in memory: what the read tables must hold. */
import type { CounterId, TicketId } from '@tingxu/contract/ids';
import type { RowOp } from './row-ops.ts';
import type { CallAttemptRecord, CounterSessionRecord, LegRecord, TicketRecord } from './schema.ts';

/** Rows of the read tables, in no order. */
export type Rows = {
  readonly tickets: readonly TicketRecord[];
  readonly legs: readonly LegRecord[];
  readonly callAttempts: readonly CallAttemptRecord[];
  readonly counterSessions: readonly CounterSessionRecord[];
};

export type ProjectionFold = { apply(op: RowOp): void; rows(): Rows };

type TicketOp = Extract<
  RowOp,
  { op: 'change-ticket' | 'move-ticket' | 'end-ticket' | 'reopen-ticket' }
>;

const changedBy = (row: TicketRecord, op: TicketOp): TicketRecord => {
  switch (op.op) {
    case 'change-ticket': {
      const { state, counter, returned } = op;
      return { ...row, state, counterId: counter, returns: row.returns + returned };
    }
    case 'move-ticket':
      return { ...row, serviceId: op.service ?? row.serviceId, laneId: op.lane };
    case 'end-ticket':
      return { ...row, state: 'ended', endedAt: op.at, endReason: op.reason };
    case 'reopen-ticket':
      return { ...row, state: op.state, counterId: null, endedAt: null, endReason: null };
    default:
      return op satisfies never;
  }
};

/** An empty fold. An operation on a row that is not there is ignored: the comparison will show it. */
export const projectionFold = (): ProjectionFold => {
  const tickets = new Map<TicketId, TicketRecord>();
  const legs = new Map<TicketId, LegRecord[]>();
  const callAttempts: CallAttemptRecord[] = [];
  const sessions: CounterSessionRecord[] = [];
  const openSessions = new Map<CounterId, number>();

  const changeTicket = (op: TicketOp): void => {
    const row = tickets.get(op.ticket);
    if (row) tickets.set(op.ticket, changedBy(row, op));
  };
  const changeOpenLeg = (ticket: TicketId, more: Partial<LegRecord>): void => {
    const rows = legs.get(ticket) ?? [];
    legs.set(
      ticket,
      rows.map((row) => (row.endedAt === null ? { ...row, ...more } : row)),
    );
  };
  const reopenLeg = (ticket: TicketId): void => {
    const rows = legs.get(ticket) ?? [];
    const last = rows.at(-1);
    if (last) legs.set(ticket, [...rows.slice(0, -1), { ...last, endedAt: null, endReason: null }]);
  };
  const closeSession = (op: Extract<RowOp, { op: 'close-session' }>): void => {
    const index = openSessions.get(op.counter);
    const row = index === undefined ? undefined : sessions[index];
    if (index === undefined || !row) return;
    sessions[index] = { ...row, closedAt: op.at };
    openSessions.delete(op.counter);
  };

  const apply: ProjectionFold['apply'] = (op) => {
    switch (op.op) {
      case 'insert-ticket':
        return void tickets.set(op.row.id, op.row);
      case 'change-ticket':
      case 'move-ticket':
      case 'end-ticket':
        return changeTicket(op);
      case 'reopen-ticket':
        reopenLeg(op.ticket);
        return changeTicket(op);
      case 'move-leg':
        return changeOpenLeg(op.ticket, { laneId: op.lane });
      case 'insert-leg':
        return void legs.set(op.row.ticketId, [...(legs.get(op.row.ticketId) ?? []), op.row]);
      case 'start-leg':
        return changeOpenLeg(op.ticket, { startedAt: op.at });
      case 'end-leg':
        return changeOpenLeg(op.ticket, { endedAt: op.at, endReason: op.reason });
      case 'insert-call':
        return void callAttempts.push(op.row);
      case 'open-session':
        openSessions.set(op.row.counterId, sessions.length);
        return void sessions.push(op.row);
      case 'close-session':
        return closeSession(op);
      default:
        return op satisfies never;
    }
  };

  return {
    apply,
    rows: () => ({
      tickets: [...tickets.values()],
      legs: [...legs.values()].flat(),
      callAttempts,
      counterSessions: sessions,
    }),
  };
};
