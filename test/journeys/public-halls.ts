/** Halls for the journeys of customers and boards, with services, lanes and counters of a real one. */

import { NOON } from './noon.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Name = readonly [zh: string, en: string, hk?: string];
const text = ([zh, en, hk]: Name) => ({ 'zh-CN': zh, en, ...(hk && { 'zh-HK': hk }) });

/** Short enough for a journey to wait for. */
const missed = {
  minCalls: 2,
  intervalMs: 1_500,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 60 * MINUTE,
};
const promise = { targetMs: 15 * MINUTE, sharePermille: 800 };

const LANES = [
  {
    ...{ id: 'vip', name: text(['贵宾', 'VIP', '貴賓']), series: 'V', selfSelect: false },
    ...{ promise, creditMs: 3 * MINUTE, missed },
  },
  {
    ...{ id: 'elderly', name: text(['长者', 'Elderly', '長者']), series: 'E', selfSelect: true },
    hint: text(['60 岁以上', 'Aged 60 and over', '60 歲以上']),
    ...{ promise, creditMs: 90 * SECOND, missed: { ...missed, returnAfterCalls: 0 } },
  },
  {
    ...{ id: 'normal', name: text(['普通', 'Standard', '普通']), selfSelect: true },
    hint: text(['所有客户', 'Everybody', '所有客戶']),
    ...{ promise, creditMs: 0, missed },
  },
];

const SERVICES: readonly (readonly [id: string, name: Name, series: string])[] = [
  ['cash', ['存款取款', 'Cash', '存款提款'], 'A'],
  ['transfer', ['转账汇款', 'Transfers', '轉賬匯款'], 'B'],
  ['card', ['银行卡业务', 'Cards', '銀行卡服務'], 'C'],
  ['account', ['开户销户', 'Accounts', '開戶結戶'], 'D'],
  ['wealth', ['理财咨询', 'Wealth', '理財諮詢'], 'W'],
  ['loan', ['贷款业务', 'Loans', '貸款服務'], 'L'],
  ['currency', ['外币业务', 'Currency', '外幣服務'], 'F'],
  ['company', ['对公业务', 'Companies', '公司服務'], 'G'],
];

/** Where the picture has another name than the service. */
const ICONS: Readonly<Record<string, string>> = { currency: 'exchange', company: 'corporate' };

const DOCUMENTS = [text(['身份证', 'ID card', '身份證']), text(['银行卡', 'bank card', '銀行卡'])];

/** Whoever books the next slot may check in at once. */
const APPOINTMENTS = {
  ...{ lane: 'vip', earlyMs: 30 * MINUTE, lateMs: 30 * MINUTE, horizonDays: 0 },
  services: [
    {
      ...{ service: 'cash', slotMinutes: 5, capacity: 50 },
      hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    },
  ],
};

type Size = {
  readonly services: number;
  readonly counters: number;
  /** Pass-overs per open counter, so that any ticket may be called; units: thousandths. */
  readonly passOverPermille?: number;
};

/** For any day, so that a journey of any day finds them. */
export const TOLD = {
  notices: [
    {
      id: 'hours',
      text: {
        'zh-CN': '春节期间（2 月 17 日至 23 日）营业时间为 9:30 至 15:30，对公业务暂停办理',
        'zh-HK': '農曆新年期間（2 月 17 日至 23 日）營業時間為 9:30 至 15:30，公司業務暫停辦理',
        en: 'Spring Festival, 17 to 23 February: open 9:30 to 15:30, no company business',
      },
    },
    { id: 'over', text: text(['不应显示', 'Not to be shown']), to: '2026-01-01' },
  ],
  panels: [
    {
      id: 'exchange',
      title: text(['外汇牌价', 'Exchange', '外匯牌價']),
      columns: [text(['买入', 'Buy', '買入']), text(['卖出', 'Sell', '賣出'])],
      rows: [
        { name: text(['美元', 'USD']), values: ['709.12', '712.30'] },
        { name: text(['欧元', 'EUR', '歐元']), values: ['768.40', '774.05'] },
        { name: text(['港币', 'HKD', '港幣']), values: ['90.83', '91.20'] },
      ],
    },
  ],
};

