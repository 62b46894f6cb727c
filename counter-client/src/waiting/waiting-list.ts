/** The list beside the desk: who waits. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { byWait } from '@tingxu/ui/lib/waited';
import { expectedOrder } from './expected-order.ts';

export type WaitingList = {
  /** Tickets that this counter may call, in the expected order. */
  readonly own: readonly TicketRow[];
  /** Tickets of other counters' services, longest wait first. */
  readonly others: readonly TicketRow[];
};

export const waitingList = (view: CounterView, counter: CounterId, at: Instant): WaitingList => {
  const tickets = Object.values(view.tickets);
  const own = counterOf(view.profile, counter);
  const skills = own?.skills ?? [];
  const others = tickets
    .filter(({ state, service }) => state === 'waiting' && !skills.includes(service))
    .sort((a, b) => byWait(at)(a, b) || a.place - b.place);
  return { own: own ? expectedOrder(tickets, { view, counter: own, at }) : [], others };
};

const counterOf = (profile: HallProfile | null, counter: CounterId) =>
  profile?.counters.find(({ id }) => id === counter);

export const laneOf = (profile: HallProfile | null, lane: LaneId) =>
  profile?.lanes.find(({ id }) => id === lane);

export const serviceOf = (profile: HallProfile | null, service: ServiceId) =>
  profile?.services.find(({ id }) => id === service);
