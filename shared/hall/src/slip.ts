/** A ticket on paper: asked for, then printed, not printed, or nobody knows. No rule of calling asks for it. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';
import type { SlipForm } from '@tingxu/contract/slip-events';
import { accept, type Decision, reject } from './decision.ts';
import { findLive } from './live-tickets.ts';
import { findTicket } from './lookup.ts';
import type { HallState } from './state.ts';
import { changeTicket } from './tickets.ts';

/** What somebody says of a slip, and else what its ticket's earlier ones were. Rules: SLIP-9. */
const formOf = (said: SlipForm, earlier: SlipForm = {}): SlipForm => {
  const { layout = earlier.layout, language = earlier.language } = said;
  return { ...(layout && { layout }), ...(language && { language }) };
};

/**
 * One at a time; a further one only through staff, and marked.
 * Rules: SLIP-1..SLIP-3, SLIP-9. Rejects: as findTicket, slip-under-way, override-not-allowed.
 */
const decidePrintSlip = (
  hall: HallState,
  { ticket: ref, printer, layout, language }: CommandOf<'PrintSlip'>,
  role: Role,
): Decision => {
  const found = findTicket(hall, ref);
  if (!found.ok) return found;
  const { id: ticket, slip, slipForm } = found.value;
  if (slip?.state === 'printing') return reject('slip-under-way');
  const form = formOf({ layout, language }, slipForm);
  if (!slip?.out) return accept({ type: 'SlipAsked', ticket, printer, ...form });
  if (!STAFF_ROLES.includes(role)) return reject('override-not-allowed', { state: role });
  return accept({ type: 'SlipAsked', ticket, printer, copy: true, ...form });
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

/** Rules: SLIP-2, SLIP-4, SLIP-9. */
export const evolveSlip = (
  hall: HallState,
  event: EventOf<'SlipAsked' | 'SlipEnded'>,
): HallState => {
  const { ticket, printer } = event;
  const before = findLive(hall.tickets, ticket);
  const out = before?.slip?.out ?? false;
  if (event.type === 'SlipAsked') {
    const { language } = event;
    // A list of documents stands beside the ticket: whoever asks for a copy wants the ticket.
    const layout = event.layout === 'documents' ? before?.slipForm?.layout : event.layout;
    const slip = { printer, state: 'printing', out } as const;
    const said = layout || language ? { slipForm: formOf({ layout, language }) } : {};
    return changeTicket(hall, ticket, { slip, ...said });
  }
  const { outcome, why } = event;
  const slip = { printer, state: outcome, out: out || outcome !== 'not-printed' };
  return changeTicket(hall, ticket, { slip: why ? { ...slip, why } : slip });
};
