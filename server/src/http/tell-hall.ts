/** Halls and counters as REST tells them. */
import type { CounterConfig, HallConfig } from '@tingxu/contract/config';
import type { CounterSummary, HallDetail, HallSummary } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';
import type { CounterState } from '@tingxu/contract/views';
import { findLive } from '@tingxu/hall/live-tickets';
import type { Counter, HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';
import { zoneTime } from '../day/zone-time.ts';
import { STAFF_ROLES } from './identity.ts';
import { waitSeconds } from './tell-ticket.ts';

/** `config` speaks for a hall that has never opened a day. */
export function hallSummary(state: HallState, config: HallConfig): HallSummary {
  const inForce = state.day?.config ?? config;
  return {
    hall: config.hall,
    name: inForce.name,
    zone: inForce.zone,
    businessDay: state.day?.businessDay ?? null,
    open: state.day?.open ?? false,
  };
}

const stateOf = (hall: HallState, counter: Counter): CounterState => {
  if (counter.ticket === null) return counter.state;
  return findLive(hall.tickets, counter.ticket)?.state === 'serving' ? 'serving' : 'calling';
};

/** One counter, whole: for staff. */
export function counterSummary(
  hall: HallState,
  counter: Counter,
  configs: readonly CounterConfig[],
  zone: string,
): CounterSummary {
  const { id, sinceAt, staff, pauseReason, ticket } = counter;
  const label = configs.find((config) => config.id === id)?.label ?? id;
  const state = stateOf(hall, counter);
  return {
    id,
    label,
    state,
    sinceAt: zoneTime(zone).restTime(sinceAt),
    staff,
    pauseReason,
    ticket,
  };
}

/** What a public screen may know of a counter. Rules: FEED-2. */
const withoutStaff = (counter: CounterSummary): CounterSummary => ({
  ...counter,
  staff: null,
  ticket: null,
});

/** What the role may see of a hall. */
export function hallDetail(state: HallState, config: HallConfig, role: Role): HallDetail {
  const { profile, lanes } = viewOf(state, 'board');
  const { counters: configs, zone } = state.day?.config ?? config;
  const counters = state.counters.map((counter) => counterSummary(state, counter, configs, zone));
  return {
    hall: hallSummary(state, config),
    profile,
    lanes: Object.values(lanes).map(({ lane, waiting, wait }) => ({
      id: lane,
      waiting,
      wait: waitSeconds(wait),
    })),
    counters: STAFF_ROLES.includes(role) ? counters : counters.map(withoutStaff),
  };
}
