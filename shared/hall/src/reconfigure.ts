/** What another configuration leaves behind in a hall that goes on working. Rules: CONF-3, CONF-5. */
import type { HallConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { learntFor } from './configuration.ts';
import { closedCounter, noTotals } from './day-state.ts';
import type { Counter, Day, HallState } from './state.ts';
import { NO_TURNS } from './turns.ts';

/** In the order of the configuration: those that stay as they are, new ones closed. */
const countersUnder = (hall: HallState, config: HallConfig, at: Instant): readonly Counter[] => {
  const known = new Map(hall.counters.map((counter) => [counter.id, counter]));
  return config.counters.map(({ id }) => known.get(id) ?? closedCounter(id, at));
};

/** New lanes join; the figures of a lane that is gone stay until the day is over. */
const totalsUnder = (hall: HallState, config: HallConfig): HallState['totals'] => ({
  ...Object.fromEntries(config.lanes.map(({ id }) => [id, noTotals(id)])),
  ...hall.totals,
});

/** What ends a call or a service by itself, or a call that is missed. */
const limitsOf = ({ counterRule, lanes }: HallConfig): string => {
  const { calledLimitMs = null, servingLimitMs = null } = counterRule ?? {};
  const missed = lanes.map(({ id, missed }) => [id, missed] as const);
  missed.sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([calledLimitMs, servingLimitMs, missed]);
};

/** Limits that change begin anew for whoever is at a counter. Rules: CONF-4. */
const limitsFrom = (day: Day, config: HallConfig, at: Instant): Instant =>
  limitsOf(day.config) === limitsOf(config) ? day.limitsFromAt : at;

/**
 * Tickets keep everything, their K included; numbers and places go on. The day is another object, so
 * nothing that was made for the old configuration is found for it.
 */
export const evolveConfigurationChanged = (
  hall: HallState,
  { config, urgencies, version, schedule }: EventOf<'ConfigurationChanged'>,
  at: Instant,
): HallState => {
  if (!hall.day) return hall;
  const { latest, plan } = hall.configuration;
  return {
    ...hall,
    day: {
      ...{ ...hall.day, config, urgencies, limitsFromAt: limitsFrom(hall.day, config, at) },
      // Other hours tell how issuing is from now on, and the turns that they overtake.
      ...(schedule !== undefined && { schedule, turnsToldAt: at }),
    },
    configuration: {
      version,
      latest: Math.max(latest, version),
      plan: plan?.version === version ? null : plan,
    },
    counters: countersUnder(hall, config, at),
    learnt: { ...hall.learnt, ...learntFor(hall, config) },
    totals: totalsUnder(hall, config),
    turns: NO_TURNS,
  };
};

export const evolveConfigurationPlanned = (
  hall: HallState,
  { config, urgencies, version, when, posted }: EventOf<'ConfigurationPlanned'>,
): HallState => ({
  ...hall,
  configuration: {
    ...hall.configuration,
    latest: Math.max(hall.configuration.latest, version),
    plan: { config, urgencies, version, when, ...(posted && { posted }) },
  },
});

export const evolvePlanWithdrawn = (
  hall: HallState,
  { version }: EventOf<'ConfigurationPlanWithdrawn'>,
): HallState => ({
  ...hall,
  configuration: { ...hall.configuration, latest: version, plan: null },
});
