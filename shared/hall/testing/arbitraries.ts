/** Random halls, sensible and absurd, and random intents that a run makes commands of. */
import { HallConfig, PolicyKind } from '@tingxu/contract/config';
import { LaneProof } from '@tingxu/contract/customers';
import fc from 'fast-check';
import { type ConfigInput, counter, type LaneInput, lane, service } from './config.ts';

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
  validMs: fc.constantFrom(60 * MINUTE_MS, 60 * MINUTE_MS, MINUTE_MS, MINUTE_MS / 2, 0),
});

/** A setting that is seldom made. */
const seldom = <T>(...values: readonly [T, ...T[]]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 3 });
/** A member that is not set is not there. */
const present = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;

const missedVariant = fc
  .record({
    version: seldom(1, 7),
    returnPlace: seldom('after-calls' as const, 'first' as const, 'last' as const),
    waitCreditPermille: seldom(0, 333, 1_000),
    toleranceCalls: seldom(1, 3),
    autoMissMs: seldom(0, 20_000),
    autoReturnMs: seldom(1_000, 30_000, 60 * MINUTE_MS),
    escortMs: seldom(1_000, MINUTE_MS),
    returnBy: seldom(['staff' as const], ['kiosk' as const, 'phone' as const]),
  })
  .map(present);
const someRoles = seldom(
  ['teller' as const],
  ['teller' as const, 'lobby' as const, 'supervisor' as const],
);
const anyCounterRule = fc
  .record({
    autoCall: seldom(true, false),
    chosenCallBy: someRoles,
    walkUpBy: someRoles,
    calledLimitMs: seldom(10_000, 3 * MINUTE_MS),
    servingLimitMs: seldom(10_000, 30 * MINUTE_MS),
    awayAfterMs: seldom(0, 1_000, 30_000),
  })
  .map(present);
const anyMissedRule = fc
  .tuple(missedRule, missedVariant)
  .map(([rule, variant]) => ({ ...rule, ...variant }));

const proof = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        classes: fc.option(
          fc.constantFrom(['vip'], ['vip', 'potential-vip'], ['corporate'], ['ordinary']),
          { nil: undefined },
        ),
        fromAge: fc.option(fc.constantFrom(60, 65), { nil: undefined }),
        declared: fc.option(fc.boolean(), { nil: undefined }),
        staff: fc.option(fc.boolean(), { nil: undefined }),
      })
      .map((record) => {
        const all = Object.entries(record).filter(([, value]) => value !== undefined);
        const proof: LaneInput['proof'] = Object.fromEntries(all);
        return LaneProof.safeParse(proof).success ? proof : { ...proof, staff: true };
      }),
  },
);

const someLane = fc
  .record({
    series: fc.option(letter, { nil: undefined }),
    targetMs: fc.constantFrom(10_000, 5 * MINUTE_MS, 8 * MINUTE_MS, 15 * MINUTE_MS, 86_400_000),
    sharePermille: fc.constantFrom(1, 500, 800, 900, 950, 999),
    creditMs: fc.constantFrom(0, 0, 90_000, 3 * MINUTE_MS, 86_400_000),
    weight: fc.constantFrom(undefined, 1, 2, 5, 16),
    selfSelect: fc.boolean(),
    proof,
    /** Seldom: nobody can stand in such a lane without a booking. */
    checkIn: fc.constantFrom(false, false, false, true),
    missed: anyMissedRule,
  })
  .map(({ series, targetMs, sharePermille, proof, weight, ...rest }) => ({
    ...rest,
    ...(proof && { proof }),
    ...(series && { series }),
    ...(weight && { weight }),
    promise: { targetMs, sharePermille },
  }));

const PAPERS = [
  { 'zh-CN': '身份证', en: 'your ID card' },
  { 'zh-CN': '银行卡', en: 'your bank card' },
];

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

