/** A hall as the feed would show it, for tests: parsed by the contract's own schema. */
import { KioskView } from '@tingxu/contract/views';
import { CONNECTING, type FeedState } from '@tingxu/feed-client/follow';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 3_600_000,
};
const promise = { targetMs: 900_000, sharePermille: 800 };

const PROFILE = {
  hall: 'demo',
  name: text('示范支行', 'Demo Branch'),
  zone: 'Asia/Shanghai',
  lanes: [
    { id: 'vip', name: text('贵宾', 'VIP'), series: 'V', selfSelect: false, promise, missed },
    { id: 'elderly', name: text('长者', 'Elderly'), selfSelect: true, promise, missed },
    { id: 'normal', name: text('普通', 'Standard'), selfSelect: true, promise, missed },
  ],
  services: [
    { id: 'cash', name: text('现金业务', 'Cash'), series: 'B' },
    { id: 'wealth', name: text('理财业务', 'Wealth'), series: 'A' },
    { id: 'gold', name: text('贵金属', 'Gold'), series: 'A' },
  ],
  counters: [
    { id: '1', label: '1', skills: ['cash'] },
    { id: '2', label: '2', skills: ['wealth'] },
  ],
  defaultLane: 'normal',
};

export type ViewInput = Partial<(typeof KioskView)['_zod']['input']>;
type Profile = NonNullable<ViewInput['profile']>;

/** Counter 1 is open; seven wait for cash. */
export const viewWith = (more: ViewInput = {}): KioskView =>
  KioskView.parse({
    audience: 'kiosk',
    kioskHelp: {},
    profile: PROFILE,
    day: { open: true, businessDay: '2026-11-21' },
    lanes: {
      normal: { lane: 'normal', waiting: 5, now: null, wait: null },
      elderly: { lane: 'elderly', waiting: 2, now: null, wait: null },
    },
    services: {
      cash: {
        service: 'cash',
        countersOpen: 1,
        waiting: 4,
        ahead: 7,
        wait: { lowMs: 300_000, highMs: 600_000 },
      },
      wealth: { service: 'wealth', countersOpen: 0, waiting: 0, wait: null },
    },
    ...more,
  });

export const profileWith = (more: Partial<Profile>): Profile => ({ ...PROFILE, ...more });

/** Every service needs two documents. */
export const withDocuments = (): Partial<Profile> => ({
  services: PROFILE.services.map((service) => ({
    ...service,
    documents: [text('身份证', 'your ID card'), text('银行卡', 'your card')],
  })),
});

/** Two of the services in a group, and a group of nothing. Rules: ISSUE-6. */
export const withGroups = (): Partial<Profile> => ({
  serviceGroups: [
    { id: 'empty', name: text('空', 'Empty') },
    { id: 'money', name: text('现金与理财', 'Money'), icon: 'cash' },
  ],
  services: PROFILE.services.map((service) => ({
    ...service,
    ...(service.id !== 'gold' && { group: 'money', icon: 'cash' as const }),
  })),
});

export const live = (view: KioskView = viewWith()): FeedState<'kiosk'> => ({
  ...CONNECTING,
  status: 'live',
  view,
});
