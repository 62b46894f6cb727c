import { describe, expect, test, vi } from 'vitest';
import { common } from './common.ts';
import { createI18n } from './create-i18n.ts';
import { fetchLocale } from './keep-locale.ts';
import type { Locale } from './locale.ts';
import { staff } from './staff.ts';

const arrival = () => {
  const settle = { resolve: (): void => undefined, reject: (_reason: Error): void => undefined };
  const promise = new Promise<void>((resolve, reject) => {
    settle.resolve = resolve;
    settle.reject = reject;
  });
  return { promise, settle };
};

/** A page whose words of Hong Kong come when the test lets them. */
const pageIn = (initial: Locale, words = arrival()) => {
  const root = { lang: '' };
  const remembered: Locale[] = [];
  const options = { root, onChange: (locale: Locale) => remembered.push(locale) };
  const fetchWords = (locale: Locale) => (locale === 'zh-HK' ? words.promise : null);
  return {
    ...fetchLocale<Locale>(['zh-CN', initial], fetchWords, options),
    root,
    remembered,
    words,
  };
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a language whose words are fetched', () => {
  test('is the first to be shown when they are there', async () => {
    const page = pageIn('zh-HK');
    expect(page.locale.value).toBe('zh-CN');
    page.words.settle.resolve();
    await page.ready;
    expect([page.locale.value, page.root.lang, page.remembered]).toEqual(['zh-HK', 'zh-HK', []]);
  });
  test('is waited for no longer than a moment, and shown when its words come after all', async () => {
    vi.useFakeTimers();
    try {
      const page = pageIn('zh-HK');
      let isReady = false;
      void page.ready.then(() => {
        isReady = true;
      });
      await vi.advanceTimersByTimeAsync(1_499);
      expect(isReady).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect([isReady, page.root.lang]).toEqual([true, 'zh-CN']);
      page.words.settle.resolve();
      await vi.advanceTimersByTimeAsync(0);
      expect([page.root.lang, page.remembered]).toEqual(['zh-HK', []]);
    } finally {
      vi.useRealTimers();
    }
  });
  test('is chosen when they are there, and remembered then', async () => {
    const page = pageIn('en');
    await page.ready;
    page.setLocale('zh-HK');
    expect([page.locale.value, page.remembered]).toEqual(['en', []]);
    page.words.settle.resolve();
    await soon();
    expect([page.root.lang, page.remembered]).toEqual(['zh-HK', ['zh-HK']]);
  });
  test('does not come after another one that was chosen since', async () => {
    const page = pageIn('en');
    page.setLocale('zh-HK');
    page.setLocale('zh-CN');
    page.words.settle.resolve();
    await soon();
    expect([page.root.lang, page.remembered]).toEqual(['zh-CN', ['zh-CN']]);
  });
  test('is not shown without them, and the page goes on', async () => {
    const page = pageIn('zh-HK');
    page.words.settle.reject(new Error('no such file'));
    await page.ready;
    expect(page.root.lang).toBe('zh-CN');
    page.setLocale('en');
    expect([page.root.lang, page.remembered]).toEqual(['en', ['en']]);
  });
});

test('a staff page is shown in the words of Hong Kong', async () => {
  const { t, ready } = createI18n({ common, staff }, 'zh-HK');
  await ready;
  expect(t.staff.column.counter).toBe('櫃位');
  expect(t.common.counter('3')).toBe('3 號櫃位');
  expect(t.staff.cancelTicket.title('A 号')).toBe('作廢 A 号？');
});
