import type { BoardView, MissedRow } from '@tingxu/contract/views';
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
const room = { rows: 3, perLine: 3, width: 10 };
const zh = (text: { readonly 'zh-CN': string }): string => text['zh-CN'];

describe('lanes', () => {
  test('stand in the order of the configuration, also when nothing is known of them yet', () => {
    const [page] = infoPages(viewWith(), room, zh);
    const lanes = page?.kind === 'lanes' ? page.lanes : [];
    expect(lanes.map(({ lane, waiting, wait }) => [lane, waiting, wait])).toEqual([
      ['vip', 0, null],
      ['elderly', 0, null],
      ['normal', 0, null],
    ]);
  });
  test('go over several pages where there are few lines', () => {
    expect(infoPages(viewWith(), { ...room, rows: 2 }, zh).length).toBe(2);
    expect(infoPages(viewWith(), { ...room, rows: 0 }, zh)).toEqual([]);
  });
});

describe('missed numbers', () => {
  test('the newest comes first', () => {
    expect(missedNumbers(viewWith({ missed: missed(3) }))).toEqual(['A003', 'A002', 'A001']);
  });
  test('thirty of them: every one is on exactly one page, and each page says which it is', () => {
    const pages = infoPages(viewWith({ missed: missed(30) }), room, zh).filter(
      (page) => page.kind === 'missed',
    );
    expect(pages.flatMap((page) => page.numbers).length).toBe(30);
    expect(new Set(pages.flatMap((page) => page.numbers)).size).toBe(30);
    expect(pages.map((page) => `${page.page}/${page.pages}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
    for (const page of pages) expect(page.numbers.length).toBeLessThanOrEqual(9);
  });
  test('none: no page', () => {
    expect(infoPages(viewWith(), room, zh).every((page) => page.kind === 'lanes')).toBe(true);
  });
});

describe('what the hall tells everybody', () => {
  const text = (words: string) => ({ 'zh-CN': words, en: words });
  const telling = (notices: object[], panels: object[] = []) => {
    const { profile } = viewWith();
    return viewWith({ profile: profile && ({ ...profile, notices, panels } as never) });
  };
  const kinds = (view: BoardView) => infoPages(view, room, zh).map(({ kind }) => kind);

  test('a long notice goes over pages, after the lanes and after the missed numbers', () => {
    const view = telling([{ id: 'long', text: text('窗口'.repeat(20)) }]);
    expect(kinds(view)).toEqual(['lanes', 'notice', 'notice']);
    const [, first] = infoPages(view, room, zh);
    expect(first).toMatchObject({ lines: ['窗口'.repeat(5), '窗口'.repeat(5)], page: 1, pages: 2 });
  });
  test('a page ends with a sentence where that costs one page more at most', () => {
    const pagesOf = (words: string): string[] =>
      infoPages(telling([{ id: 'n', text: text(words) }]), room, zh).flatMap((page) =>
        page.kind === 'notice' ? [page.lines.join('')] : [],
      );
    const first = '周六营业时间有调整，敬请留意。';
    const second = '手机银行照常办理，如有急事请致电客服热线。';
    expect(pagesOf(first + second)).toEqual([first, second]);
    // As even lines the second sentence would begin on the first page.
    expect(pagesOf('窗口'.repeat(12).concat('。', second))).toHaveLength(2);
    // Short after long, again and again: pages of lines are fewer.
    const uneven = `好。${'窗口'.repeat(16)}。`.repeat(3);
    expect(pagesOf(uneven).join('')).toBe(uneven);
    expect(pagesOf(uneven)).toHaveLength(4);
  });
  test('whoever looks for a number waits for two pages of notices at most', () => {
    const { profile } = telling([{ id: 'long', text: text('窗口'.repeat(50)) }]);
    const view = viewWith({ ...(profile && { profile }), missed: missed(1) });
    const pages = infoPages(view, { ...room, recent: true }, zh).map(({ kind }) => kind);
    const told = ['lanes', 'recent', 'notice', 'notice', 'missed'];
    expect(pages).toEqual([...told, ...told]);
  });
  test('a table goes over pages with its title on each', () => {
    const rows = Array.from({ length: 4 }, (_, i) => ({ name: text(`第${i}行`), values: ['1.5'] }));
    const pages = infoPages(telling([], [{ id: 'rates', title: text('利率'), rows }]), room, zh);
    const tables = pages.filter((page) => page.kind === 'table');
    expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['利率', 3],
      ['利率', 1],
    ]);
  });
  test('TELL-1 what is meant for kiosks alone is not on a board', () => {
    const notice = { id: 'n', text: text('通知') };
    expect(kinds(telling([{ ...notice, places: ['kiosk'] }]))).toEqual(['lanes']);
    expect(kinds(telling([{ ...notice, places: ['board'] }]))).toContain('notice');
  });
});
