import { describe, expect, test } from 'vitest';
import { fitsOf } from './fits.ts';
import { pageOf, pagesOf } from './pages.ts';

const of = (services: number, large: boolean, more: object = {}) =>
  fitsOf({ services, large, groupTiles: 0, told: false, icons: true, ...more });

describe('layouts of a list of services', () => {
  test.each([
    [8, false],
    [8, true],
    [1, false],
  ])(
    '%d services: all of them with everything first, one bare name on a page last',
    (count, large) => {
      const fits = of(count, large);
      expect(fits[0]).toMatchObject({ perPage: count, status: 'full' });
      expect(fits.at(-1)?.perPage).toBe(1);
    },
  );
  test('pages only get smaller, so a later layout never shows more services', () => {
    for (const large of [false, true]) {
      const fits = of(8, large);
      const narrow = fits.filter((fit) => fit.status === fits.at(-1)?.status);
      const sizes = narrow.map((fit) => fit.perPage);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });
});

test('ISSUE-6 groups are tried once everything at once was, and in the place of pages', () => {
  for (const large of [false, true]) {
    const kinds = of(12, large, { groupTiles: 4 }).map((fit) => fit.of);
    expect(kinds.slice(0, kinds.indexOf('groups')).every((kind) => kind === 'services')).toBe(true);
    expect(kinds.slice(kinds.indexOf('groups')).every((kind) => kind === 'groups')).toBe(true);
    expect(of(12, large).every((fit) => fit.of === 'services')).toBe(true);
  }
});

test('without pictures nothing is tried with them', () => {
  expect(of(8, false, { icons: false }).some(({ icons }) => icons)).toBe(false);
  expect(of(8, false)[0]).toMatchObject({ band: 'all', icons: true });
});

test('TELL-1 what there is to tell goes before pictures and figures, but takes no service away', () => {
  for (const large of [false, true]) {
    const fits = of(8, large, { told: true });
    expect(fits[0]).not.toMatchObject({ band: 'none' });
    expect(fits.filter(({ band, perPage }) => band !== 'none' && perPage < 8)).toEqual([]);
  }
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