/** What can be booked, by the place of lane and service; nothing in some halls. */
const appointments = fc.option(
  fc.record({
    lane: fc.nat(3),
    services: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 2 }),
    capacity: fc.constantFrom(1, 2, 3),
    earlyMs: fc.constantFrom(0, 10 * MINUTE_MS, 60 * MINUTE_MS, 86_400_000),
    lateMs: fc.constantFrom(0, 10 * MINUTE_MS, 86_400_000),
  }),
  { nil: undefined, freq: 3 },
);
type SomeAppointments = (typeof appointments extends fc.Arbitrary<infer T> ? T : never) & object;

const appointmentsOf = (
  { lane, services, capacity, earlyMs, lateMs }: SomeAppointments,
  lanes: readonly { readonly id: string }[],
  ids: readonly string[],
): ConfigInput['appointments'] => {
  const hours = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
  const offered = new Set(services.map((index) => ids[index % ids.length] ?? ''));
  return {
    ...{ lane: lanes[lane % lanes.length]?.id ?? '', earlyMs, lateMs, horizonDays: 30 },
    services: [...offered].map((service) => ({ service, slotMinutes: 30, capacity, hours })),
  };
};

const ONLY_BY_CHECK_IN = { selfSelect: false, proof: { checkIn: true } };
/** A hall that says nothing, or one that says something else. */
const visits = fc.option(
  fc
    .record({
      stay: fc.boolean(),
      keepWait: fc.boolean(),
      first: fc.boolean(),
      parkMs: fc.constantFrom(0, 30_000, 15 * MINUTE_MS),
      parkMaxMs: fc.constantFrom(60_000, 60 * MINUTE_MS),
      afterPark: fc.constantFrom('return' as const, 'end' as const),
      carryMs: fc.constantFrom(undefined, 0, 20 * MINUTE_MS, 86_400_000),
    })
    .map(present),
  { nil: undefined },
);

/** Each counter's skills as a set of bits over the services, at least one. */
const skillsOf = (bits: number, services: readonly string[]): string[] => {
  const skills = services.filter((_, i) => ((bits >> i) & 1) === 1);
  return skills.length > 0 ? skills : services.slice(0, 1);
};

/** Which skills are secondary and which lanes a counter is kept for, as bits; neither when zero. */
const reach = fc.record({
  secondary: fc.constantFrom(0, 0, 0, 1, 2, 6, 63),
  limitMs: fc.constantFrom(0, 20_000, 3 * MINUTE_MS, 120 * MINUTE_MS),
  lanes: fc.constantFrom(0, 0, 0, 1, 2, 5),
  helpsAfterMs: fc.constantFrom(undefined, 0, 10_000, 2 * MINUTE_MS, 86_400_000),
});
type Reach = typeof reach extends fc.Arbitrary<infer R> ? R : never;

/** What the reach makes of a counter; it always keeps a primary service. */
const reachOf = (
  { secondary, limitMs, lanes, helpsAfterMs }: Reach,
  skills: readonly string[],
  laneIds: readonly string[],
): Partial<ConfigInput['counters'][number]> => {
  const overflow = skills.slice(1).filter((_, i) => ((secondary >> i) & 1) === 1);
  const kept = laneIds.filter((_, i) => ((lanes >> i) & 1) === 1);
  const helps = helpsAfterMs === undefined ? {} : { helpsAfterMs };
  return {
    ...(overflow.length > 0 && { secondary: overflow.map((service) => ({ service, limitMs })) }),
    ...(kept.length > 0 && { dedicated: { lanes: kept, ...helps } }),
  };
};

/** A few that ask seldom; half of those halls name one of the two that ask (intents.ts). Rules: HELP-2, HELP-3. */
const kiosksOf = (lanes: number, names: boolean) => ({
  helpEveryMs: 900_000 * lanes,
  ...(names && { places: [{ id: 'K1', name: { 'zh-CN': '大门', en: 'Door' } }] }),
});

/** Notices have no say in anything: one that is over, one of today, one to come. Rules: TELL-1. */
const NOTICES = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day, i) => ({
  ...{ id: `n${i}`, text: { 'zh-CN': '通知', en: 'Notice' } },
  ...{ from: day, to: day },
}));

