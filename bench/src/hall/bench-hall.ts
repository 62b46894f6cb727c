/** A hall with a counter for every connection of the load. */
import { HallConfig } from '@tingxu/contract/config';
import { DEFAULT_LANES, DEFAULT_POLICY } from '@tingxu/contract/defaults';

export const MOST_COUNTERS = 64;
export const COUNTERS = Array.from({ length: MOST_COUNTERS }, (_, index) => String(index + 1));
export const SERVICES = ['cash', 'accounts', 'loans'];
/** The lanes of twenty customers: some important, more elderly, most neither. */
export const CUSTOMERS = [
  'vip',
  ...Array.from({ length: 3 }, () => 'elderly'),
  ...Array.from({ length: 16 }, () => 'normal'),
];

/** Everybody may choose any lane: the load comes as a kiosk. */
const lane = (id: keyof typeof DEFAULT_LANES) => ({
  ...DEFAULT_LANES[id],
  id,
  name: { 'zh-CN': id, en: id },
  selfSelect: true,
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
  lanes: [lane('vip'), lane('elderly'), lane('normal')],
  services: [service('cash', 'A'), service('accounts', 'B'), service('loans', 'D')],
  counters: COUNTERS.map((id) => ({ id, label: id, skills: SERVICES })),
  defaultLane: 'normal',
  policy: DEFAULT_POLICY,
});
