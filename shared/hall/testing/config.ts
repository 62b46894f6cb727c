/** Configurations for tests: the defaults of a bank hall, and any deviation from them. */
import { HallConfig } from '@tingxu/contract/config';

/** What a test may write: plain strings for ids. */
export type ConfigInput = (typeof HallConfig)['_zod']['input'];
export type LaneInput = ConfigInput['lanes'][number];
type ServiceInput = ConfigInput['services'][number];
type CounterInput = ConfigInput['counters'][number];

const MINUTE_MS = 60_000;
const name = (text: string) => ({ 'zh-CN': text, en: text });

/** Two calls, 20 s apart; back once, after three further calls, within an hour. */
export const DEFAULT_MISSED = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 60 * MINUTE_MS,
};
/** Three calls and 90 s; back twice, next in line. */
export const ELDERLY_MISSED = {
  ...DEFAULT_MISSED,
  minCalls: 3,
  minTotalMs: 90_000,
  returnAfterCalls: 0,
  maxReturns: 2,
};

export const lane = (id: string, more: Partial<LaneInput> = {}): LaneInput => ({
  id,
  name: name(id),
  promise: { targetMs: 15 * MINUTE_MS, sharePermille: 800 },
  creditMs: 0,
  selfSelect: true,
  missed: DEFAULT_MISSED,
  ...more,
});

export const VIP = lane('vip', {
  series: 'V',
  promise: { targetMs: 5 * MINUTE_MS, sharePermille: 950 },
  creditMs: 3 * MINUTE_MS,
  selfSelect: false,
});
export const ELDERLY = lane('elderly', {
  promise: { targetMs: 8 * MINUTE_MS, sharePermille: 900 },
  creditMs: 1.5 * MINUTE_MS,
  missed: ELDERLY_MISSED,
});
export const NORMAL = lane('normal');
export const BOOKED = lane('booked', { series: 'Y', selfSelect: false, proof: { checkIn: true } });

/** One customer each half hour for cash; check-in from 30 minutes before to 5 after. */
export const appointments = (
  more: Partial<NonNullable<ConfigInput['appointments']>> = {},
): NonNullable<ConfigInput['appointments']> => ({
  lane: 'booked',
  earlyMs: 30 * MINUTE_MS,
  lateMs: 5 * MINUTE_MS,
  horizonDays: 30,
  services: [
    {
      service: 'cash',
      slotMinutes: 30,
      capacity: 1,
      hours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '09:00', to: '12:00' }],
    },
  ],
  ...more,
});

/** Lanes of every proof, the best first. */
export const PROVED_LANES = [
  { ...VIP, proof: { classes: ['vip', 'potential-vip'] } },
  BOOKED,
  { ...ELDERLY, selfSelect: false, proof: { fromAge: 60, declared: true } },
  lane('corporate', { selfSelect: false, proof: { classes: ['corporate'], staff: false } }),
  NORMAL,
] satisfies LaneInput[];

export const service = (id: string, more: Partial<ServiceInput> = {}): ServiceInput => ({
  id,
  name: name(id),
  series: 'A',
  expectedServiceMs: 4 * MINUTE_MS,
  ...more,
});

export const counter = (id: string, ...skills: string[]): CounterInput => ({
  id,
  label: id,
  skills,
});

const DEFAULTS: ConfigInput = {
  hall: 'demo',
  name: name('demo'),
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [VIP, ELDERLY, NORMAL],
  services: [service('cash'), service('account', { series: 'B' })],
  counters: [
    counter('1', 'cash'),
    counter('2', 'cash', 'account'),
    counter('3', 'account'),
    counter('4', 'cash', 'account'),
  ],
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1_500 },
};

/** A valid configuration: the defaults, with the members that a test cares about replaced. */
export const hallConfig = (more: Partial<ConfigInput> = {}): HallConfig =>
  HallConfig.parse({ ...DEFAULTS, ...more });

/** The same hall under another calling rule. */
export const withPolicy = (
  policy: Partial<ConfigInput['policy']>,
  more: Partial<ConfigInput> = {},
): HallConfig => hallConfig({ ...more, policy: { ...DEFAULTS.policy, ...policy } });
