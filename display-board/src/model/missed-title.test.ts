import { expect, test } from 'vitest';
import { comesBackAlone, missedTitle } from './missed-title.ts';

const WORDS = {
  missed: '过号',
  missedHow: '在取号机按“我到了”，或找工作人员',
  missedWhere: '到取号机或服务台',
  missedHint: '请到服务台',
};
const RULE = { minCalls: 2, intervalMs: 0, minTotalMs: 0, returnAfterCalls: 3, validMs: 60_000 };

test('MISS-9 the board says as much of the way back as has room', () => {
  const titles = [30, 12.1, 11, 3].map((width) => missedTitle(WORDS, true, width));
  expect(titles).toEqual([
    '过号 · 在取号机按“我到了”，或找工作人员',
    '过号 · 到取号机或服务台',
    '过号 · 请到服务台',
    '过号',
  ]);
});

test('MISS-9 it names the kiosk only where every lane lets people come back there', () => {
  expect(missedTitle(WORDS, false, 30)).toBe('过号 · 请到服务台');
  const lane = (more: {
    readonly returnBy?: ('kiosk' | 'staff')[];
    readonly maxReturns: number;
  }) => ({
    missed: { ...RULE, ...more },
  });
  const [free, staff, void_] = [
    lane({ maxReturns: 1 }),
    lane({ maxReturns: 1, returnBy: ['staff'] }),
    lane({ maxReturns: 0 }),
  ];
  expect(comesBackAlone([free])).toBe(true);
  expect(comesBackAlone([free, staff])).toBe(false);
  expect(comesBackAlone([free, void_])).toBe(false);
});
