import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { common } from './common.ts';
import { createI18n } from './create-i18n.ts';
import { kiosk } from './kiosk.ts';

const AT = Date.UTC(2026, 10, 21, 1, 42, 7);

test('texts, formats and the page language follow one switch', () => {
  const root = { lang: '' };
  const changes: string[] = [];
  const i18n = createI18n({ common, kiosk }, 'zh-CN', {
    root,
    onChange: (locale) => changes.push(locale),
  });
  const seen: string[] = [];
  const stop = effect(() => {
    seen.push(`${i18n.t.kiosk.yourNumber} ${i18n.format.age(12 * 60_000)}`);
  });
  expect(root.lang).toBe('zh-CN');
  i18n.setLocale('en');
  stop();
  expect(root.lang).toBe('en');
  expect(changes).toEqual(['en']);
  expect(seen).toEqual(['您的号码 12 分钟', 'Your number 12 min']);
  expect(i18n.pick({ 'zh-CN': '现金', en: 'Cash' })).toBe('Cash');
  expect(i18n.t.common.counter('3')).toBe('Counter 3');
});

test('times follow the zone of the hall when its profile arrives', () => {
  const i18n = createI18n({ common }, 'zh-CN');
  const seen: string[] = [];
  const stop = effect(() => {
    seen.push(i18n.format.clock(AT));
  });
  i18n.zone.value = 'Europe/Prague';
  stop();
  expect(seen).toEqual(['09:42:07', '02:42:07']);
});

test('a screen has only the areas that it was given', () => {
  expect(Object.keys(createI18n({ common, kiosk }, 'en').t)).toEqual(['common', 'kiosk']);
});
