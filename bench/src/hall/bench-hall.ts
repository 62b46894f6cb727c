/** A hall with a counter for every connection of the load. */
import { HallConfig } from '@tingxu/contract/config';

export const MOST_COUNTERS = 64;
export const COUNTERS = Array.from({ length: MOST_COUNTERS }, (_, index) => String(index + 1));
export const SERVICES = ['cash', 'accounts', 'loans'];
/** The lanes of twenty customers: some important, more elderly, most neither. */
export const CUSTOMERS = [
  'vip',
  ...Array.from({ length: 3 }, () => 'elderly'),
  ...Array.from({ length: 16 }, () => 'normal'),
];

const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 20_000,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 3_600_000,
};

const lane = (id: string, minutes: number, sharePermille: number, creditMs: number) => ({
  id,
  name: { 'zh-CN': id, en: id },
  promise: { targetMs: minutes * 60_000, sharePermille },
  creditMs,
  selfSelect: true,
  missed,
});

const service = (id: string, series: string) => ({
  id,
  name: { 'zh-CN': id, en: id },
  series,
  expectedServiceMs: 240_000,
});

/** Source: product.md 4.1, 4.2. */
export const BENCH_HALL = HallConfig.parse({
  hall: 'bench',
  name: { 'zh-CN': '测试大厅', en: 'Bench hall' },
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [
    lane('vip', 5, 950, 180_000),
    lane('elderly', 8, 900, 90_000),
    lane('normal', 15, 800, 0),
  ],
  services: [service('cash', 'A'), service('accounts', 'B'), service('loans', 'D')],
  counters: COUNTERS.map((id) => ({ id, label: id, skills: SERVICES })),
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1_500 },
});
