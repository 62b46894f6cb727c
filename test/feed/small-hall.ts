/** A hall with little in it, so that random commands soon meet each other. */
import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, StaffId } from '@tingxu/contract/ids';

const text = (en: string) => ({ 'zh-CN': `${en} 中`, en });
const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 40_000,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 600_000,
};
const lane = (id: string, targetMs: number, selfSelect: boolean) => ({
  id,
  name: text(id),
  promise: { targetMs, sharePermille: 900 },
  creditMs: 0,
  selfSelect,
  missed,
});
const service = (id: string, series: string) => ({
  id,
  name: text(id),
  series,
  expectedServiceMs: 240_000,
});

export const smallHall: HallConfig = HallConfig.parse({
  hall: 'small',
  name: text('Small hall'),
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [
    lane('vip', 300_000, false),
    lane('elderly', 480_000, true),
    lane('normal', 900_000, true),
  ],
  services: [service('cash', 'A'), service('account', 'B')],
  counters: [
    { id: '1', label: '1', skills: ['cash'] },
    { id: '2', label: '2', skills: ['cash', 'account'] },
    { id: '3', label: '3', skills: ['account'] },
  ],
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1_500 },
});

/** The nth business day of a made-up year. */
export const businessDay = (index: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10));

/** Personnel numbers that occur nowhere else, so that one in a public frame is a leak. */
export const staffAt = (counter: string): StaffId => StaffId.parse(`canary-${counter}`);
