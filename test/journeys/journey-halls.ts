/**
 * Halls that only journeys use: as the demo hall, but with intervals short enough to wait for, and
 * one hall for each journey that would disturb another.
 */
import type { HallConfig } from '@tingxu/contract/config';
import { ID_CARD, lane, MINUTE, PHONE, service } from './hall-parts.ts';
import { NOON } from './noon.ts';

const hall = (id: string) => ({
  hall: id,
  name: { 'zh-CN': '旅程大厅', en: 'Journey hall' },
  zone: NOON.zone,
  cutOverHour: 4,
  lanes: [
    { ...lane('vip', '贵宾', 'VIP', 5, 950), creditMs: 3 * MINUTE, series: 'V' },
    lane('normal', '普通', 'Standard', 15, 800),
  ],
  services: [
    service('cash', '现金业务', 'Cash', 'A'),
    service('wealth', '理财业务', 'Wealth', 'W', [ID_CARD, PHONE]),
  ],
  counters: [
    { id: '1', label: '1', skills: ['cash'] },
    { id: '2', label: '2', skills: ['cash', 'wealth'] },
    { id: '3', label: '3', skills: ['wealth'] },
  ],
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1500 },
});

/** As a config file spells it: ids are plain text there. */
type Spelt = { [K in keyof HallConfig]: unknown };

/** Posted for a minute of the early morning: what is issued later, somebody has ordered. */
const MORNING = [{ from: '04:00', to: '04:01' }];
const WEEK = {
  mon: MORNING,
  tue: MORNING,
  wed: MORNING,
  thu: MORNING,
  fri: MORNING,
  sat: MORNING,
  sun: MORNING,
};

/** One hall per journey that must not meet another's tickets. */
export const JOURNEY_HALLS: readonly Spelt[] = [
  ...[
    ...['counter', 'counter-order', 'counter-lists', 'counter-faults', 'counter-visits'],
    ...['counter-docked', 'monitor', 'watch', 'day', 'admin', 'passed'],
  ].map(hall),
  { ...hall('phones'), phoneTickets: true },
  { ...hall('closing'), hours: { week: WEEK } },
  {
    ...hall('counter-choice'),
    counterRule: { chosenCallBy: ['teller', 'lobby', 'supervisor'] },
    policy: { kind: 'weighted-delay', passOverPermille: 0, passOverCap: 1 },
  },
];
