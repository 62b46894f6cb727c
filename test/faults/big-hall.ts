/** A hall of twenty counters, larger than most branches, for load and faults. */
import { HallConfig } from '@tingxu/contract/config';

export const COUNTERS = Array.from({ length: 20 }, (_, index) => String(index + 1));
export const SERVICES = ['cash', 'accounts', 'loans'];
export const LANES = ['vip', 'elderly', 'normal'];

const missed = {
  minCalls: 1,
  intervalMs: 0,
  minTotalMs: 0,
  returnAfterCalls: 1,
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

export const BIG_HALL = HallConfig.parse({
  hall: 'big',
  name: { 'zh-CN': '大厅', en: 'Big hall' },
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
