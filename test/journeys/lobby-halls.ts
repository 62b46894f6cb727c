/** Halls for the lobby manager's journeys: customers to accompany, and doors that are still shut. */
import { HOUR, ID_CARD, lane, MINUTE, missed, PHONE, service } from './hall-parts.ts';

const hall = (id: string) => ({
  hall: id,
  name: { 'zh-CN': '中国银行北京东城朝阳门内大街支行', en: 'Bank of China, Chaoyangmen Branch' },
  zone: 'Asia/Shanghai',
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

/** A zone in which it is now about noon, so that no posted time falls on another day. */
const noonZone = (now: number): { zone: string; hour: number; minute: number } => {
  const utc = Math.floor(now / HOUR) % 24;
  const ahead = 12 - utc;
  const zone = ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  return { zone, hour: 12, minute: Math.floor(now / MINUTE) % 60 };
};

/** Its doors open in half an hour or so; staff may already issue. Rules: HOURS-2. */
const early = (now: number) => {
  const { zone, hour, minute } = noonZone(now);
  const opens = `${hour + (minute < 30 ? 0 : 1)}:${minute < 30 ? '59' : '30'}`;
  const hours = [{ from: opens, to: '18:00' }];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const week = Object.fromEntries(days.map((day) => [day, hours]));
  return { ...hall('early'), zone, hours: { week, preIssueMinutes: 120 } };
};

export const LOBBY_HALLS = [
  ...['lobby', 'lobby-tasks', 'lobby-cut', 'lobby-many', 'lobby-none'].map(hall),
  early(Date.now()),
];
