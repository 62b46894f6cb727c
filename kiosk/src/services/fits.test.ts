import { describe, expect, test } from 'vitest';
import { fitsOf } from './fits.ts';
import { pageOf, pagesOf } from './pages.ts';

describe('layouts of a list of services', () => {
  test.each([
    [8, false],
    [8, true],
    [1, false],
  ])(
    '%d services: all of them with everything first, one bare name on a page last',
    (count, large) => {
      const fits = fitsOf(count, large);
      expect(fits[0]).toEqual({ perPage: count, status: 'full' });
      expect(fits.at(-1)?.perPage).toBe(1);
    },
  );
  test('pages only get smaller, so a later layout never shows more services', () => {
    for (const large of [false, true]) {
      const narrow = fitsOf(8, large).filter(
        (fit) => fit.status === fitsOf(8, large).at(-1)?.status,
      );
      const sizes = narrow.map((fit) => fit.perPage);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });
});

describe('pages', () => {
  test('hold every item once, in order', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    for (const perPage of [1, 2, 3, 5, 9]) {
      const pages = Array.from({ length: pagesOf(items.length, perPage) }, (_, page) =>
        pageOf(items, perPage, page),
      );
      expect(pages.flat()).toEqual(items);
    }
  });
  test('there is one page of nothing', () => {
    expect(pagesOf(0, 5)).toBe(1);
  });
});
