/** The bank of the record as a hall of the product: lanes, services, and a counter per agent. */
import type { HallConfig, LaneConfig, PolicyKind } from '@tingxu/contract/config';
import { HallConfig as HallConfigSchema, PolicyKind as PolicyKinds } from '@tingxu/contract/config';
import { DEFAULT_MISSED, DEFAULT_POLICY } from '@tingxu/contract/defaults';
import type { Presence } from '../record/presence.ts';
import { BANK_CUT_OVER_HOUR, BANK_ZONE } from '../record/recorded-day.ts';

export const BANK_HALL = 'bank-1999';
export const POLICIES: readonly PolicyKind[] = PolicyKinds.options;

/**
 * Promises on the scale of a telephone queue, where waits are one to two minutes. The head start of
 * 90 s for VIP customers is the bank's published rule; unidentified customers get none and the
 * laxest promise. Only staff put a ticket into the VIP lane.
 */
const LANES = [
  {
    id: 'vip',
    name: { 'zh-CN': '贵宾', en: 'VIP' },
    series: 'V',
    promise: { targetMs: 60_000, sharePermille: 900 },
    creditMs: 90_000,
    weight: 2,
    selfSelect: false,
    missed: DEFAULT_MISSED,
  },
  {
    id: 'normal',
    name: { 'zh-CN': '普通', en: 'Regular' },
    promise: { targetMs: 120_000, sharePermille: 800 },
    creditMs: 0,
    selfSelect: true,
    missed: DEFAULT_MISSED,
  },
  {
    id: 'unidentified',
    name: { 'zh-CN': '未识别', en: 'Unidentified' },
    series: 'U',
    promise: { targetMs: 180_000, sharePermille: 800 },
    creditMs: 0,
    selfSelect: true,
    missed: DEFAULT_MISSED,
  },
];

/** Units: ms; the mean service of the whole data, to start from. */
const expectedServiceMs = 181_000;

const SERVICES = [
  { id: 'regular', name: { 'zh-CN': '一般业务', en: 'Regular' }, series: 'A' },
  { id: 'english', name: { 'zh-CN': '英语服务', en: 'English' }, series: 'E' },
  { id: 'stocks', name: { 'zh-CN': '证券', en: 'Stock exchange' }, series: 'N' },
  { id: 'prospect', name: { 'zh-CN': '新客户', en: 'Prospective customer' }, series: 'W' },
  { id: 'internet', name: { 'zh-CN': '网银帮助', en: 'Internet help' }, series: 'D' },
  { id: 'call-back', name: { 'zh-CN': '回电', en: 'Call back' }, series: 'T' },
].map((service) => ({ ...service, expectedServiceMs }));

const labelOf = (counter: string): string => counter.replace(/^s0*/, '').toUpperCase();

export const bankHall = (counters: readonly Presence[], policy: PolicyKind): HallConfig =>
  HallConfigSchema.parse({
    hall: BANK_HALL,
    name: { 'zh-CN': '一九九九年的银行', en: 'The bank of 1999' },
    zone: BANK_ZONE,
    cutOverHour: BANK_CUT_OVER_HOUR,
    lanes: LANES,
    services: SERVICES,
    counters: counters.map(({ counter, skills }) => ({
      id: counter,
      label: labelOf(counter),
      skills,
    })),
    defaultLane: 'normal',
    policy: { ...DEFAULT_POLICY, kind: policy },
  });

export const laneOf = (hall: HallConfig, lane: string): LaneConfig => {
  const found = hall.lanes.find((one) => one.id === lane);
  if (!found) throw new Error(`${lane} is no lane of ${hall.hall}`);
  return found;
};
