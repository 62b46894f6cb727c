/** Random halls, sensible and absurd, and random intents that a run makes commands of. */
import { HallConfig, PolicyKind } from '@tingxu/contract/config';
import fc from 'fast-check';
import { type ConfigInput, counter, lane, service } from './config.ts';

const LANES = ['vip', 'elderly', 'normal', 'gold'];
const SERVICES = ['cash', 'account', 'loan', 'wealth', 'corporate', 'foreign'];
/** Few letters, so that services and lanes share a series. */
const letter = fc.constantFrom('A', 'B', 'C');
const MINUTE_MS = 60_000;

const missedRule = fc.record({
  minCalls: fc.constantFrom(1, 2, 3),
  intervalMs: fc.constantFrom(0, 1_000, 20_000),
  minTotalMs: fc.constantFrom(0, 0, 90_000),
  returnAfterCalls: fc.constantFrom(0, 1, 3, 5),
  maxReturns: fc.constantFrom(1, 2, 0),
  validMs: fc.constantFrom(60 * MINUTE_MS, 60 * MINUTE_MS, MINUTE_MS, 0),
});

const someLane = fc
  .record({
    series: fc.option(letter, { nil: undefined }),
    targetMs: fc.constantFrom(10_000, 5 * MINUTE_MS, 8 * MINUTE_MS, 15 * MINUTE_MS, 86_400_000),
    sharePermille: fc.constantFrom(1, 500, 800, 900, 950, 999),
    creditMs: fc.constantFrom(0, 0, 90_000, 3 * MINUTE_MS, 86_400_000),
    selfSelect: fc.boolean(),
    missed: missedRule,
  })
  .map(({ series, targetMs, sharePermille, ...rest }) => ({
    ...rest,
    ...(series && { series }),
    promise: { targetMs, sharePermille },
  }));

const someService = fc.record({
  series: letter,
  expectedServiceMs: fc.constantFrom(1, 30_000, 4 * MINUTE_MS, 20 * MINUTE_MS),
});

const policy = fc
  .record({
    kind: fc.constantFrom(...PolicyKind.options),
    passOverPermille: fc.constantFrom(0, 500, 1_500, 3_000),
    passOverCap: fc.option(fc.constantFrom(0, 1, 2, 5, 99), { nil: undefined }),
  })
  .map(({ passOverCap, ...rest }) => ({
    ...rest,
    ...(passOverCap !== undefined && { passOverCap }),
  }));

/** Each counter's skills as a set of bits over the services, at least one. */
const skillsOf = (bits: number, services: readonly string[]): string[] => {
  const skills = services.filter((_, i) => ((bits >> i) & 1) === 1);
  return skills.length > 0 ? skills : services.slice(0, 1);
};

/** 1 to 4 lanes, 1 to 6 services, 1 to 8 counters with random skills, any policy, cap and missed rule. */
export const anyHallConfig: fc.Arbitrary<HallConfig> = fc
  .record({
    lanes: fc.array(someLane, { minLength: 1, maxLength: 4, size: 'max' }),
    services: fc.array(someService, { minLength: 1, maxLength: 6, size: 'max' }),
    skills: fc.array(fc.nat(63), { minLength: 1, maxLength: 8, size: 'max' }),
    policy,
  })
  .map(({ lanes, services, skills, policy }) => {
    const rows = lanes.map((row, i) => lane(LANES[i] ?? '', row));
    const offered = services.map((row, i) => service(SERVICES[i] ?? '', row));
    const ids = offered.map(({ id }) => id);
    const input: ConfigInput = {
      hall: 'demo',
      name: { 'zh-CN': '演示', en: 'Demo' },
      zone: 'Asia/Shanghai',
      cutOverHour: 4,
      lanes: rows,
      services: offered,
      counters: skills.map((bits, i) => counter(String(i + 1), ...skillsOf(bits, ids))),
      defaultLane: rows[0]?.id ?? '',
      policy,
    };
    return HallConfig.parse(input);
  });

/** What somebody wants to do, before it is known what there is: four figures, the simplest zero. */
export type Intent = readonly [kind: number, pick: number, other: number, wait: number];

const intent: fc.Arbitrary<Intent> = fc.tuple(fc.nat(99), fc.nat(255), fc.nat(255), fc.nat(15));

export type RandomDay = {
  readonly config: HallConfig;
  /** Hardly anybody waits: counters run out of tickets. */
  readonly quiet: boolean;
  readonly intents: readonly Intent[];
};

/** A hall and what happens in it, at most `most` commands. */
export const randomDay = (most: number): fc.Arbitrary<RandomDay> =>
  fc.record({
    config: anyHallConfig,
    quiet: fc.boolean(),
    intents: fc.array(intent, { maxLength: most, size: 'max' }),
  });
