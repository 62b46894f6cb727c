/** Halls and counters as REST tells them. */
import type { CounterConfig, HallConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import type { CounterSummary, HallDetail, HallSummary, NextCalls } from '@tingxu/contract/rest';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';
import { callsInOrder } from '@tingxu/hall/call-order';
import { staffCounterRow } from '@tingxu/hall/counter-rows';
import { dayRow } from '@tingxu/hall/profile-rows';
import type { Counter, HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';
import { zoneTime } from '../day/zone-time.ts';
import { waitSeconds } from './tell-ticket.ts';

const issuingOf = (state: HallState, zone: string): Pick<HallSummary, 'issuing'> => {
  const { issuing } = dayRow(state);
  if (!issuing) return {};
  const { untilAt, reason } = issuing;
  const until = untilAt === null ? null : zoneTime(zone).restTime(untilAt);
  return { issuing: { state: issuing.state, until, reason } };
};

/** `config` speaks for a hall that has never opened a day. */
export function hallSummary(state: HallState, config: HallConfig): HallSummary {
  const inForce = state.day?.config ?? config;
  return {
    hall: config.hall,
    name: inForce.name,
    zone: inForce.zone,
    businessDay: state.day?.businessDay ?? null,
    open: state.day?.open ?? false,
    ...issuingOf(state, inForce.zone),
  };
}

/** One counter, whole: for staff. */
export function counterSummary(
  hall: HallState,
  counter: Counter,
  configs: readonly CounterConfig[],
  zone: string,
): CounterSummary {
  const { id } = counter;
  const { state, sinceAt, staff, pauseReason, ticket } = staffCounterRow(hall, counter);
  const label = configs.find((config) => config.id === id)?.label ?? id;
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
const publicPart = ({
  id,
  label,
  state,
  sinceAt,
  pauseReason,
}: CounterSummary): CounterSummary => ({
  id,
  label,
  state,
  sinceAt,
  pauseReason,
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
    counters: STAFF_ROLES.includes(role) ? counters : counters.map(publicPart),
  };
}

/** Calls that are advised at once: nobody acts on more, and they are made on the thread of the hall. */
const ADVISED = 12;

/** Which free counters should call whom; nobody while the day is not open. Rules: CALL-12. */
export function nextCalls(state: HallState, now: Instant): NextCalls {
  if (!state.day?.open) return { calls: [] };
  const calls = callsInOrder(state, state.day, Math.max(now, state.at), ADVISED);
  return {
    calls: calls.map(({ counter, choice: { ticket, tier } }) => ({
      counter: counter.id,
      ticket: ticket.id,
      number: ticket.number,
      tier,
    })),
  };
}
