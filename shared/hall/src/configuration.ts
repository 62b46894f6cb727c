/**
 * The configuration as state of the hall: versions, planned changes, and what speaks against a change
 * while customers are in the hall. Source: adr/0013; product.md 3 (H113).
 */

import type { Slot } from '@tingxu/contract/appointments';
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig, ServiceConfig } from '@tingxu/contract/config';
import type {
  ConfigurationConflict,
  ConfigurationPlan,
  ConflictKind,
} from '@tingxu/contract/configuration';
import type { LearntService } from '@tingxu/contract/day-events';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { PostedDay } from '@tingxu/contract/hours';
import type { Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import { accept, type Decision, reject } from './decision.ts';
import { urgencyOf } from './lane-policy.ts';
import { priorFor } from './learn.ts';
import { allLive } from './live-tickets.ts';
import type { Day, HallState, Ticket } from './state.ts';

export const urgenciesOf = (config: HallConfig): Record<LaneId, number> =>
  Object.fromEntries(config.lanes.map((lane) => [lane.id, urgencyOf(lane)]));

/**
 * Service times under a configuration: what is known goes on; a new service, or one whose expectation
 * is another, starts from its prior. Rules: WAIT-3, CONF-5.
 */
export const learntFor = (
  hall: HallState,
  config: HallConfig,
): Record<ServiceId, LearntService> => {
  const before = new Map(hall.day?.config.services.map((row) => [row.id, row.expectedServiceMs]));
  const carried = (service: ServiceConfig): LearntService => {
    const { expectedServiceMs } = service;
    const same = (before.get(service.id) ?? expectedServiceMs) === expectedServiceMs;
    return (same ? hall.learnt[service.id] : undefined) ?? priorFor(service);
  };
  return Object.fromEntries(config.services.map((service) => [service.id, carried(service)]));
};

/** The configuration in force; `first` speaks for a hall that never opened a day. Rules: CONF-1. */
export const configInForce = (hall: HallState, first: HallConfig): HallConfig =>
  hall.day?.config ?? first;

/** The configurations that a booking may be of: the one in force, and the one that is planned. */
export const configsAhead = (hall: HallState, first: HallConfig): readonly HallConfig[] => {
  const { plan } = hall.configuration;
  return hall.day && plan ? [hall.day.config, plan.config] : [configInForce(hall, first)];
};

/**
 * The configuration that will be in force when a slot begins, as far as anybody knows today.
 * Rules: BOOK-13, CONF-3.
 */
export const configAhead = (
  hall: HallState,
  first: HallConfig,
  { businessDay, startAt }: Pick<Slot, 'businessDay' | 'startAt'>,
): HallConfig => {
  const { plan } = hall.configuration;
  if (!hall.day || !plan) return configInForce(hall, first);
  const isLaterDay = businessDay > hall.day.businessDay;
  const comes = plan.when === 'next-day' ? isLaterDay : plan.when <= startAt;
  return comes ? plan.config : hall.day.config;
};

const isDue = (plan: ConfigurationPlan, at: Instant): boolean =>
  plan.when !== 'next-day' && plan.when <= at;

type Opening = Pick<
  EventOf<'DayOpened'>,
  'config' | 'urgencies' | 'version' | 'latestVersion' | 'plan'
>;

const latestOf = ({ latest }: HallState['configuration'], ours: number) =>
  latest === ours ? {} : { latestVersion: latest };

/**
 * The configuration with which a new day opens: the planned one when its moment has come, else the
 * one in force. `first` is that of a hall which never opened a day. Rules: DAY-1, CONF-1, CONF-3.
 */
export const configurationAtOpening = (
  hall: HallState,
  first: HallConfig,
  at: Instant,
): Opening => {
  const { configuration, day } = hall;
  const { plan, version } = configuration;
  if (!day) return { config: first, urgencies: urgenciesOf(first), version: 1 };
  if (plan && (plan.when === 'next-day' || isDue(plan, at))) {
    const { config, urgencies } = plan;
    return { config, urgencies, version: plan.version, ...latestOf(configuration, plan.version) };
  }
  const { config, urgencies } = day;
  const waits = plan && { plan };
  return { config, urgencies, version, ...latestOf(configuration, version), ...waits };
};

/** When the planned change is due within the open day. Rules: CONF-3. */
export const planDeadline = ({ day, configuration }: HallState): Instant | null => {
  const when = configuration.plan?.when;
  return day?.open && typeof when === 'number' ? when : null;
};

const numbersWhere = (
  tickets: readonly Ticket[],
  holds: (ticket: Ticket) => boolean,
): ConfigurationConflict['tickets'] => tickets.filter(holds).map(({ number }) => number);

/** One conflict for each different id that `idsOf` finds and the change leaves without a place. */
const missing = <K extends string>(
  kind: ConflictKind,
  tickets: readonly Ticket[],
  idsOf: (ticket: Ticket) => readonly K[],
  kept: ReadonlySet<K>,
): ConfigurationConflict[] => {
  const lost = new Set(tickets.flatMap(idsOf).filter((id) => !kept.has(id)));
  return [...lost].map((id) => ({
    kind,
    id,
    tickets: numbersWhere(tickets, (ticket) => idsOf(ticket).includes(id)),
  }));
};

/** The service of the leg and those to follow. */
const servicesOf = ({ service, further }: Ticket): readonly ServiceId[] => [service, ...further];

const lostCounters = (
  { counters }: HallState,
  config: HallConfig,
  tickets: readonly Ticket[],
): ConfigurationConflict[] => {
  const kept = new Set(config.counters.map(({ id }) => id));
  const lost = counters.filter(({ id, state }) => state !== 'closed' && !kept.has(id));
  return lost.map(({ id, ticket }) => ({
    kind: 'counter',
    id,
    tickets: numbersWhere(tickets, (row) => row.id === ticket),
  }));
};

const touched = (day: Day, config: HallConfig): ConfigurationConflict[] => {
  const { zone, cutOverHour } = config;
  const conflicts: ConfigurationConflict[] = [];
  if (zone !== day.config.zone) conflicts.push({ kind: 'zone', id: zone, tickets: [] });
  if (cutOverHour !== day.config.cutOverHour) {
    conflicts.push({ kind: 'cut-over', id: String(cutOverHour), tickets: [] });
  }
  return conflicts;
};

/** What speaks against a change that takes effect now. Rules: CONF-4. */
export const conflictsWith = (
  hall: HallState,
  config: HallConfig,
): readonly ConfigurationConflict[] => {
  if (config.hall !== hall.hall) return [{ kind: 'hall', id: config.hall, tickets: [] }];
  const { day } = hall;
  if (!day?.open) return [];
  const tickets = allLive(hall.tickets);
  const lanes = new Set(config.lanes.map(({ id }) => id));
  const services = new Set(config.services.map(({ id }) => id));
  const taken = new Set([...services].filter((id) => isOffered(config.counters, id)));
  // Whoever is being served needs no counter for this service any more; a lost one is told once.
  const waitsFor = (ticket: Ticket) =>
    (ticket.state === 'serving' ? ticket.further : servicesOf(ticket)).filter((id) =>
      services.has(id),
    );
  return [
    ...touched(day, config),
    ...missing('lane', tickets, ({ lane }) => [lane], lanes),
    ...missing('service', tickets, servicesOf, services),
    ...missing('unserved', tickets, waitsFor, taken),
    ...lostCounters(hall, config, tickets),
  ];
};

/** Other hours of the open or the last day, where the change brings some. Rules: HOURS-11. */
const scheduleNow = (
  { businessDay, schedule }: Day,
  posted: PostedDay | undefined,
): Pick<EventOf<'ConfigurationChanged'>, 'schedule'> =>
  posted?.businessDay === businessDay &&
  JSON.stringify(posted.schedule) !== JSON.stringify(schedule)
    ? { schedule: posted.schedule }
    : {};

/** The plan that a newer change takes the place of. */
const withdrawal = ({ latest, plan }: HallState['configuration']): HallEvent[] =>
  plan ? [{ type: 'ConfigurationPlanWithdrawn', plan: plan.version, version: latest + 1 }] : [];

/**
 * Changes the configuration, or plans to. A pending plan is withdrawn by it: whoever changes has seen
 * it, since the plan is the newest version.
 * Rules: CONF-1..CONF-5, HOURS-11. Rejects: configuration-in-file, configuration-stale, configuration-conflict.
 */
export const decideChangeConfiguration = (
  hall: HallState,
  { config, when, basedOn, posted }: CommandOf<'ChangeConfiguration'>,
  at: Instant,
): Decision => {
  const { latest } = hall.configuration;
  if (!hall.day) return reject('configuration-in-file');
  if (basedOn !== latest) return reject('configuration-stale', { state: String(latest) });
  const withdrawn = withdrawal(hall.configuration);
  const change = { config, urgencies: urgenciesOf(config), version: latest + withdrawn.length + 1 };
  const atOnce = when === 'now' || (when !== 'next-day' && when <= at);
  const foreign = config.hall !== hall.hall;
  const conflicts = atOnce || foreign ? conflictsWith(hall, config) : [];
  if (conflicts.length > 0) return reject('configuration-conflict', { conflicts });
  return atOnce
    ? accept(...withdrawn, {
        ...{ type: 'ConfigurationChanged', ...change, ...scheduleNow(hall.day, posted) },
      })
    : accept(...withdrawn, {
        ...{ type: 'ConfigurationPlanned', ...change, when },
        ...(posted && when !== 'next-day' && { posted }),
      });
};

/** Rules: CONF-2, CONF-3. Rejects: configuration-plan-absent, configuration-stale. */
export const decideWithdrawPlan = (
  { configuration }: HallState,
  { basedOn }: CommandOf<'WithdrawConfigurationPlan'>,
): Decision => {
  const { latest, plan } = configuration;
  if (!plan) return reject('configuration-plan-absent');
  if (basedOn !== latest) return reject('configuration-stale', { state: String(latest) });
  return accept(...withdrawal(configuration));
};

/**
 * The planned change whose moment has come, on the hall that everything else that is due leaves. What
 * would lose a live ticket waits for the next opening of a day instead. Rules: CONF-3, CONF-4.
 */
export const decideDuePlan = (hall: HallState, at: Instant): Decision => {
  const { plan } = hall.configuration;
  if (!plan || !hall.day?.open || !isDue(plan, at)) return accept();
  const { config, urgencies, version, posted } = plan;
  const change = { config, urgencies, version };
  const postponedBy = [...conflictsWith(hall, config)];
  return postponedBy.length > 0
    ? accept({ type: 'ConfigurationPlanned', ...change, when: 'next-day', postponedBy })
    : accept({ type: 'ConfigurationChanged', ...change, ...scheduleNow(hall.day, posted) });
};
