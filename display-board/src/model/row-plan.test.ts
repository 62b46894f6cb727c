import { CounterId, TicketNumber } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import type { CounterLine } from './counter-lines.ts';
import type { Room } from './plan.ts';
import { planLed, planRows } from './row-plan.ts';

/** Below the header of the default 55-inch panel at 1080p, and upright. */
const WIDE: Room = { width: 1_864, height: 920, text: 87, call: 130, unit: 4.7 };
const TALL: Room = { ...WIDE, width: 1_024, height: 1_700 };

const busy = (label: string): CounterLine => ({
  ...{
    counter: CounterId.parse(label),
    label,
    state: 'serving',
    words: 'Serving',
    short: 'Serving',
  },
  number: TicketNumber.parse('A1000'),
});
const paused = (label: string): CounterLine => ({
  ...{ counter: CounterId.parse(label), label, state: 'paused', number: null },
  ...{ words: 'Paused · Internal work', short: 'Paused' },
});
const hall = (count: number): CounterLine[] =>
  Array.from({ length: count }, (_, index) => busy(String(index + 1)));

describe('the lines of a zone', () => {
  test('a few stand larger, in one column', () => {
    const plan = planRows(hall(3), WIDE);
    expect(plan).toMatchObject({ columns: 1, rows: 3, reasons: true });
    expect(plan.figure).toBeGreaterThan(WIDE.call * 1.5);
  });
  test('more take columns, and leave reasons out, before they take pages', () => {
    expect(planRows(hall(10), WIDE)).toMatchObject({ columns: 2, rows: 5 });
    const plan = planRows([...hall(7), paused('38')], WIDE);
    expect(plan).toMatchObject({ columns: 2, rows: 4, reasons: false });
    expect(planRows([busy('1'), paused('38')], WIDE).reasons).toBe(true);
    expect(planRows([busy('1'), paused('38')], TALL).reasons).toBe(false);
  });
  test('of forty counters are never smaller than the last row can read, nor cut', () => {
    for (const room of [WIDE, TALL]) {
      const { rows, figure, height } = planRows(hall(40), room);
      expect(figure).toBeGreaterThanOrEqual(room.call);
      expect(height).toBeGreaterThanOrEqual(figure);
      expect(rows * height).toBeLessThanOrEqual(room.height + 0.01);
    }
  });
  test('of forty counters fill every page alike', () => {
    const { rows, columns } = planRows(hall(40), TALL);
    const pages = Math.ceil(40 / (rows * columns));
    expect(pages * rows * columns - 40).toBeLessThan(pages * columns);
  });
});

describe('the strip over a counter', () => {
  const STRIP: Room = { width: 1_280, height: 160, text: 55, call: 82, unit: 3 };
  test('has one counter as large as the strip is high', () => {
    const { cells, figure } = planLed([busy('40')], STRIP, '号窗口');
    expect(cells).toBe(1);
    expect(figure).toBeCloseTo(STRIP.height * 0.66);
  });
  test('has as many side by side as the last row can read, the others by turns', () => {
    const { cells, figure } = planLed(hall(6), { ...STRIP, width: 1_920 }, '号窗口');
    expect(cells).toBeLessThan(6);
    expect(cells).toBeGreaterThan(1);
    expect(figure).toBeGreaterThanOrEqual(STRIP.call);
  });
});
