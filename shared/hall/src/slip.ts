/** A ticket on paper: asked for, then printed, not printed, or nobody knows. No rule of calling asks for it. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';
import { accept, type Decision, reject } from './decision.ts';
import { findLive } from './live-tickets.ts';
import { findTicket } from './lookup.ts';
import type { HallState } from './state.ts';
import { changeTicket } from './tickets.ts';

/**
 * One at a time; a further one only through staff, and marked.
 * Rules: SLIP-1..SLIP-3. Rejects: as findTicket, slip-under-way, override-not-allowed.
 */
const decidePrintSlip = (
  hall: HallState,
  { ticket: ref, printer }: CommandOf<'PrintSlip'>,
  role: Role,
): Decision => {
  const found = findTicket(hall, ref);
  if (!found.ok) return found;
  const { id: ticket, slip } = found.value;
  if (slip?.state === 'printing') return reject('slip-under-way');
  if (!slip?.out) return accept({ type: 'SlipAsked', ticket, printer });
  if (!STAFF_ROLES.includes(role)) return reject('override-not-allowed', { state: role });
  return accept({ type: 'SlipAsked', ticket, printer, copy: true });
};

/** Rules: SLIP-5. Rejects: as findTicket, slip-not-under-way. */
const decideEndSlip = (
  hall: HallState,
  { ticket: ref, outcome, why }: CommandOf<'EndSlip'>,
): Decision => {
  const found = findTicket(hall, ref);
  if (!found.ok) return found;
  const { id: ticket, slip } = found.value;
  if (slip?.state !== 'printing') return reject('slip-not-under-way');
  const { printer } = slip;
  return accept({ type: 'SlipEnded', ticket, printer, outcome, ...(why && { why }) });
};

export const decideSlip = (
  hall: HallState,
  command: CommandOf<'PrintSlip' | 'EndSlip'>,
  role: Role,
): Decision =>
  command.type === 'PrintSlip'
    ? decidePrintSlip(hall, command, role)
    : decideEndSlip(hall, command);

/** Rules: SLIP-2, SLIP-4. */
export const evolveSlip = (
  hall: HallState,
  event: EventOf<'SlipAsked' | 'SlipEnded'>,
): HallState => {
  const { ticket, printer } = event;
  const out = findLive(hall.tickets, ticket)?.slip?.out ?? false;
  if (event.type === 'SlipAsked') {
    return changeTicket(hall, ticket, { slip: { printer, state: 'printing', out } });
  }
  const { outcome, why } = event;
  const slip = { printer, state: outcome, out: out || outcome !== 'not-printed' };
  return changeTicket(hall, ticket, { slip: why ? { ...slip, why } : slip });
};
