/** The operations of a projection as prepared statements. */
import type { Connection } from './connection.ts';
import { prepareInsert } from './insert.ts';
import type { RowOp } from './row-ops.ts';
import { callAttempts, counterSessions, legs, tickets } from './schema.ts';

/** Every operation that changes a row must find exactly one: else the tables are not the fold. */
const one = (result: { readonly changes: number }, op: RowOp): void => {
  if (result.changes !== 1) throw new Error(`${op.op} changed ${result.changes} rows`);
};

/** Takes back the end of a ticket and of its last leg. */
const reopening = (db: Connection): ((op: Extract<RowOp, { op: 'reopen-ticket' }>) => void) => {
  const ticket = db.prepare(
    'UPDATE tickets SET state = ?, counter_id = NULL, ended_at = NULL, end_reason = NULL WHERE id = ?',
  );
  const leg = db.prepare(
    `UPDATE legs SET ended_at = NULL, end_reason = NULL WHERE ticket_id = ?
      AND leg_index = (SELECT max(leg_index) FROM legs WHERE ticket_id = ?)`,
  );
  return (op) => {
    one(ticket.run(op.state, op.ticket), op);
    one(leg.run(op.ticket, op.ticket), op);
  };
};

/** Prepares the statements; the result runs one operation inside the caller's transaction. */
export const projectionWriter = (db: Connection): ((op: RowOp) => void) => {
  const insertTicket = prepareInsert(db, tickets);
  const changeTicket = db.prepare(
    'UPDATE tickets SET state = ?, counter_id = ?, returns = returns + ? WHERE id = ?',
  );
  const moveTicket = db.prepare(
    'UPDATE tickets SET service_id = coalesce(?, service_id), lane_id = ? WHERE id = ?',
  );
  const moveLeg = db.prepare(
    'UPDATE legs SET lane_id = ? WHERE ticket_id = ? AND ended_at IS NULL',
  );
  const endTicket = db.prepare(
    "UPDATE tickets SET state = 'ended', ended_at = ?, end_reason = ? WHERE id = ?",
  );
  const reopenTicket = reopening(db);
  const insertLeg = prepareInsert(db, legs);
  const startLeg = db.prepare(
    'UPDATE legs SET started_at = ? WHERE ticket_id = ? AND ended_at IS NULL',
  );
  const endLeg = db.prepare(
    'UPDATE legs SET ended_at = ?, end_reason = ? WHERE ticket_id = ? AND ended_at IS NULL',
  );
  const insertCall = prepareInsert(db, callAttempts);
  const openSession = prepareInsert(db, counterSessions);
  const closeSession = db.prepare(
    'UPDATE counter_sessions SET closed_at = ? WHERE counter_id = ? AND closed_at IS NULL',
  );
  return (op) => {
    switch (op.op) {
      case 'insert-ticket':
        return insertTicket(op.row);
      case 'change-ticket': {
        const { state, counter, returned, ticket } = op;
        return one(changeTicket.run(state, counter, returned, ticket), op);
      }
      case 'move-ticket':
        return one(moveTicket.run(op.service, op.lane, op.ticket), op);
      case 'move-leg':
        return one(moveLeg.run(op.lane, op.ticket), op);
      case 'end-ticket':
        return one(endTicket.run(op.at, op.reason, op.ticket), op);
      case 'reopen-ticket':
        return reopenTicket(op);
      case 'insert-leg':
        return insertLeg(op.row);
      case 'start-leg':
        return one(startLeg.run(op.at, op.ticket), op);
      case 'end-leg':
        return one(endLeg.run(op.at, op.reason, op.ticket), op);
      case 'insert-call':
        return insertCall(op.row);
      case 'open-session':
        return openSession(op.row);
      case 'close-session':
        return one(closeSession.run(op.at, op.counter), op);
      default:
        return op satisfies never;
    }
  };
};
