import { describe, expect, test } from 'vitest';
import {
  formatAge,
  formatAhead,
  formatClock,
  formatDate,
  formatDay,
  formatElapsed,
  formatMonthDay,
  formatOpening,
  formatPeople,
  formatShare,
  formatTime,
  formatWait,
  formatWaitMinutes,
  formatWaitShort,
  formatWhen,
} from './format.ts';

const MIN = 60_000;
/** 2026-11-20T16:05:09Z: already the 21st in Shanghai. */
const AT = Date.UTC(2026, 10, 20, 16, 5, 9);

describe('times follow the zone of the hall', () => {
  test('clock and time are 24-hour, midnight is 00', () => {
    expect(formatClock(AT, 'Asia/Shanghai', 'zh-CN')).toBe('00:05:09');
    expect(formatClock(AT, 'Asia/Shanghai', 'en')).toBe('00:05:09');
    expect(formatTime(AT, 'Europe/Prague', 'zh-CN')).toBe('17:05');
    expect(formatTime(AT, 'America/New_York', 'en')).toBe('11:05');
  });
  test('dates are local calendar days', () => {
    expect(formatDate(AT, 'Asia/Shanghai', 'zh-CN')).toBe('2026年11月21日 星期六');
    expect(formatDate(AT, 'Europe/Prague', 'zh-CN')).toBe('2026年11月20日 星期五');
    expect(formatDate(AT, 'Asia/Shanghai', 'en')).toBe('Sat 21 Nov 2026');
    expect(formatDay(AT, 'Asia/Shanghai', 'zh-CN')).toBe('11月21日 周六');
    expect(formatDay(AT, 'Asia/Shanghai', 'en')).toBe('Sat 21 Nov');
    expect(formatMonthDay(AT, 'Asia/Shanghai', 'zh-CN')).toBe('11月21日');
    expect(formatMonthDay(AT, 'Europe/Prague', 'en')).toBe('20 Nov');
  });
});

test('an instant to come names its day where that is not today', () => {
  const when = (hours: number, locale: 'zh-CN' | 'en') =>
    formatWhen(AT + hours * 60 * MIN, AT, 'Asia/Shanghai', locale);
  expect(when(8, 'zh-CN')).toBe('08:05');
  expect(when(24, 'zh-CN')).toBe('明天 00:05');
  expect(when(32, 'en')).toBe('tomorrow 08:05');
  expect(when(56, 'zh-CN')).toBe('11月23日 周一 08:05');
  expect(when(56, 'en')).toBe('Mon 23 Nov 08:05');
});

test('HOURS-13 an opening is always named with its day', () => {
  const opening = (hours: number, locale: 'zh-CN' | 'zh-HK' | 'en') =>
    formatOpening(AT + hours * 60 * MIN, AT, 'Asia/Shanghai', locale);
  expect(['zh-CN', 'zh-HK', 'en'].map((locale) => opening(8, locale as 'en'))).toEqual([
    ...['今天 08:05', '今日 08:05', '08:05 today'],
  ]);
  expect(opening(32, 'zh-CN')).toBe('明天（周日）08:05');
  expect(opening(32, 'en')).toBe('08:05 tomorrow (Sun)');
  expect(opening(56, 'zh-CN')).toBe('11月23日 周一 08:05');
  expect(opening(56, 'en')).toBe('Mon 23 Nov 08:05');
});

describe('durations', () => {
  test.each([
    [-5, '00:00'],
    [999, '00:00'],
    [272_000, '04:32'],
    [59 * MIN + 59_999, '59:59'],
    [60 * MIN, '1:00:00'],
    [64 * MIN + 32_000, '1:04:32'],
  ])('a timer of %d ms reads %s', (ms, text) => {
    expect(formatElapsed(ms)).toBe(text);
  });
  test.each([
    [0, '不到 1 分钟', 'under 1 min'],
    [MIN - 1, '不到 1 分钟', 'under 1 min'],
    [12.9 * MIN, '12 分钟', '12 min'],
    [60 * MIN, '1 小时', '1 h'],
    [65 * MIN, '1 小时 5 分', '1 h 5 min'],
  ])('an age of %d ms', (ms, zh, en) => {
    expect(formatAge(ms, 'zh-CN')).toBe(zh);
    expect(formatAge(ms, 'en')).toBe(en);
  });
});

