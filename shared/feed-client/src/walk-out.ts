/** Which ends staff may choose for a ticket: the hall has decided it, its row says so. Pure. */
import { CancelReason } from '@tingxu/contract/commands';
import type { TicketRow } from '@tingxu/contract/views';

/** Somebody who is being served is finished instead. Rules: END-2, END-4. */
export const endReasons = ({
  state,
  mayWalkOut,
}: Pick<TicketRow, 'state' | 'mayWalkOut'>): readonly CancelReason[] =>
  state === 'serving'
    ? []
    : CancelReason.options.filter((reason) => reason !== 'walked-out' || mayWalkOut === true);
