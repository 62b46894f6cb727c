/** Calls and views as the feed would show them, for tests: parsed by the contract's own schemas. */
import { BoardView, CallRow } from '@tingxu/contract/views';

/** 2026-11-21 09:30:00 in Shanghai. */
export const AT = Date.UTC(2026, 10, 21, 1, 30);

type CallInput = Partial<(typeof CallRow)['_zod']['input']>;

export const call = (number: string, agoMs: number, more: CallInput = {}): CallRow =>
  CallRow.parse({
    ...{ number, counter: '1', lane: 'normal', attempt: 1, state: 'calling' },
    calledAt: AT - agoMs,
    ...more,
  });

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const rules = {
  promise: { targetMs: 900_000, sharePermille: 800 },
  missed: {
    ...{ minCalls: 2, intervalMs: 20_000, minTotalMs: 0 },
    ...{ returnAfterCalls: 3, maxReturns: 1, validMs: 3_600_000 },
  },
};

type ViewInput = Partial<(typeof BoardView)['_zod']['input']>;

/** Three lanes; one counter; nothing has happened yet. */
export const viewWith = (more: ViewInput = {}): BoardView =>
  BoardView.parse({
    audience: 'board',
    profile: {
      ...{ hall: 'demo', name: text('示范支行', 'Demo Branch'), zone: 'Asia/Shanghai' },
      lanes: [
        { id: 'vip', name: text('贵宾', 'VIP'), selfSelect: false, ...rules },
        { id: 'elderly', name: text('长者', 'Elderly'), selfSelect: true, ...rules },
        { id: 'normal', name: text('普通', 'Standard'), selfSelect: true, ...rules },
      ],
      services: [{ id: 'cash', name: text('现金', 'Cash'), series: 'A' }],
      counters: [{ id: '1', label: '1', skills: ['cash'] }],
      defaultLane: 'normal',
    },
    ...{ day: { open: true, businessDay: '2026-11-21' }, lanes: {}, counters: {} },
    ...{ calls: [], missed: {} },
    ...more,
  });
