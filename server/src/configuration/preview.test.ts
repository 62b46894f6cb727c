import type { MissedRule } from '@tingxu/contract/missed-rule';
import type { WatchRule } from '@tingxu/contract/watch';
import { hallConfig, lane } from '@tingxu/hall/testing/config';
import { openScene } from '@tingxu/hall/testing/scene';
import { describe, expect, test } from 'vitest';
import { previewOf } from './preview.ts';

const RULE: MissedRule = {
  ...{ minCalls: 2, intervalMs: 20_000, minTotalMs: 0, maxReturns: 1, validMs: 3_600_000 },
  returnAfterCalls: 3,
};

/** What is told of one lane's rule, by member. */
const idle = (more: Partial<MissedRule>) => {
  const config = hallConfig({
    lanes: [lane('vip', { missed: { ...RULE, ...more } })],
    defaultLane: 'vip',
  });
  return previewOf(openScene().hall(), config, config, 'now').idle;
};
const members = (more: Partial<MissedRule>): string[] =>
  idle(more).map(({ path }) => path.replace('lanes.vip.missed.', ''));

describe('settings without effect', () => {
  test.each<[Partial<MissedRule>, string[]]>([
    [{}, []],
    [{ waitCreditPermille: 500, toleranceCalls: 4, returnBy: ['staff'], autoReturnMs: 60_000 }, []],
    [{ returnPlace: 'after-calls' }, []],
    [{ returnPlace: 'first' }, ['returnAfterCalls']],
    [{ returnPlace: 'first', returnAfterCalls: 0, waitCreditPermille: 500 }, []],
    [{ returnPlace: 'last', waitCreditPermille: 500 }, ['returnAfterCalls', 'waitCreditPermille']],
    [{ returnPlace: 'last', returnAfterCalls: 0 }, []],
    [{ autoReturnMs: 3_599_999 }, []],
    [{ autoReturnMs: 3_600_000 }, ['autoReturnMs']],
    [{ maxReturns: 0, returnAfterCalls: 0 }, []],
    [
      { maxReturns: 0, toleranceCalls: 2, returnPlace: 'after-calls', returnBy: ['kiosk'] },
      ['returnAfterCalls', 'returnPlace', 'toleranceCalls', 'returnBy'],
    ],
    [
      { maxReturns: 0, returnAfterCalls: 0, waitCreditPermille: 1, autoReturnMs: 1_000 },
      ['waitCreditPermille', 'autoReturnMs'],
    ],
  ])('CONF-8 are told by what would change: %j', (rule, expected) => {
    expect(members(rule)).toEqual(expected);
  });

  test('CONF-8 are told in words', () => {
    expect(idle({ returnPlace: 'first' })).toEqual([
      {
        path: 'lanes.vip.missed.returnAfterCalls',
        text: {
          'zh-CN': '队列“vip”的过号规则的回来后最多让几号：在这条过号规则中不起作用',
          'zh-HK': expect.stringContaining('過號規則'),
          en: expect.stringContaining('without effect'),
        },
      },
    ]);
  });
});

describe('a quiet after somebody went', () => {
  const told = (watch: WatchRule) => {
    const config = hallConfig({ watch });
    return previewOf(openScene().hall(), config, config, 'now').idle;
  };

  test('CONF-8, CARE-4 is named where it is longer than the hall keeps it', () => {
    expect(told({ careQuietMs: 900_001 })).toEqual([
      {
        path: 'watch.careQuietMs',
        text: {
          'zh-CN': expect.stringContaining('按后者计'),
          'zh-HK': expect.stringContaining('按後者計'),
          en: expect.stringContaining('counts as that'),
        },
      },
    ]);
    expect(told({ careMs: 60_000, careQuietMs: 60_001 })).toHaveLength(1);
    // Where nothing is said of it, nobody needs to be told that it is shorter than usual.
    for (const watch of [{}, { careMs: 60_000 }, { careMs: 60_000, careQuietMs: 60_000 }]) {
      expect(told(watch)).toEqual([]);
    }
  });
});

describe('labels that the voice cannot say', () => {
  const unread = (label: string, voice?: { speech?: 'clips' | 'browser' }) => {
    const plain = hallConfig();
    const [first, ...others] = plain.counters;
    if (!first) throw new Error('a hall has a counter');
    const counters = [{ ...first, label }, ...others];
    const config = { ...plain, counters, ...(voice && { voice }) };
    return previewOf(openScene().hall(), config, config, 'now').idle;
  };

  test('VOICE-12 are told where the clips speak', () => {
    expect(unread('贵宾', {})).toEqual([
      {
        path: 'counters.1.label',
        text: {
          'zh-CN': expect.stringContaining('没有字母和数字'),
          // The label is the bank's own and stays as it is.
          'zh-HK': expect.stringMatching(/贵宾.*沒有字母和數字/),
          en: expect.stringContaining('neither letters nor digits'),
        },
      },
    ]);
    expect(unread('贵宾2', {})).toEqual([]);
    expect(unread('贵宾')).toEqual([]);
    expect(unread('贵宾', { speech: 'browser' })).toEqual([]);
  });
});
