import type { MissedRule } from '@tingxu/contract/missed-rule';
import { describe, expect, test } from 'vitest';
import { tellMissedRule } from './missed-rule.ts';

const RULE: MissedRule = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 3_600_000,
};

const CASES: readonly (readonly [
  what: string,
  more: Partial<MissedRule>,
  zh: string,
  en: string,
])[] = [
  [
    'the default',
    {},
    '叫 2 次未到为过号；60 分钟内可回来，最多 1 次；回来后最多先让本队列 3 个号，再照常叫号',
    'Missed after 2 calls; you may come back within 60 min, once; at most 3 of your queue then go first, after that you are called in turn',
  ],
  [
    'elderly customers',
    { minCalls: 3, returnAfterCalls: 0, maxReturns: 2 },
    '叫 3 次未到为过号；60 分钟内可回来，最多 2 次；回来后照常叫号',
    'Missed after 3 calls; you may come back within 60 min, at most 2 times; you are then called in turn',
  ],
  ['void', { maxReturns: 0 }, '叫 2 次未到，号码作废', 'Void after 2 calls without you'],
  [
    'no time to come back',
    { validMs: 0 },
    '叫 2 次未到，号码作废',
    'Void after 2 calls without you',
  ],
  [
    'less than a minute to come back',
    { validMs: 45_500, returnAfterCalls: 0 },
    '叫 2 次未到为过号；45 秒内可回来，最多 1 次；回来后照常叫号',
    'Missed after 2 calls; you may come back within 45 s, once; you are then called in turn',
  ],
  [
    'a return by itself within the minute',
    { validMs: 60_000, autoReturnMs: 9_500, returnAfterCalls: 0 },
    '叫 2 次未到为过号；10 秒后自动重新排队，最多 1 次；回来后照常叫号',
    'Missed after 2 calls; after 10 s you are in line again, once; you are then called in turn',
  ],
  [
    'a tolerance of numbers',
    { toleranceCalls: 5, returnPlace: 'first' },
    '叫 2 次未到为过号；60 分钟内、再叫 5 个号之前可回来，最多 1 次；回来后优先叫号',
    'Missed after 2 calls; you may come back within 60 min and before 5 more numbers are called, once; you are then called with priority',
  ],
  [
    'a return by itself, if not too many are called before',
    { toleranceCalls: 1, autoReturnMs: 600_000, returnAfterCalls: 0 },
    '叫 2 次未到为过号；10 分钟后自动重新排队，此前再叫 1 个号即作废，最多 1 次；回来后照常叫号',
    'Missed after 2 calls; after 10 min you are in line again, unless 1 more number is called before, once; you are then called in turn',
  ],
  [
    'the end of the line',
    { returnPlace: 'last', waitCreditPermille: 0 },
    '叫 2 次未到为过号；60 分钟内可回来，最多 1 次；回来后排到队尾',
    'Missed after 2 calls; you may come back within 60 min, once; you are then at the end of the line',
  ],
  [
    'a part of the wait, and staff only',
    { waitCreditPermille: 500, returnBy: ['staff'] },
    '叫 2 次未到为过号；60 分钟内可回来，最多 1 次，找工作人员报到；回来后最多先让本队列 3 个号，再照常叫号，之前的等候按 50% 计算',
    'Missed after 2 calls; you may come back within 60 min, once, see our staff; at most 3 of your queue then go first, after that you are called in turn, 50% of your earlier wait counts',
  ],
  [
    'nothing of the wait, by timer',
    { waitCreditPermille: 0, autoReturnMs: 600_000 },
    '叫 2 次未到为过号；10 分钟后自动重新排队，最多 1 次；回来后最多先让本队列 3 个号，再照常叫号，之前的等候不再计算',
    'Missed after 2 calls; after 10 min you are in line again, once; at most 3 of your queue then go first, after that you are called in turn, your earlier wait no longer counts',
  ],
  [
    'two ways back',
    { returnBy: ['kiosk', 'phone'], returnAfterCalls: 1, minCalls: 1 },
    '叫 1 次未到为过号；60 分钟内可回来，最多 1 次，在取号机报到或在手机上报到；回来后最多先让本队列 1 个号，再照常叫号',
    'Missed after 1 call; you may come back within 60 min, once, check in at the kiosk or check in on your phone; at most 1 of your queue then goes first, after that you are called in turn',
  ],
];

describe('the missed rule in one sentence', () => {
  test.each(CASES)('MISS-7, MISS-9, MISS-12, MISS-15 %s', (_, more, zh, en) => {
    expect(tellMissedRule({ ...RULE, ...more }, 'zh-CN')).toBe(zh);
    expect(tellMissedRule({ ...RULE, ...more }, 'en')).toBe(en);
  });
});
