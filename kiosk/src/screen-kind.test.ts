import { describe, expect, test } from 'vitest';
import { growOf, reachOf, screenOf } from './screen-kind.ts';

const panel = { inches: 10, large: false };

describe('the kind of screen', () => {
  test('a panel in either orientation is a kiosk of its own size', () => {
    for (const [width, height] of [
      [1280, 800],
      [800, 1280],
    ] as const) {
      const screen = screenOf({ ...panel, width, height });
      expect(screen.kind).toBe('kiosk');
      expect(screen.screenLongMm).toBeCloseTo(215.4, 1);
    }
  });
  test('somebody’s phone is a phone, held either way', () => {
    expect(screenOf({ ...panel, width: 390, height: 844 }).kind).toBe('phone');
    expect(screenOf({ ...panel, width: 844, height: 390 }).kind).toBe('phone');
  });
  test('large letters are asked for on both', () => {
    expect(screenOf({ ...panel, large: true, width: 1280, height: 800 }).size).toBe('elder');
    expect(screenOf({ ...panel, large: true, width: 390, height: 844 }).size).toBe('elder');
  });
});

test('a larger panel shows everything larger, a phone and a small one nothing smaller', () => {
  expect(growOf({ width: 1280, height: 800, inches: 10 })).toBeCloseTo(1, 2);
  expect(growOf({ width: 800, height: 480, inches: 7 })).toBe(1);
  expect(growOf({ width: 1080, height: 1920, inches: 15.6 })).toBeCloseTo(1.13, 2);
  expect(growOf({ width: 3840, height: 2160, inches: 32 })).toBe(1.28);
});

test('how much of a panel is in reach follows from where it hangs', () => {
  const upright = { width: 1080, height: 1920, inches: 21.5 };
  expect(reachOf(upright, 900)).toBe(320);
  expect(reachOf(upright, 700)).toBeNull();
  expect(reachOf(upright, null)).toBeNull();
  expect(reachOf(upright, 1_150)).toBeNull();
  expect(reachOf({ width: 1280, height: 800, inches: 10 }, 1_000)).toBeNull();
});
