/** Which ends staff may choose for a ticket, by what its row says. Pure. */
import { CancelReason } from '@tingxu/contract/commands';
import type { TicketRow } from '@tingxu/contract/views';

/** In line, or aside and seen by somebody: whoever was called and did not come is missed. Rules: END-4. */
export const mayWalkOut = ({ state, aside }: Pick<TicketRow, 'state' | 'aside'>): boolean => {
  if (state === 'waiting') return true;
  if (state !== 'parked' && state !== 'preparing') return false;
  return !aside?.counter || aside.begun === true;
};

/** Rules: END-2, END-4. */
export const endReasons = (row: Pick<TicketRow, 'state' | 'aside'>): readonly CancelReason[] =>
  CancelReason.options.filter((reason) => reason !== 'walked-out' || mayWalkOut(row));