describe('waits are ranges, rounded outwards', () => {
  test.each([
    [5 * MIN, 10 * MIN, '约 5–10 分钟', 'about 5–10 min'],
    [4.2 * MIN, 7.1 * MIN, '约 4–8 分钟', 'about 4–8 min'],
    [0, 0, '1 分钟以内', 'within 1 min'],
    [30_000, 4 * MIN, '4 分钟以内', 'within 4 min'],
    [5 * MIN, 5 * MIN, '约 5 分钟', 'about 5 min'],
    [12 * MIN, 23 * MIN, '约 10–25 分钟', 'about 10–25 min'],
    [62 * MIN, 81 * MIN, '约 60–85 分钟', 'about 60–85 min'],
    [100 * MIN, 130 * MIN, '约 1.5–2.5 小时', 'about 1.5–2.5 h'],
  ])('%d to %d ms', (lowMs, highMs, zh, en) => {
    expect(formatWait({ lowMs, highMs }, 'zh-CN')).toBe(zh);
    expect(formatWait({ lowMs, highMs }, 'en')).toBe(en);
  });
  test.each([
    [5 * MIN, 10 * MIN, '5–10 分钟', '5–10 min'],
    [30_000, 4 * MIN, '4 分钟以内', 'max 4 min'],
    [5 * MIN, 5 * MIN, '5 分钟', '5 min'],
    [100 * MIN, 130 * MIN, '1.5–2.5 小时', '1.5–2.5 h'],
  ])('%d to %d ms where there is little room', (lowMs, highMs, zh, en) => {
    expect(formatWaitShort({ lowMs, highMs }, 'zh-CN')).toBe(zh);
    expect(formatWaitShort({ lowMs, highMs }, 'en')).toBe(en);
    expect(formatWaitShort(null, 'zh-CN')).toBe('—');
  });
  test.each([
    [5 * MIN, 30 * MIN, '5–30'],
    [30_000, 4 * MIN, '≤ 4'],
    [5 * MIN, 5 * MIN, '5'],
    [100 * MIN, 130 * MIN, '90–150'],
  ])('%d to %d ms in a column of minutes', (lowMs, highMs, text) => {
    expect(formatWaitMinutes({ lowMs, highMs })).toBe(text);
    expect(formatWaitMinutes(null)).toBe('—');
  });
  test('says so when nobody can tell', () => {
    expect(formatWait(null, 'zh-CN')).toBe('暂时无法预计');
    expect(formatWait(null, 'en')).toBe('no estimate yet');
  });
  test('the range told always holds the range given', () => {
    for (let low = 0; low <= 200 * MIN; low += 37_777) {
      for (const width of [0, 1, 90_000, 11 * MIN, 70 * MIN]) {
        const text = formatWait({ lowMs: low, highMs: low + width }, 'en');
        const unit = text.endsWith('h') ? 60 * MIN : MIN;
        const figures = [...text.matchAll(/[\d.]+/g)].map(([figure]) => Number(figure) * unit);
        const high = figures.at(-1) ?? -1;
        expect(high, text).toBeGreaterThanOrEqual(low + width);
        if (!text.startsWith('within')) expect(figures[0], text).toBeLessThanOrEqual(low);
      }
    }
  });
});

describe('people and shares', () => {
  test('people ahead', () => {
    expect(formatAhead(0, 'zh-CN')).toBe('前面没有人');
    expect(formatAhead(3, 'zh-CN')).toBe('前面还有 3 人');
    expect(formatAhead(0, 'en')).toBe('nobody ahead of you');
    expect(formatAhead(1, 'en')).toBe('1 person ahead of you');
    expect(formatAhead(3, 'en')).toBe('3 people ahead of you');
    expect(formatPeople(1, 'en')).toBe('1 person');
    expect(formatPeople(12, 'zh-CN')).toBe('12 人');
  });
  test('a share never rounds up to all', () => {
    expect(formatShare(996, 1000)).toBe('99%');
    expect(formatShare(1, 1)).toBe('100%');
    expect(formatShare(0, 0)).toBe('—');
  });
});
