import { expect, test } from 'vitest';
import { wordsOf } from './words.ts';

test.each([
  ['城南支行营业厅', '城南|支行|营业厅'],
  ['中国银行北京东城朝阳门内大街支行营业部', '中国|银行|北京|东城|朝阳|门内|大街|支行|营业部'],
  ['对公账户与结算', '对公|账户|与结算'],
  ['贵金属与纪念币兑换', '贵金属|与纪念币|兑换'],
  ['更多业务', '更多|业务'],
  ['开户与卡业务', '开户|与卡业务'],
  ['密码与挂失', '密码|与挂失'],
  ['請備妥：身份證、銀行卡', '請備妥：身份證、銀行卡'],
  ['前面 305 人', '前面 305 人'],
  ['Bank of China, Beijing', 'Bank of China, Beijing'],
])('%s breaks between its words', (text, parts) => {
  expect(wordsOf(text).join('|')).toBe(parts);
});

test('nothing of a text is lost, whatever it is', () => {
  for (const text of [
    '',
    '与',
    '（2 月 17 日至 23 日）营业时间为 9:30 至 15:30，对公业务暂停办理',
    '𠮷支行㐂',
  ]) {
    expect(wordsOf(text).join('')).toBe(text);
  }
});
