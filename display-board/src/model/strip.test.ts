import { describe, expect, test } from 'vitest';
import { packPages } from './strip.ts';
import { textWidth } from './text-width.ts';

const width = (cell: string): number => textWidth(cell);

describe('pages of cells', () => {
  test('hold every cell once, in order, each page within the room', () => {
    const cells = Array.from({ length: 23 }, (_, index) => '口'.repeat(1 + (index % 5)));
    for (const room of [5, 8, 13, 100]) {
      const pages = packPages(cells, width, room);
      expect(pages.flat()).toEqual(cells);
      for (const page of pages) {
        expect(page.reduce((sum, cell) => sum + width(cell), 0)).toBeLessThanOrEqual(room);
      }
    }
  });
  test('are filled evenly where that takes no more of them', () => {
    const cells = ['一', '二', '三', '四'];
    expect(packPages(cells, width, 3)).toEqual([
      ['一', '二'],
      ['三', '四'],
    ]);
  });
  test('give a cell that is too wide a page of its own', () => {
    expect(packPages(['一', '很长很长很长', '二'], width, 3)).toEqual([
      ['一'],
      ['很长很长很长'],
      ['二'],
    ]);
  });
  test('are one empty page when there is nothing', () => {
    expect(packPages([], width, 10)).toEqual([[]]);
  });
});
