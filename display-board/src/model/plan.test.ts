import { describe, expect, test } from 'vitest';
import {
  isPortrait,
  planLower,
  ROWS,
  type Room,
  restHeight,
  slipColumns,
  stagePlaces,
} from './plan.ts';

/** The body of the default 55-inch panel at 1080p. */
const wide: Room = { width: 1_864, height: 784, text: 87, call: 130, unit: 4.7 };
const tall: Room = { width: 2_046, height: 3_000, text: 174, call: 260, unit: 9.4 };

describe('slips', () => {
  test('one has the whole width; several stand in two columns, in portrait in one', () => {
    expect([slipColumns(1, false), slipColumns(2, false), slipColumns(5, true)]).toEqual([1, 2, 1]);
    expect(isPortrait(tall)).toBe(true);
    expect(isPortrait(wide)).toBe(false);
  });
  test('as many as the body holds at their real size', () => {
    expect(stagePlaces(wide, false)).toBe(10);
    expect(stagePlaces(tall, true)).toBeGreaterThanOrEqual(9);
    for (const [room, portrait] of [
      [wide, false],
      [tall, true],
    ] as const) {
      const rows = stagePlaces(room, portrait) / slipColumns(2, portrait);
      const height = rows * room.call * ROWS.slip + (rows - 1) * room.text * ROWS.slipGap;
      expect(height).toBeLessThanOrEqual(room.height);
    }
  });
  test('at least one, however small the panel', () => {
    expect(stagePlaces({ ...wide, height: 10 }, true)).toBe(1);
  });
});

describe('a board without a call', () => {
  const lanes = (count: number) => ({ lanes: Array.from({ length: count }) });
  test('is filled, and every lane keeps its row', () => {
    for (const room of [wide, tall]) {
      for (const count of [1, 3, 5]) {
        const height = restHeight(room, lanes(count));
        const left = { ...room, height: room.height - height };
        expect(
          planLower(left, room === tall, { lanes: count, calls: 0 }).info,
        ).toBeGreaterThanOrEqual(
          Math.min(count, planLower(room, room === tall, { lanes: count, calls: 0 }).info),
        );
      }
    }
    expect(restHeight(wide, lanes(3))).toBeGreaterThan(wide.height * 0.3);
  });
  test('leaves the room to a code that phones scan, and takes none where there is none', () => {
    expect(restHeight(wide, { ...lanes(3), phoneTickets: {} })).toBe(0);
    expect(restHeight({ ...wide, height: 100 }, lanes(3))).toBe(0);
  });
});

describe('below the slips', () => {
  const used = (room: Room, portrait: boolean, calls: number): number => {
    const { recent, info } = planLower(room, portrait, { lanes: 3, calls });
    const heading = room.text * ROWS.heading;
    const list = recent > 0 ? heading + recent * room.call * ROWS.recent : 0;
    const panel = info > 0 ? heading + info * room.text * ROWS.info : 0;
    return portrait ? list + panel : Math.max(list, panel);
  };
  test('nothing is ever cut, at any height', () => {
    for (let height = 0; height <= 2_000; height += 17) {
      for (const portrait of [false, true]) {
        const room = { ...(portrait ? tall : wide), height };
        for (const calls of [0, 2, 24]) {
          expect(used(room, portrait, calls)).toBeLessThanOrEqual(height);
        }
      }
    }
  });
  test('in portrait the lanes come before older calls', () => {
    const room = { ...tall, height: 1_000 };
    expect(planLower(room, true, { lanes: 3, calls: 24 })).toEqual({ recent: 0, info: 3 });
    const roomy = { ...tall, height: 2_000 };
    expect(planLower(roomy, true, { lanes: 3, calls: 24 }).recent).toBeGreaterThan(0);
    expect(planLower(roomy, true, { lanes: 3, calls: 0 }).info).toBeGreaterThan(6);
  });
});
