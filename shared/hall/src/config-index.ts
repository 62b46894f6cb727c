/**
 * What follows from the configuration of a day and is asked with every command, made once for each. A
 * configuration never changes: another one is another object.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { CounterId, ServiceId } from '@tingxu/contract/ids';

export type ConfigIndex = {
  /** Where each counter stands in the configuration. */
  readonly positions: ReadonlyMap<CounterId, number>;
  /** For each service those that share a counter with it, itself included. */
  readonly beside: ReadonlyMap<ServiceId, readonly ServiceId[]>;
  /** The different lists of skills. */
  readonly skillSets: readonly (readonly ServiceId[])[];
  /** By position of a counter: which of the lists it has. */
  readonly skillSetOf: readonly number[];
};

const besideIn = (config: HallConfig, service: ServiceId): readonly ServiceId[] => {
  const able = config.counters.filter(({ skills }) => skills.includes(service));
  return [...new Set(able.flatMap(({ skills }) => skills))];
};

const sameSkills = (left: readonly ServiceId[], right: readonly ServiceId[]): boolean =>
  left.length === right.length && left.every((skill, i) => skill === right[i]);

const indexOf = (config: HallConfig): ConfigIndex => {
  const skillSets: (readonly ServiceId[])[] = [];
  const skillSetOf = config.counters.map(({ skills }) => {
    const known = skillSets.findIndex((one) => sameSkills(one, skills));
    return known >= 0 ? known : skillSets.push(skills) - 1;
  });
  return {
    positions: new Map(config.counters.map(({ id }, position) => [id, position])),
    beside: new Map(config.services.map(({ id }) => [id, besideIn(config, id)])),
    skillSets,
    skillSetOf,
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
