/** A slip with everything on it: printed to test a printer, and by the tests. */
import { TicketNumber } from '@tingxu/contract/ids';
import type { SlipFacts } from './slip.ts';

export const SAMPLE_FACTS: SlipFacts = {
  hall: { 'zh-CN': '厅序示范支行', 'zh-HK': '廳序示範分行', en: 'Tingxu Demo Branch' },
  zone: 'Asia/Shanghai',
  number: TicketNumber.parse('A001'),
  services: [{ 'zh-CN': '开户与卡业务', 'zh-HK': '開戶及銀行卡', en: 'Accounts and cards' }],
  lane: null,
  issuedAt: Date.parse('2026-11-23T09:30:05+08:00'),
  state: 'waiting',
  counter: null,
  ahead: 3,
  worst: 9,
  wait: { lowMs: 300_000, highMs: 720_000 },
  counters: ['1', '3', '4'],
  documents: [
    { 'zh-CN': '身份证原件', 'zh-HK': '身份證正本', en: 'your ID card' },
    { 'zh-CN': '本人手机', 'zh-HK': '本人手機', en: 'your mobile phone' },
  ],
  missed: {
    minCalls: 2,
    intervalMs: 20_000,
    minTotalMs: 0,
    returnAfterCalls: 3,
    maxReturns: 1,
    validMs: 3_600_000,
  },
  closesAt: Date.parse('2026-11-23T17:00:00+08:00'),
  page: 'http://192.168.1.20:8080/t/#demo.20261123-0001.AbCdEfGhIjKlMnOpQrStUv',
  copy: false,
};
