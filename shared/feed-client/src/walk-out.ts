/** Which ends staff may choose for a ticket, as the hall decides it, from the ticket's row. Pure. */
import type { CancelReason } from '@tingxu/contract/commands';
import { endReasons } from '@tingxu/contract/end-reasons';
import type { Instant } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

type Row = Pick<TicketRow, 'state' | 'mayWalkOut' | 'missAllowedAt'>;

const endable = ({ state, mayWalkOut, missAllowedAt }: Row, at: Instant) => ({
  state,
  unseen: mayWalkOut !== true,
  missable: state === 'called' && missAllowedAt !== null && missAllowedAt <= at,
});

/** Rules: END-2, END-4. */
export const tellerEnds = (row: Row, at: Instant): readonly CancelReason[] =>
  endReasons(endable(row, at), 'teller');

/** A lobby manager or supervisor need not wait until the ticket could be missed. Rules: END-2, END-4. */
export const managerEnds = (row: Row): readonly CancelReason[] =>
  endReasons(endable(row, 0), 'lobby');
