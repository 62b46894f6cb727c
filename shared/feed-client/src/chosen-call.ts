/** Where a ticket may be called by a person's word. Pure. */
import type { ChoosingRole } from '@tingxu/contract/counter-rule';
import type { StaffCounterRow, SupervisorView, TicketRow } from '@tingxu/contract/views';

export const mayChoose = ({ rules }: SupervisorView, role: ChoosingRole): boolean =>
  rules?.chosenCallBy.includes(role) ?? false;

/** Free counters that take its service; the server knows whom else it is kept for. Rules: CTR-6. */
export const freeCountersFor = (view: SupervisorView, row: TicketRow): readonly StaffCounterRow[] =>
  (view.profile?.counters ?? []).flatMap(({ id, skills }) => {
    const counter = view.counters[id];
    return counter?.state === 'open' && skills.includes(row.service) ? [counter] : [];
  });
