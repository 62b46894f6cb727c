/**
 * A day of arrivals through the pure hall itself: every decision is the product's own. Customers come
 * at once when they are called; counters are open all day and call whenever they are free, the one
 * with the fewest skills first. Rules: CALL-12.
 */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import {
  BusinessDay,
  type CounterId,
  type Instant,
  StaffId,
  type TicketId,
} from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import { nextToCall } from '@tingxu/hall/call-order';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import type { Arrival } from './arrivals.ts';

const OPENING_AT: Instant = Date.UTC(2026, 0, 5, 1);
const ACTOR: Actor = { role: 'lobby' };

type Floor = {
  hall: HallState;
  at: Instant;
  /** Services in progress. */
  readonly busy: Map<CounterId, { readonly ticket: TicketId; readonly endsAt: Instant }>;
  readonly serviceMs: Map<TicketId, number>;
};

/** Sends a command that must be accepted. */
const send = (floor: Floor, command: HallCommand) => {
  const decision = decide(floor.hall, command, { at: floor.at, actor: ACTOR });
  if (!decision.ok) throw new Error(`${command.type} refused: ${decision.rejection.code}`);
  for (const event of decision.events) floor.hall = evolve(floor.hall, event, floor.at);
  return decision.events;
};

const arrive = (floor: Floor, { lane, service, serviceMs }: Arrival): void => {
  for (const event of send(floor, { type: 'IssueTicket', lane, service })) {
    if (event.type === 'TicketIssued') floor.serviceMs.set(event.ticket, serviceMs);
  }
};

/** Every free counter that may calls, one after the other. */
const callAll = (floor: Floor): void => {
  const { day } = floor.hall;
  if (!day || floor.busy.size === floor.hall.counters.length) return;
  for (;;) {
    const next = nextToCall(floor.hall, day, floor.at);
    if (!next) return;
    const counter = next.counter.id;
    send(floor, { type: 'CallNext', counter });
    const ticket = next.choice.ticket.id;
    const endsAt = floor.at + (floor.serviceMs.get(ticket) ?? 0);
    floor.busy.set(counter, { ticket, endsAt });
  }
};

/** The service that ends first; of two at once the one that stands first. */
const firstToEnd = ({ busy }: Floor) => {
  let first: { readonly counter: CounterId; readonly endsAt: Instant } | null = null;
  for (const [counter, { endsAt }] of busy) {
    if (first === null || endsAt < first.endsAt) first = { counter, endsAt };
  }
  return first;
};

const finish = (floor: Floor, counter: CounterId): void => {
  const service = floor.busy.get(counter);
  if (!service) return;
  floor.busy.delete(counter);
  send(floor, { type: 'FinishService', ticket: service.ticket, counter });
};

const openFloor = (config: HallConfig): Floor => {
  const hall = emptyHall(config.hall);
  const floor: Floor = { hall, at: OPENING_AT, busy: new Map(), serviceMs: new Map() };
  send(floor, { type: 'OpenDay', businessDay: BusinessDay.parse('2026-01-05'), config });
  for (const { id } of config.counters) {
    send(floor, { type: 'OpenCounter', counter: id, staff: StaffId.parse(`t${id}`) });
  }
  return floor;
};

/** Totals of the day by lane once everybody has been served. */
export const playPureDay = (
  config: HallConfig,
  arrivals: readonly Arrival[],
): readonly TotalsRow[] => {
  const floor = openFloor(config);
  let next = 0;
  for (;;) {
    const arrival = arrivals[next];
    const arrivesAt = arrival ? OPENING_AT + arrival.afterMs : Number.POSITIVE_INFINITY;
    const ending = firstToEnd(floor);
    if (ending && ending.endsAt <= arrivesAt) {
      floor.at = ending.endsAt;
      finish(floor, ending.counter);
    } else if (arrival) {
      floor.at = arrivesAt;
      arrive(floor, arrival);
      next += 1;
    } else break;
    callAll(floor);
  }
  return Object.values(floor.hall.totals);
};
