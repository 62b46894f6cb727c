/** The hall that a newcomer finds: a made-up branch with the defaults of product.md. */
import { HallConfig } from '@tingxu/contract/config';
import { DEFAULT_LANES, DEFAULT_POLICY, ELDERLY_MISSED } from '@tingxu/contract/defaults';

export const DEMO_HALL_ID = 'demo';

const MINUTE = 60_000;

const LANES = [
  {
    ...DEFAULT_LANES.vip,
    id: 'vip',
    name: { 'zh-CN': '贵宾', 'zh-HK': '貴賓', en: 'VIP' },
    series: 'V',
  },
  {
    ...DEFAULT_LANES.elderly,
    // No longer than the calls of the lane take: it shows who is accompanied and holds nobody up.
    missed: { ...ELDERLY_MISSED, escortMs: ELDERLY_MISSED.minTotalMs },
    id: 'elderly',
    name: { 'zh-CN': '长者', 'zh-HK': '長者', en: 'Elderly' },
    hint: {
      'zh-CN': '60 岁以上、行动不便',
      'zh-HK': '60 歲以上、行動不便',
      en: 'Aged 60 and over, or with limited mobility',
    },
    series: 'E',
  },
  {
    ...DEFAULT_LANES.normal,
    id: 'normal',
    name: { 'zh-CN': '普通', 'zh-HK': '普通', en: 'Standard' },
    hint: { 'zh-CN': '所有客户', 'zh-HK': '所有客戶', en: 'Everybody' },
  },
];

const SERVICES = [
  {
    id: 'cash',
    icon: 'cash',
    name: { 'zh-CN': '现金业务', 'zh-HK': '現金服務', en: 'Cash' },
    hint: {
      'zh-CN': '存款、取款、零钱兑换',
      'zh-HK': '存款、提款、找換零錢',
      en: 'Deposit, withdraw, change',
    },
    series: 'A',
    expectedServiceMs: 4 * MINUTE,
  },
  {
    id: 'accounts',
    icon: 'account',
    name: { 'zh-CN': '开户与卡业务', 'zh-HK': '開戶及銀行卡', en: 'Accounts and cards' },
    hint: {
      'zh-CN': '开户、挂失、补换卡',
      'zh-HK': '開戶、報失、補換卡',
      en: 'Open an account, lost or new card',
    },
    documents: [
      { 'zh-CN': '身份证原件', 'zh-HK': '身份證正本', en: 'your ID card' },
      { 'zh-CN': '本人手机', 'zh-HK': '本人手機', en: 'your mobile phone' },
    ],
    series: 'B',
    expectedServiceMs: 7 * MINUTE,
  },
  {
    id: 'wealth',
    icon: 'wealth',
    name: { 'zh-CN': '理财业务', 'zh-HK': '理財服務', en: 'Wealth' },
    hint: {
      'zh-CN': '理财、基金、保险咨询',
      'zh-HK': '理財、基金、保險查詢',
      en: 'Savings products, funds, insurance',
    },
    series: 'W',
    expectedServiceMs: 8 * MINUTE,
  },
  {
    id: 'loans',
    icon: 'loan',
    name: { 'zh-CN': '贷款业务', 'zh-HK': '貸款服務', en: 'Loans' },
    hint: {
      'zh-CN': '住房、消费、经营贷款',
      'zh-HK': '按揭、私人及商業貸款',
      en: 'Home, personal and business loans',
    },
    series: 'D',
    expectedServiceMs: 9 * MINUTE,
  },
  {
    id: 'corporate',
    icon: 'corporate',
    name: { 'zh-CN': '对公业务', 'zh-HK': '公司服務', en: 'Corporate' },
    hint: {
      'zh-CN': '企业开户、结算、回单',
      'zh-HK': '公司開戶、結算、回單',
      en: 'Company accounts, payments, receipts',
    },
    documents: [
      { 'zh-CN': '营业执照', 'zh-HK': '商業登記證', en: 'business licence' },
      { 'zh-CN': '公章', 'zh-HK': '公司印章', en: 'company seal' },
      { 'zh-CN': '经办人身份证', 'zh-HK': '經辦人身份證', en: 'your ID card' },
    ],
    series: 'G',
    expectedServiceMs: 6 * MINUTE,
  },
];

const COUNTERS = [
  { id: '1', label: '1', skills: ['cash', 'accounts'] },
  { id: '2', label: '2', skills: ['cash'] },
  { id: '3', label: '3', skills: ['cash', 'accounts', 'corporate'] },
  { id: '4', label: '4', skills: ['accounts', 'wealth'] },
  { id: '5', label: '5', skills: ['wealth', 'loans'] },
  { id: '6', label: '6', skills: ['cash', 'loans', 'corporate'] },
];

/** At whatever hour somebody looks, a time can be booked, and the next one be checked in for. */
const BOOKED_AT_ANY_HOUR = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
const APPOINTMENTS = {
  ...{ lane: 'normal', earlyMs: 30 * MINUTE, lateMs: 15 * MINUTE, horizonDays: 14 },
  services: ['accounts', 'wealth', 'loans'].map((service) => ({
    ...{ service, slotMinutes: 15, capacity: 2, hours: BOOKED_AT_ANY_HOUR },
  })),
};

/** Source: product.md 4.1, 4.2, 4.3. */
export const demoHall = (): HallConfig =>
  HallConfig.parse({
    hall: DEMO_HALL_ID,
    name: { 'zh-CN': '厅序示范支行', 'zh-HK': '廳序示範分行', en: 'Tingxu Demo Branch' },
    zone: 'Asia/Shanghai',
    cutOverHour: 4,
    lanes: LANES,
    services: SERVICES,
    counters: COUNTERS,
    defaultLane: 'normal',
    policy: DEFAULT_POLICY,
    phoneTickets: true,
    appointments: APPOINTMENTS,
    voice: { languages: ['zh-CN', 'en'] },
  });
