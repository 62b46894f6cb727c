/** One simulated day before it happens: its hall, its crowd, its habits. All drawn from one seed. */

import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { DEFAULT_VISIT_RULE, type HallConfig, PolicyKind } from '@tingxu/contract/config';
import { anyHallConfig } from '@tingxu/hall/testing/arbitraries';
import {
  type ConfigInput,
  counter,
  ELDERLY,
  hallConfig,
  NORMAL,
  service,
  VIP,
} from '@tingxu/hall/testing/config';
import fc from 'fast-check';

export type DayPlan = {
  readonly kind: 'busy' | 'hall' | 'absurd';
  readonly config: HallConfig;
  /** Customers per minute. */
  readonly perMinute: number;
  /** Units: ms. */
  readonly openMs: number;
  readonly serviceMs: number;
  /** Shares of one. */
  readonly noShow: number;
  readonly comesBack: number;
  readonly leaves: number;
  readonly pauses: number;
  /** How often something that nobody planned is tried, per minute. */
  readonly straysPerMinute: number;
  /** Whether everybody is served before the day closes, or the roll-over ends whoever is left. */
  readonly ends: 'drained' | 'rolled-over';
  /** Whether hours are posted: issuing begins after the doors open and ends before they close. */
  readonly postsHours: boolean;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SERVICES = ['cash', 'account', 'loan', 'wealth'] as const;

const policyOf = (chance: Chance): ConfigInput['policy'] => ({
  kind: chance.pick(PolicyKind.options as [PolicyKind, ...PolicyKind[]]),
  passOverPermille: chance.pick([0, 500, 1_500, 1_500, 3_000]),
});

/** Whether whoever is set aside at the end of the day comes again on the next one. Rules: PARK-6. */
const visitsOf = (chance: Chance): Pick<ConfigInput, 'visits'> =>
  chance.happens(0.5) ? { visits: { ...DEFAULT_VISIT_RULE, carryMs: HOUR_MS } } : {};

/** A bank hall: three lanes, so many counters with one skill or more. */
const bankHall = (
  chance: Chance,
  counters: number,
  services: readonly string[] = SERVICES,
): HallConfig =>
  hallConfig({
    lanes: [VIP, ELDERLY, NORMAL],
    services: services.map((id, index) => service(id, { series: 'ABCD'.charAt(index) })),
    counters: Array.from({ length: counters }, (_, index) => {
      const wide = 1 + chance.between(0, services.length - 1);
      const skills = Array.from(
        { length: wide },
        (_skill, i) => services[(index + i) % services.length] ?? 'cash',
      );
      return counter(String(index + 1), ...skills);
    }),
    policy: policyOf(chance),
    ...visitsOf(chance),
  });

/** Some days do not offer what the day before did. Rules: PARK-7. */
const servicesOf = (chance: Chance): readonly string[] => {
  const first = chance.between(0, SERVICES.length - 1);
  const all = SERVICES.map((_, i) => SERVICES[(first + i) % SERVICES.length] ?? 'cash');
  return all.slice(0, chance.pick([2, 3, 4]));
};

const habits = (chance: Chance): Omit<DayPlan, 'kind' | 'config' | 'perMinute'> => ({
  openMs: 8 * HOUR_MS,
  serviceMs: 6 * MINUTE_MS,
  noShow: chance.pick([0, 0.03, 0.08, 0.2]),
  comesBack: chance.pick([0.2, 0.6, 0.9]),
  leaves: chance.pick([0, 0.02, 0.08]),
  pauses: chance.pick([0.002, 0.02]),
  straysPerMinute: chance.pick([0, 0.3, 1]),
  ends: chance.pick(['drained', 'drained', 'rolled-over']),
  postsHours: chance.happens(0.3),
});

/** 20 counters and 1,500 tickets in eight hours. Source: quality.md DS-16. */
const busyDay = (chance: Chance): DayPlan => ({
  ...habits(chance),
  kind: 'busy',
  config: bankHall(chance, 20),
  perMinute: 1_500 / 480,
});

const hallDay = (chance: Chance): DayPlan => {
  const counters = 2 + chance.between(0, 14);
  const load = chance.pick([0.5, 0.8, 0.95, 1.1]);
  const more = habits(chance);
  const perMinute = (load * counters) / (more.serviceMs / MINUTE_MS);
  const config = bankHall(chance, counters, servicesOf(chance));
  return { ...more, kind: 'hall', config, perMinute };
};

/** Any hall at all that a configuration may describe: the model's own. */
const absurdDay = (chance: Chance, seed: number): DayPlan => {
  const [config = bankHall(chance, 3)] = fc.sample(anyHallConfig, { seed, numRuns: 1 });
  const more = habits(chance);
  const load = chance.pick([0.3, 0.8, 1.2]);
  const perMinute = (load * config.counters.length) / (more.serviceMs / MINUTE_MS);
  return { ...more, kind: 'absurd', straysPerMinute: 2, config, perMinute };
};

/** The nth day of a year. */
export const dayPlan = (seed: number, index: number): DayPlan => {
  const own = (Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0x85ebca6b)) >>> 0;
  const chance = chanceOf(own);
  if (index % 4 === 1) return busyDay(chance);
  if (index % 4 === 3) return absurdDay(chance, own % 2 ** 31);
  return hallDay(chance);
};
