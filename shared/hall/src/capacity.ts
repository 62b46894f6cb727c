/**
 * The counters that are really open and skilled, and how the work ahead of somebody falls on them.
 * Everything here only ever lowers a wait when a counter is added. Rules: WAIT-2.
 */
import type { LearntService } from '@tingxu/contract/events';
import type { DurationMs, ServiceId } from '@tingxu/contract/ids';
import { counterConfig } from './lookup.ts';
import type { Day, HallState } from './state.ts';

/** A counter that could serve the asked service. */
export type OpenCounter = {
  readonly idle: boolean;
  /** Of each service among its skills: the time that one waiting ticket is expected to take here. Units: ms. */
  readonly perTicket: readonly (readonly [service: ServiceId, ms: number])[];
};

export type Capacity = {
  readonly counters: readonly OpenCounter[];
  /** Open counters that take any of the services beside the asked one. */
  readonly beside: number;
  /** Mean time until a service that is in progress ends. Units: ms. */
  readonly residualMs: number;
};

/** Mean absolute deviation → standard deviation, for a spread like an exponential's. */
const DEVIATION_TO_SD = 1.36;

/** Squared coefficient of variation, within what a service time can have. */
export const variation = ({ meanMs, deviationMs }: LearntService): number => {
  const spread = (deviationMs * DEVIATION_TO_SD) / Math.max(1, meanMs);
  return Math.min(1.5, Math.max(0.4, spread)) ** 2;
};

/** What is left of a service seen at a random moment: half of it when all are alike, more otherwise. */
const residualOf = (known: LearntService | undefined): DurationMs =>
  known ? (known.meanMs * (1 + variation(known))) / 2 : 0;

/** A counter of many skills gives each of them a part of itself. */
const weightOf = (skills: readonly ServiceId[]): number => 1 / skills.length;

type Open = { readonly skills: readonly ServiceId[]; readonly serving: ServiceId | null };

const openCounters = (hall: HallState, day: Day): readonly Open[] => {
  const open: Open[] = [];
  for (const { id, state, ticket } of hall.counters.values()) {
    if (state !== 'open') continue;
    const skills = counterConfig(day, id)?.skills ?? [];
    const serving = ticket === null ? null : (hall.tickets.get(ticket)?.service ?? null);
    open.push({ skills, serving });
  }
  return open;
};

export const capacityFor = (
  hall: HallState,
  day: Day,
  service: ServiceId,
  beside: ReadonlySet<ServiceId>,
): Capacity => {
  const open = openCounters(hall, day);
  const weights = new Map<ServiceId, number>();
  for (const { skills } of open) {
    for (const skill of skills) {
      weights.set(skill, (weights.get(skill) ?? 0) + weightOf(skills));
    }
  }
  const perTicket = (skills: readonly ServiceId[], skill: ServiceId): [ServiceId, number] => {
    const share = weightOf(skills) / (weights.get(skill) ?? 1);
    return [skill, share * (hall.learnt[skill]?.meanMs ?? 0)];
  };
  const ours = open.filter(({ skills }) => skills.includes(service));
  const busy = ours.flatMap(({ serving }) => (serving === null ? [] : [hall.learnt[serving]]));
  const residuals = busy.length > 0 ? busy : [hall.learnt[service]];
  return {
    counters: ours.map(({ skills, serving }) => ({
      idle: serving === null,
      perTicket: skills.map((skill) => perTicket(skills, skill)),
    })),
    beside: open.filter(({ skills }) => skills.some((skill) => beside.has(skill))).length,
    residualMs: residuals.reduce((sum, known) => sum + residualOf(known), 0) / residuals.length,
  };
};
