/** What a slip of a live ticket says, from the state of its hall. Pure. */
import type { TicketId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import { phoneView } from '@tingxu/hall/phone-view';
import { dayRow } from '@tingxu/hall/profile-rows';
import type { HallState } from '@tingxu/hall/state';
import type { SlipFacts } from './printer/slip.ts';

export const slipFacts = (
  hall: HallState,
  ticket: TicketId,
  page: string | null,
): SlipFacts | null => {
  const found = findLive(hall.tickets, ticket);
  const row = phoneView(hall, ticket).ticket;
  if (!hall.day || !found || !row) return null;
  const { config } = hall.day;
  const services = [found.service, ...found.further].flatMap(
    (id) => config.services.find((service) => service.id === id) ?? [],
  );
  const lane = config.lanes.find(({ id }) => id === found.lane);
  return {
    hall: config.name,
    zone: config.zone,
    number: found.number,
    services: services.map(({ name }) => name),
    lane: lane && lane.id !== config.defaultLane ? lane.name : null,
    issuedAt: found.issuedAt,
    state: found.state,
    counter: config.counters.find(({ id }) => id === row.counter)?.label ?? null,
    ahead: row.ahead,
    worst: row.worstPosition,
    wait: row.wait,
    counters: config.counters
      .filter(({ skills }) => skills.includes(found.service))
      .map(({ label }) => label),
    documents: services.flatMap(({ documents }) => documents ?? []),
    missed: lane?.missed ?? null,
    closesAt: dayRow(hall).closesAt ?? null,
    page,
    copy: found.slip?.out ?? false,
  };
};
