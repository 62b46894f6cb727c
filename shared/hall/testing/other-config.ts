/** Another configuration made from the one in force: one thing added, removed or changed. */
import { HallConfig, PolicyKind } from '@tingxu/contract/config';
import { type ConfigInput, counter, lane, service } from './config.ts';

const nth = <T>(rows: readonly T[], index: number): T | undefined => rows[index % rows.length];
const without = <T>(rows: readonly T[], index: number): T[] =>
  rows.filter((_, i) => rows.length === 1 || i !== index % rows.length);
const freeId = (rows: readonly { readonly id: string }[], ids: readonly string[]): string =>
  ids.find((id) => !rows.some((row) => row.id === id)) ?? '';

const LANES = ['vip', 'elderly', 'normal', 'gold'];
const SERVICES = ['cash', 'account', 'loan', 'wealth', 'corporate', 'foreign'];
const COUNTERS = Array.from({ length: 9 }, (_, i) => String(i + 1));
const LETTERS = ['A', 'B', 'C'];

type Change = (config: ConfigInput, other: number) => Partial<ConfigInput>;

const changeAt = <T>(rows: readonly T[], index: number, change: (row: T) => T): T[] =>
  rows.map((row, i) => (i === index % rows.length ? change(row) : row));

const withoutService: Change = ({ services }, other) => ({ services: without(services, other) });
const newLane: Change = ({ lanes }, other) => {
  const id = freeId(lanes, LANES);
  return id === '' ? {} : { lanes: [...lanes, lane(id, other % 2 ? { series: 'C' } : {})] };
};
const withoutLane: Change = ({ lanes }, other) => {
  const kept = without(lanes, other);
  // Whoever names no lane cannot stand in one of check-ins.
  const first = kept.find(({ proof }) => !proof?.checkIn);
  return first ? { lanes: kept, defaultLane: first.id } : {};
};
const newService: Change = ({ services, counters }, other) => {
  const id = freeId(services, SERVICES);
  if (id === '') return {};
  const able = changeAt(counters, other, (row) => ({ ...row, skills: [...row.skills, id] }));
  return { services: [...services, service(id)], counters: able };
};
const newCounter: Change = ({ services, counters }, other) => {
  const id = freeId(counters, COUNTERS);
  return id === '' ? {} : { counters: [counter(id, nth(services, other)?.id ?? ''), ...counters] };
};
const otherSkills: Change = ({ services, counters }, other) => ({
  counters: changeAt(counters, other, (row) => ({
    ...row,
    skills: [nth(services, Math.floor(other / 8))?.id ?? ''],
  })),
});
const allSkills: Change = ({ services, counters }, other) => ({
  counters: changeAt(counters, other, (row) => ({ ...row, skills: services.map(({ id }) => id) })),
});
const otherPolicy: Change = ({ policy }, other) => ({
  policy: {
    ...policy,
    kind: nth(PolicyKind.options, other) ?? 'fifo',
    ...(other % 3 === 0 ? { passOverCap: other % 5 } : {}),
  },
});
const otherLetters: Change = ({ lanes, services }, other) => ({
  lanes: changeAt(lanes, other, (row) => ({ ...row, series: nth(LETTERS, other) ?? 'A' })),
  services: changeAt(services, other, (row) => ({
    ...row,
    series: nth(LETTERS, other + 1) ?? 'A',
  })),
});
const otherRules: Change = ({ lanes }, other) => ({
  lanes: changeAt(lanes, other, (row) => ({
    ...row,
    promise: { targetMs: 60_000 * (1 + (other % 20)), sharePermille: 500 + other },
    weight: 1 + (other % 16),
    missed: { ...row.missed, maxReturns: other % 3, minCalls: 1 + (other % 3) },
  })),
});
/** Shorter, longer or no limits at all for calls and services. */
const otherLimits: Change = ({ counterRule, lanes }, other) => {
  const { calledLimitMs: _, servingLimitMs: __, ...rest } = counterRule ?? {};
  const limits = [{}, { calledLimitMs: 10_000 }, { servingLimitMs: 10_000 }];
  const timer = other % 4 === 0 ? { autoMissMs: 0 } : {};
  return {
    counterRule: { ...rest, ...nth(limits, other) },
    lanes: changeAt(lanes, other, (row) => ({ ...row, missed: { ...row.missed, ...timer } })),
  };
};
const rulesOrLimits: Change = (config, other) =>
  (Math.floor(other / 4) % 2 ? otherLimits : otherRules)(config, other);
