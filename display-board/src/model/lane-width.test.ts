import { expect, test } from 'vitest';
import { type LaneTexts, lowerWidths } from './lane-width.ts';
import type { Room } from './plan.ts';

/** The default 55-inch panel at 1080p. */
const ROOM: Room = { width: 1_864, height: 400, text: 87, call: 130, unit: 4.7 };
const RECENT = 560;
const lane = (name: string, wait: string): LaneTexts => ({
  name,
  now: 'A1000',
  waiting: '253',
  wait,
});

test('few words leave the recent calls their usual share', () => {
  const { info, recent, now } = lowerWidths(ROOM, [lane('VIP', '≤ 5')], RECENT);
  expect(now).toBe(true);
  expect(info).toBeCloseTo(ROOM.width * 0.56);
  expect(recent).toBeGreaterThan(RECENT);
});

test('three hundred waiting take more of it, and never what the recent calls need', () => {
  const { info, recent } = lowerWidths(ROOM, [lane('Pensioners', '150–240')], RECENT);
  expect(info).toBeGreaterThan(ROOM.width * 0.6);
  expect(recent).toBeGreaterThanOrEqual(RECENT);
});

test('where even that is too little, the number of now gives way', () => {
  const long = [lane('Corporate customers', '150–240')];
  expect(lowerWidths(ROOM, long, RECENT).now).toBe(false);
  expect(lowerWidths({ ...ROOM, width: 2_000 }, long, null).now).toBe(true);
});

test('where not even the rest has room beside the calls, they take turns', () => {
  const narrow = { ...ROOM, width: 900 };
  expect(lowerWidths(narrow, [lane('VIP', '≤ 5')], RECENT)).toMatchObject({
    ...{ beside: false, info: 900, recent: 900 },
  });
  expect(lowerWidths(ROOM, [lane('VIP', '≤ 5')], RECENT).beside).toBe(true);
});
