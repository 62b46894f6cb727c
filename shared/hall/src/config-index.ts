/**
 * What follows from the configuration of a day and is asked with every command, made once for each. A
 * configuration never changes: another one is another object.
 */
import type { HallConfig, LaneConfig } from '@tingxu/contract/config';
import type { CounterId, LaneId, ServiceId } from '@tingxu/contract/ids';

export type ConfigIndex = {
  /** Each lane with its position in the configuration, first = 0. */
  readonly lanes: ReadonlyMap<LaneId, RankedLane>;
  /** Where each counter stands in the configuration. */
  readonly positions: ReadonlyMap<CounterId, number>;
  /** For each service those that share a counter with it, itself included. */
  readonly beside: ReadonlyMap<ServiceId, readonly ServiceId[]>;
  /** Counters that are alike. */
  readonly likes: readonly Alike[];
  /** By position of a counter: which of them it is like. */
  readonly likeOf: readonly number[];
};

export type RankedLane = { readonly lane: LaneConfig; readonly rank: number };

/** What makes counters alike: their skills, and the lanes that they are kept for (null: all). */
export type Alike = {
  readonly skills: readonly ServiceId[];
  readonly lanes: readonly LaneId[] | null;
};

const besideIn = (config: HallConfig, service: ServiceId): readonly ServiceId[] => {
  const able = config.counters.filter(({ skills }) => skills.includes(service));
  return [...new Set(able.flatMap(({ skills }) => skills))];
};

const sameList = (left: readonly string[] | null, right: readonly string[] | null): boolean =>
  left === null || right === null
    ? left === right
    : left.length === right.length && left.every((id, i) => id === right[i]);

const indexOf = (config: HallConfig): ConfigIndex => {
  const likes: Alike[] = [];
  const likeOf = config.counters.map(({ skills, dedicated }) => {
    const lanes = dedicated?.lanes ?? null;
    const known = likes.findIndex(
      (one) => sameList(one.skills, skills) && sameList(one.lanes, lanes),
    );
    return known >= 0 ? known : likes.push({ skills, lanes }) - 1;
  });
  return {
    lanes: new Map(config.lanes.map((lane, rank) => [lane.id, { lane, rank }])),
    positions: new Map(config.counters.map(({ id }, position) => [id, position])),
    beside: new Map(config.services.map(({ id }) => [id, besideIn(config, id)])),
    likes,
    likeOf,
  };
};

const indexes = new WeakMap<HallConfig, ConfigIndex>();

export const configIndex = (config: HallConfig): ConfigIndex => {
  const known = indexes.get(config);
  if (known) return known;
  const made = indexOf(config);
  indexes.set(config, made);
  return made;
};
