/**
 * The counters that are really open and skilled, and how the work ahead of somebody falls on them.
 * Everything here only ever lowers a wait when a counter is added. Rules: WAIT-2.
 */
import type { LearntService } from '@tingxu/contract/day-events';
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { type Alike, configIndex } from './config-index.ts';
import { findLive } from './live-tickets.ts';
import type { Day, HallState, Ticket } from './state.ts';

/** Counters that could serve the asked service and have the same before them. */
export type OpenCounters = {
  readonly count: number;
  readonly idle: boolean;
  /**
   * What one waiting ticket of each of their services is expected to take at one of them, by index of
   * the service among those beside, the longest first. Units: ms.
   */
  readonly perTicket: readonly { readonly service: number; readonly ms: number }[];
  /**
   * Of each that is overdue, how much longer than usual its service is expected to go on: for so long
   * it takes nothing of the work ahead. Rules: WAIT-6. Units: ms.
   */
  readonly overdueMs: readonly DurationMs[];
};

export type Capacity = {
  readonly counters: readonly OpenCounters[];
  /** Open counters that take any of the services beside the asked one. */
  readonly beside: number;
  /** Mean time until a service that is in progress ends, seen at a random moment. Units: ms. */
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

/** After so many usual rests a service is no longer one like the others. */
const OVERDUE_RESTS = 3;

/** A service in progress, as far as a forecast looks at it. */
type Busy = { readonly fromAt: Instant; readonly restMs: DurationMs };

const busyWith = (hall: HallState, { service, startedAt, call, enteredAt }: Ticket): Busy => ({
  fromAt: startedAt ?? call?.firstAt ?? enteredAt,
  restMs: residualOf(hall.learnt[service]),
});

/**
 * What a service still takes beyond the usual rest, seen that it has lasted so long: whatever keeps it
 * is not in the learnt times, and the only measure of it is how long it has lasted. Rules: WAIT-6.
 */
const overdueOf = ({ fromAt, restMs }: Busy, at: Instant): DurationMs =>
  Math.max(0, at - fromAt - OVERDUE_RESTS * restMs);

/** A counter of many skills gives each of them a part of itself. */
const weightOf = (skills: readonly ServiceId[]): number => 1 / skills.length;

/** Open counters that are alike, and all idle or all busy. */
type Kind = Alike & {
  readonly idle: boolean;
  count: number;
  /** The services in progress at them. */
  readonly busy: Busy[];
};

type Open = {
  readonly kinds: readonly Kind[];
  /** How much of the open counters each service has. */
  readonly weights: ReadonlyMap<ServiceId, number>;
};

/** By likeness first those that are idle, then those that are busy. */
const emptyKinds = (likes: readonly Alike[]): readonly Kind[] =>
  likes.flatMap((like) => [true, false].map((idle) => ({ ...like, idle, count: 0, busy: [] })));

/** The open counters by their kind; kinds without one are left out. */
const kindsOf = (hall: HallState, day: Day): readonly Kind[] => {
  const { likes, likeOf } = configIndex(day.config);
  const kinds = emptyKinds(likes);
  let position = -1;
  for (const { state, ticket } of hall.counters) {
    position += 1;
    if (state !== 'open') continue;
    const serving = ticket === null ? undefined : findLive(hall.tickets, ticket);
    const kind = kinds[2 * (likeOf[position] ?? 0) + (serving === undefined ? 0 : 1)];
    if (!kind) continue;
    kind.count += 1;
    if (serving) kind.busy.push(busyWith(hall, serving));
  }
  return kinds.filter(({ count }) => count > 0);
};

const openOf = (kinds: readonly Kind[]): Open => {
  const weights = new Map<ServiceId, number>();
  for (const { skills, count } of kinds) {
    const weight = count * weightOf(skills);
    for (const skill of skills) weights.set(skill, (weights.get(skill) ?? 0) + weight);
  }
  return { kinds, weights };
};

/** All open counters of a state, and for each lane those that are kept for it. */
type OpenByLane = { readonly all: Open; readonly byLane: Map<LaneId, Open> };

const memo = new WeakMap<HallState, OpenByLane>();

/** Every forecast of a state looks at the same counters. */
const openNow = (hall: HallState, day: Day): OpenByLane => {
  const known = memo.get(hall);
  if (known) return known;
  const open = { all: openOf(kindsOf(hall, day)), byLane: new Map() };
  memo.set(hall, open);
  return open;
};

const keptFor = ({ all, byLane }: OpenByLane, lane: LaneId): Open => {
  if (all.kinds.every(({ lanes }) => lanes === null)) return all;
  const known = byLane.get(lane);
  if (known) return known;
  const open = openOf(all.kinds.filter(({ lanes }) => lanes?.includes(lane) ?? true));
  byLane.set(lane, open);
  return open;
};

/**
 * The counters that take the lane and service as their own. A dedicated counter counts for another
 * lane only while nobody else is open: that it helps when it is free is nothing to promise.
 * Rules: CALL-11, WAIT-2.
 */
const openFor = (hall: HallState, day: Day, service: ServiceId, lane: LaneId): Open => {
  const now = openNow(hall, day);
  const own = keptFor(now, lane);
  return own.kinds.some(({ skills }) => skills.includes(service)) ? own : now.all;
};

const sum = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

/** Mean rest of the services in progress; of one of the asked kind while there are none. */
const residualAmong = (hall: HallState, kinds: readonly Kind[], service: ServiceId): number => {
  const busy = kinds.flatMap((kind) => kind.busy);
  return busy.length === 0
    ? residualOf(hall.learnt[service])
    : sum(busy, ({ restMs }) => restMs) / busy.length;
};

export const capacityFor = (
  hall: HallState,
  day: Day,
  { service, lane }: { readonly service: ServiceId; readonly lane: LaneId },
  beside: readonly ServiceId[],
  at: Instant,
): Capacity => {
  const { kinds, weights } = openFor(hall, day, service, lane);
  const perTicket = (skills: readonly ServiceId[]) =>
    skills
      .map((skill) => {
        const share = weightOf(skills) / (weights.get(skill) ?? 1);
        return { service: beside.indexOf(skill), ms: share * (hall.learnt[skill]?.meanMs ?? 0) };
      })
      .sort((a, b) => b.ms - a.ms);
  const ours = kinds.filter(({ skills }) => skills.includes(service));
  const shared = kinds.filter(({ skills }) => skills.some((skill) => beside.includes(skill)));
  return {
    counters: ours.map(({ count, idle, skills, busy }) => ({
      count,
      idle,
      perTicket: perTicket(skills),
      overdueMs: busy.map((one) => overdueOf(one, at)).filter((ms) => ms > 0),
    })),
    beside: sum(shared, ({ count }) => count),
    residualMs: residualAmong(hall, ours, service),
  };
};
