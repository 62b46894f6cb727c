import { describe, expect, test } from 'vitest';
import type { Room } from './plan.ts';
import { type CallTexts, linesFit, planSlips, textWidth } from './text-width.ts';

/** The body of the default 55-inch panel at 1080p. */
const ROOM: Room = { width: 1_864, height: 784, text: 87, call: 130, unit: 4.7 };
const TWO = { columns: 2, gap: 14 };
const en = (number: string, label: string): CallTexts => ({ number, label, words: 'Counter' });
const zh = (number: string, label: string): CallTexts => ({ number, label, words: '号窗口' });

test('Chinese is as wide as it is high, letters and figures less', () => {
  expect(textWidth('窗口')).toBe(2);
  expect(textWidth('A001')).toBeLessThan(4);
  expect(textWidth('Counter')).toBeLessThan(4);
  expect(textWidth('')).toBe(0);
});

describe('slips side by side', () => {
  test('say counter in words while every one of them has room', () => {
    expect(planSlips([en('A001', '3')], ROOM, TWO).words).toBe(true);
    expect(planSlips([zh('A001', '10')], ROOM, TWO).words).toBe(true);
    expect(planSlips([en('A001', '3'), en('A002', '10')], ROOM, TWO).words).toBe(false);
    expect(planSlips([zh('A1000', '40')], ROOM, TWO).words).toBe(false);
    expect(planSlips([en('A1000', '40')], ROOM, { ...TWO, columns: 1 }).words).toBe(true);
  });
  test('tear on one line, as far as the longest counter needs', () => {
    const { stub } = planSlips([zh('A001', '3'), zh('A002', '10')], ROOM, TWO);
    expect(stub).toBe(planSlips([zh('A002', '10')], ROOM, TWO).stub);
  });
  test('leave a number of four digits its room', () => {
    const { stub } = planSlips([en('W1000', '40')], ROOM, TWO);
    const face = textWidth('W1000') * ROOM.call + 0.8 * ROOM.text + 17 * ROOM.unit;
    expect(stub + face).toBeLessThanOrEqual((ROOM.width - TWO.gap) / 2);
  });
});

test('a line is too narrow for the word as soon as one call is', () => {
  expect(linesFit([zh('A001', '3')], ROOM, 800)).toBe(true);
  expect(linesFit([zh('A001', '3'), zh('A1000', '40')], ROOM, 800)).toBe(false);
});
