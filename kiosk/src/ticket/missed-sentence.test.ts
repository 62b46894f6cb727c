import { LaneId } from '@tingxu/contract/ids';
import { kiosk } from '@tingxu/i18n/kiosk';
import { expect, test } from 'vitest';
import { laneRule } from '../model/offers.ts';
import { viewWith } from '../testing/hall.ts';
import { missedSentence } from './missed-sentence.ts';

const rule = laneRule(viewWith().profile, LaneId.parse('normal'));
if (!rule) throw new Error('the test hall has a normal lane');

test.each([
  [
    'zh-CN',
    '叫 2 次未到为过号，60 分钟内可回来',
    '过号后\u00A060\u00A0分钟内\u200B可回来',
    '叫 2 次未到，号码作废',
    '过号后\u00A045\u00A0秒内\u200B可回来',
  ],
  [
    'en',
    'Missed after 2 calls; you may come back within 60 min',
    'Missed? Back within\u00A060\u00A0min',
    'Void after 2 calls without you',
    'Missed? Back within\u00A045\u00A0s',
  ],
] as const)('MISS-6 the missed rule in one sentence, %s', (locale, long, short, never, soon) => {
  const texts = kiosk[locale];
  expect(missedSentence(texts, locale, rule, false)).toBe(long);
  expect(missedSentence(texts, locale, rule, true)).toBe(short);
  expect(missedSentence(texts, locale, { ...rule, maxReturns: 0 }, false)).toBe(never);
  expect(missedSentence(texts, locale, { ...rule, validMs: 0 }, false)).toBe(never);
  expect(missedSentence(texts, locale, { ...rule, validMs: 45_000 }, true)).toBe(soon);
});
