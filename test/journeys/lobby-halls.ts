/** Halls for the lobby manager's journeys: customers to accompany, and doors that are still shut. */
import { ID_CARD, lane, MINUTE, missed, PHONE, service } from './hall-parts.ts';
import { NOON } from './noon.ts';

const hall = (id: string) => ({
  hall: id,
  name: { 'zh-CN': '中国银行北京东城朝阳门内大街支行', en: 'Bank of China, Chaoyangmen Branch' },
  zone: NOON.zone,
  cutOverHour: 4,
  lanes: [
    { ...lane('vip', '贵宾', 'VIP', 5), series: 'V' },
    {
      ...lane('elderly', '长者', 'Elderly', 8),
      ...{ series: 'E', proof: { fromAge: 60 } },
      missed: { ...missed, escortMs: 10 * MINUTE },
    },
    lane('normal', '普通', 'Standard', 15),
  ],
  services: [
    service('cash', '现金业务', 'Cash', 'A'),
    service('accounts', '开户与银行卡业务', 'Accounts and bank cards', 'B', [ID_CARD, PHONE]),
    service('wealth', '理财业务', 'Wealth', 'W'),
  ],
  counters: [
    { id: '1', label: '1', skills: ['cash', 'accounts'] },
    { id: '2', label: '2', skills: ['cash'] },
  ],
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1500 },
});

/** Its doors open in half an hour or so; staff may already issue. Rules: HOURS-2. */
const early = ({ hour, minute }: typeof NOON) => {
  const opens = `${hour + (minute < 30 ? 0 : 1)}:${minute < 30 ? '59' : '30'}`;
  const hours = [{ from: opens, to: '18:00' }];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const week = Object.fromEntries(days.map((day) => [day, hours]));
  return { ...hall('early'), hours: { week, preIssueMinutes: 120 } };
};

export const LOBBY_HALLS = [
  ...['lobby', 'lobby-tasks', 'lobby-cut', 'lobby-many', 'lobby-none'].map(hall),
  early(NOON),
  // Limits short enough to wait for, and the usual ones beside them. Rules: CARE-4.
  { ...hall('care'), watch: { careMs: 10_000, careQuietMs: 10_000, helpLateMs: 10_000 } },
  hall('care-usual'),
];
