import type { MissedRow } from '@tingxu/contract/views';
import { describe, expect, test } from 'vitest';
import { AT, viewWith } from '../testing/calls.ts';
import { infoPages, missedNumbers } from './info-pages.ts';

const missed = (count: number): Record<string, MissedRow> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = `A${String(index + 1).padStart(3, '0')}`;
      return [number, { number, missedAt: AT + index } as MissedRow];
    }),
  );
const room = { rows: 3, perLine: 3 };

describe('lanes', () => {
  test('stand in the order of the configuration, also when nothing is known of them yet', () => {
    const [page] = infoPages(viewWith(), room);
    const lanes = page?.kind === 'lanes' ? page.lanes : [];
    expect(lanes.map(({ lane, waiting, wait }) => [lane, waiting, wait])).toEqual([
      ['vip', 0, null],
      ['elderly', 0, null],
      ['normal', 0, null],
    ]);
  });
  test('go over several pages where there are few lines', () => {
    expect(infoPages(viewWith(), { ...room, rows: 2 }).length).toBe(2);
    expect(infoPages(viewWith(), { ...room, rows: 0 })).toEqual([]);
  });
});

describe('missed numbers', () => {
  test('the newest comes first', () => {
    expect(missedNumbers(viewWith({ missed: missed(3) }))).toEqual(['A003', 'A002', 'A001']);
  });
  test('thirty of them: every one is on exactly one page, and each page says which it is', () => {
    const pages = infoPages(viewWith({ missed: missed(30) }), room).filter(
      (page) => page.kind === 'missed',
    );
    expect(pages.flatMap((page) => page.numbers).length).toBe(30);
    expect(new Set(pages.flatMap((page) => page.numbers)).size).toBe(30);
    expect(pages.map((page) => `${page.page}/${page.pages}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
    for (const page of pages) expect(page.numbers.length).toBeLessThanOrEqual(9);
  });
  test('none: no page', () => {
    expect(infoPages(viewWith(), room).every((page) => page.kind === 'lanes')).toBe(true);
  });
});