/** More services than a panel shows at once, some with long names. Rules: ISSUE-6. */
const MANY: readonly (readonly [
  id: string,
  name: Name,
  series: string,
  icon: string,
  group: string,
])[] = [
  ['cash', ['存款取款', 'Cash', '存款提款'], 'A', 'cash', 'daily'],
  ['transfer', ['转账汇款', 'Transfers', '轉賬匯款'], 'A', 'transfer', 'daily'],
  ['card', ['银行卡业务', 'Cards', '銀行卡服務'], 'A', 'card', 'daily'],
  ['security', ['密码与挂失', 'Passwords and lost cards', '密碼及報失'], 'A', 'security', 'daily'],
  [
    'account',
    ['个人开户销户', 'Open or close an account', '個人開戶結戶'],
    'B',
    'account',
    'daily',
  ],
  [
    'wealth',
    ['理财产品咨询与购买', 'Investment products and advice', '理財產品諮詢及認購'],
    'W',
    'wealth',
    'wealth',
  ],
  ['insurance', ['保险业务', 'Insurance', '保險服務'], 'W', 'insurance', 'wealth'],
  [
    'gold',
    ['贵金属与纪念币兑换', 'Precious metals and commemorative coins', '貴金屬及紀念幣兌換'],
    'W',
    'gold',
    'wealth',
  ],
  ['loan', ['个人贷款', 'Personal loans', '私人貸款'], 'L', 'loan', 'loans'],
  [
    'fund',
    ['住房公积金贷款咨询', 'Housing fund loans', '住房公積金貸款諮詢'],
    'L',
    'loan',
    'loans',
  ],
  ['currency', ['外币兑换', 'Foreign exchange', '外幣兌換'], 'F', 'exchange', 'company'],
  [
    'company',
    ['对公账户与结算', 'Company accounts', '公司賬戶及結算'],
    'G',
    'corporate',
    'company',
  ],
];
const GROUPS = [
  { id: 'daily', name: text(['日常业务', 'Everyday banking', '日常服務']), icon: 'cash' },
  {
    id: 'wealth',
    name: text(['理财与保险', 'Investment and insurance', '理財及保險']),
    icon: 'wealth',
  },
  { id: 'loans', name: text(['贷款', 'Loans', '貸款']), icon: 'loan' },
  {
    id: 'company',
    name: text(['对公与外汇', 'Companies and exchange', '公司及外匯']),
    icon: 'corporate',
  },
];

/** The last service is taken by no counter when there are fewer than eight. */
export const publicHall = (
  hall: string,
  { services, counters, passOverPermille = 1_500 }: Size,
) => {
  const offered = SERVICES.slice(0, services);
  const skills = offered.map(([id]) => id).slice(0, services < 8 ? -1 : undefined);
  return {
    hall,
    name: text(['城南支行营业厅', 'Chengnan Branch Hall', '城南分行營業廳']),
    ...{ zone: NOON.zone, cutOverHour: 4, lanes: LANES },
    services: offered.map(([id, name, series]) => ({
      ...{ id, name: text(name), series, icon: ICONS[id] ?? id },
      ...(id === 'cash' && { documents: DOCUMENTS }),
      expectedServiceMs: 4 * MINUTE,
    })),
    counters: Array.from({ length: counters }, (_, index) => {
      const id = String(index + 1);
      return { id, label: id, skills };
    }),
    defaultLane: 'normal',
    appointments: APPOINTMENTS,
    policy: { kind: 'weighted-delay', passOverPermille },
    ...(hall === 'board-forty' && TOLD),
  };
};

/** Twelve services with pictures, in groups or in none. */
export const manyServices = (hall: string, grouped: boolean) => {
  const { services, ...rest } = publicHall(hall, { services: 8, counters: 3 });
  const [like] = services;
  const offered = MANY.map(([id, name, series, icon, group]) => ({
    ...{ id, name: text(name), series, icon, expectedServiceMs: like?.expectedServiceMs },
    ...(grouped && { group }),
  }));
  return {
    ...rest,
    ...(grouped && { serviceGroups: GROUPS }),
    services: offered,
    counters: rest.counters.map((counter) => ({
      ...counter,
      skills: MANY.map(([id]) => id),
    })),
    notices: TOLD.notices,
  };
};

/** A day in the middle of which a journey runs. */
const DAILY = [{ from: '09:00', to: '17:00' }];
const HOURS = {
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, DAILY]),
  ),
};

export const PUBLIC_HALLS = [
  manyServices('kiosk-many', true),
  publicHall('kiosk', { services: 4, counters: 3 }),
  publicHall('kiosk-eight', { services: 8, counters: 4 }),
  publicHall('kiosk-missed', { services: 4, counters: 2 }),
  { ...publicHall('hours', { services: 4, counters: 2 }), ...{ hours: HOURS, phoneTickets: true } },
  publicHall('kiosk-closed', { services: 4, counters: 2 }),
  publicHall('board', { services: 8, counters: 6 }),
  publicHall('board-burst', { services: 8, counters: 20 }),
  publicHall('board-forty', { services: 8, counters: 40, passOverPermille: 100_000 }),
  publicHall('board-long', { services: 4, counters: 2 }),
  publicHall('board-closed', { services: 4, counters: 2 }),
  publicHall('board-stopped', { services: 4, counters: 2 }),
  publicHall('kiosk-stopped', { services: 4, counters: 2 }),
  publicHall('story', { services: 4, counters: 3 }),
];