/** 1 to 4 lanes, 1 to 6 services, 1 to 8 counters with random skills and reach, any policy, cap and missed rule. */
export const anyHallConfig: fc.Arbitrary<HallConfig> = fc
  .record({
    lanes: fc.array(someLane, { minLength: 1, maxLength: 4, size: 'max' }),
    services: fc.array(someService, { minLength: 1, maxLength: 6, size: 'max' }),
    skills: fc.array(fc.tuple(fc.nat(63), reach), { minLength: 1, maxLength: 8, size: 'max' }),
    policy,
    appointments,
    customersCancel: fc.boolean(),
    phoneTickets: fc.boolean(),
    counterRule: anyCounterRule,
    visits,
    notices: fc.subarray(NOTICES),
  })
  .map(
    // biome-ignore format: one name a line would say less
    ({ lanes, services, skills, policy, customersCancel, phoneTickets, counterRule, visits, appointments, notices }) => {
      const rows = lanes.map(({ checkIn, ...row }, i) =>
        lane(LANES[i] ?? '', i > 0 && checkIn ? { ...row, ...ONLY_BY_CHECK_IN } : row),
      );
      // No draw of its own: the days stay as they were.
      const offered = services.map((row, i) =>
        service(SERVICES[i] ?? '', {
          ...row,
          ...(i % 2 === 0 && { documents: PAPERS, icon: 'cash' as const, group: 'daily' }),
        }),
      );
      const ids = offered.map(({ id }) => id);
      const input: ConfigInput = {
        hall: 'demo',
        name: { 'zh-CN': '演示', en: 'Demo' },
        zone: 'Asia/Shanghai',
        cutOverHour: 4,
        lanes: rows,
        services: offered,
        counters: skills.map(([bits, reach], i) => {
          const taken = skillsOf(bits, ids);
          const kept = reachOf(
            reach,
            taken,
            rows.map(({ id }) => id),
          );
          return { ...counter(String(i + 1), ...taken), ...kept };
        }),
        defaultLane: rows[0]?.id ?? '',
        policy,
        customersCancel,
        phoneTickets,
        counterRule,
        ...(visits && { visits }),
        notices,
        ...(rows.length % 2 === 1 && { voice: { quiet: offered.length % 3 === 0 } }),
        ...(offered.length % 2 === 0 && { watch: { careMs: 60_000 } }),
        serviceGroups: [{ id: 'daily', name: { 'zh-CN': '日常', en: 'Daily' } }],
        ...(rows.length % 2 === 0 && { kiosks: kiosksOf(rows.length, offered.length % 2 === 0) }),
        ...(appointments && { appointments: appointmentsOf(appointments, rows, ids) }),
      };
      return HallConfig.parse(input);
    },
  );

/** What somebody wants to do, before it is known what there is: four figures, the simplest zero. */
export type Intent = readonly [kind: number, pick: number, other: number, wait: number];

const intent: fc.Arbitrary<Intent> = fc.tuple(fc.nat(99), fc.nat(255), fc.nat(255), fc.nat(15));

/** Posted hours from the opening of a day on; null where there are none. Units: minutes. */
export type Posted = {
  readonly preIssue: number;
  /** Opening, closing, opening … */
  readonly turns: readonly number[];
  /** The first lane and service that have the second half of the day only. */
  readonly own: readonly ('lanes' | 'services')[];
} | null;

const posted: fc.Arbitrary<Posted> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      preIssue: fc.constantFrom(0, 5, 30),
      turns: fc.constantFrom([0, 600], [2, 90, 120, 720], [30, 31, 60, 240], []),
      own: fc.subarray(['lanes', 'services'] as const),
    }),
  },
);

export type RandomDay = {
  readonly config: HallConfig;
  readonly posted: Posted;
  /** Hardly anybody waits: counters run out of tickets. */
  readonly quiet: boolean;
  readonly intents: readonly Intent[];
};

/** A hall and what happens in it, at most `most` commands. */
export const randomDay = (most: number): fc.Arbitrary<RandomDay> =>
  fc.record({
    config: anyHallConfig,
    posted,
    quiet: fc.boolean(),
    intents: fc.array(intent, { maxLength: most, size: 'max' }),
  });