/** Another service, another capacity, or nothing to be booked any more. Rules: BOOK-11, BOOK-13. */
const otherOffer = (
  offer: ConfigInput['appointments'],
  { services }: ConfigInput,
  other: number,
): ConfigInput['appointments'] => {
  const [first] = offer?.services ?? [];
  if (!offer || !first || other % 5 === 0) return undefined;
  const service = nth(services, Math.floor(other / 2))?.id ?? first.service;
  return {
    ...offer,
    ...(other % 2 && {
      earlyMs: Math.floor(offer.earlyMs / 2),
      lateMs: Math.floor(offer.lateMs / (1 + (other % 3))),
    }),
    services: [{ ...first, service, capacity: 1 + (other % 3) }],
  };
};
const otherTimes: Change = ({ services, appointments, ...rest }, other) => ({
  appointments: otherOffer(appointments, { services, ...rest }, other),
  services: changeAt(services, other, (row) => ({
    ...row,
    expectedServiceMs: 1 + other * 1_000,
    ...(other % 2 && { documents: [{ 'zh-CN': `材料${other}`, en: `paper ${other}` }] }),
  })),
});
const otherOrder: Change = ({ lanes, counters }) => ({
  lanes: [...lanes].reverse(),
  counters: [...counters].reverse(),
});
const otherDayCut: Change = ({ cutOverHour }) => ({ cutOverHour: (cutOverHour + 1) % 24 });
const otherHall: Change = () => ({ hall: 'elsewhere' });

const CHANGES: readonly Change[] = [
  ...[withoutLane, newLane, withoutService, newService, newCounter, otherSkills, allSkills],
  ...[otherPolicy, otherLetters, rulesOrLimits, otherTimes, otherOrder, otherDayCut, otherHall],
  ({ counters }, other) => ({ counters: without(counters, other) }),
  ({ counters }) => ({ counters: without(counters, counters.length - 1) }),
];

/** The kind of change that takes a service away: `other` is its index. */
export const WITHOUT_SERVICE = CHANGES.indexOf(withoutService);

/** Without what a counter takes or is kept for and the hall no longer has. */
const fitted = (counter: ConfigInput['counters'][number], hall: ConfigInput) => {
  const { secondary, dedicated, ...rest } = counter;
  const skills = rest.skills.filter((id) => hall.services.some((row) => row.id === id));
  const known = skills.length > 0 ? skills : [hall.services[0]?.id ?? ''];
  const overflow = (secondary ?? []).filter(({ service }) => known.includes(service));
  const lanes = (dedicated?.lanes ?? []).filter((id) => hall.lanes.some((row) => row.id === id));
  return {
    ...rest,
    skills: known,
    ...(overflow.length > 0 && overflow.length < known.length && { secondary: overflow }),
    ...(lanes.length > 0 && { dedicated: { ...dedicated, lanes } }),
  };
};

const stillBookable = (
  { lane: id, services }: NonNullable<ConfigInput['appointments']>,
  hall: ConfigInput,
): boolean =>
  hall.lanes.some((row) => row.id === id) &&
  services.every(({ service }) => hall.services.some((row) => row.id === service));

export const otherConfig = (config: HallConfig, kind: number, other: number): HallConfig => {
  const { appointments, ...hall }: ConfigInput = {
    ...config,
    ...nth(CHANGES, kind)?.(config, other),
  };
  return HallConfig.parse({
    ...hall,
    ...(appointments && stillBookable(appointments, hall) && { appointments }),
    counters: hall.counters.map((row) => fitted(row, hall)),
  });
};
