/** Invented rows for the samples. */
export const AT = Date.UTC(2026, 10, 21, 1, 42, 7);
export const ZONE = 'Asia/Shanghai';
export const MIN = 60_000;

type Text = { readonly 'zh-CN': string; readonly en: string };
const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

export const HALL = text('城南支行营业厅', 'Chengnan Branch Hall');

export const SERVICES = [
  { id: 'cash', name: text('存款取款', 'Deposit, withdrawal'), waiting: 6 },
  { id: 'transfer', name: text('转账汇款', 'Transfers'), waiting: 2 },
  { id: 'card', name: text('银行卡业务', 'Cards'), waiting: 0 },
  { id: 'account', name: text('开户销户', 'Open, close account'), waiting: 3 },
  { id: 'wealth', name: text('理财咨询', 'Investments'), waiting: 1 },
  { id: 'corporate', name: text('对公业务', 'Business banking'), waiting: 0 },
] as const;

export const LANES = [
  { id: 'normal', name: text('普通', 'Normal'), targetMs: 15 * MIN, now: 'A038', waiting: 9 },
  { id: 'elderly', name: text('长者', 'Elderly'), targetMs: 8 * MIN, now: 'E007', waiting: 2 },
  { id: 'vip', name: text('贵宾', 'VIP'), targetMs: 5 * MIN, now: 'V012', waiting: 1 },
] as const;

export const CALLS = [
  { number: 'A038', counter: '3' },
  { number: 'V012', counter: '6' },
  { number: 'B107', counter: '1' },
  { number: 'E007', counter: '2' },
  { number: 'A037', counter: '5' },
] as const;

export const TICKETS = [
  { number: 'A021', lane: 'normal', service: 0, waitedMs: 21 * MIN, passed: 4 },
  { number: 'E008', lane: 'elderly', service: 0, waitedMs: 6.4 * MIN, passed: 0 },
  { number: 'V013', lane: 'vip', service: 4, waitedMs: 3.9 * MIN, passed: 0 },
  { number: 'B110', lane: 'normal', service: 3, waitedMs: 11.5 * MIN, passed: 2 },
  { number: 'A039', lane: 'normal', service: 1, waitedMs: 7.2 * MIN, passed: 1 },
  { number: 'A040', lane: 'normal', service: 0, waitedMs: 4.1 * MIN, passed: 0 },
  { number: 'E009', lane: 'elderly', service: 2, waitedMs: 1.2 * MIN, passed: 0 },
  { number: 'B111', lane: 'normal', service: 0, waitedMs: 0.4 * MIN, passed: 0 },
] as const;

export const COUNTERS = [
  { label: '1', state: 'serving', number: 'B107', sinceMs: 8 * MIN },
  { label: '2', state: 'serving', number: 'E007', sinceMs: 3 * MIN },
  { label: '3', state: 'calling', number: 'A038', sinceMs: 0.3 * MIN },
  { label: '4', state: 'paused', number: null, sinceMs: 12 * MIN },
  { label: '5', state: 'open', number: null, sinceMs: 1 * MIN },
  { label: '6', state: 'serving', number: 'V012', sinceMs: 5 * MIN },
  { label: '7', state: 'closed', number: null, sinceMs: 100 * MIN },
] as const;

export const laneOf = (id: string): (typeof LANES)[number] =>
  LANES.find((lane) => lane.id === id) ?? LANES[0];
export const serviceOf = (index: number): (typeof SERVICES)[number] =>
  SERVICES[index] ?? SERVICES[0];
