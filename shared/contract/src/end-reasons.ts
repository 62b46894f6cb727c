/** Which ends may be chosen for a ticket that nobody serves: one answer for the hall and its screens. Pure. */
import { CancelReason } from './commands.ts';
import { PUBLIC_ROLES, type Role } from './roles.ts';
import type { TicketState } from './views.ts';

export type Endable = {
  readonly state: TicketState;
  /** Called, and nobody has seen its customer since. */
  readonly unseen: boolean;
  /** Called, and the missed rule of its lane would let it be missed now. */
  readonly missable: boolean;
};

const NONE: readonly CancelReason[] = [];
const OWN: readonly CancelReason[] = ['cancelled-by-customer'];
const REMOVAL: readonly CancelReason[] = ['removed-by-staff'];

/**
 * Customers end the own ticket in their own name. Staff say what they saw: of whom nobody has seen since
 * a call only that they removed the ticket, a teller not before it could be missed.
 * Rules: END-2, END-4, END-5.
 */
export const endReasons = (
  { state, unseen, missable }: Endable,
  role: Role,
): readonly CancelReason[] => {
  if (state === 'serving') return NONE;
  if (PUBLIC_ROLES.includes(role)) return OWN;
  if (!unseen) return CancelReason.options;
  const mayRemove = role !== 'teller' || state === 'missed' || missable;
  return mayRemove ? REMOVAL : NONE;
};
