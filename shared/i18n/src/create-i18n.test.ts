import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { pageTexts, withTexts } from './brand-texts.ts';
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

test('a list of which a bank words one stays a list', () => {
  const area = { spoken: ['Mandarin', 'Cantonese'] };
  const own = withTexts(area, 'voice', { 'voice.spoken.1': '广东话' });
  expect(own).toEqual({ spoken: ['Mandarin', '广东话'] });
  expect(area.spoken[1]).toBe('Cantonese');
});

test('a bank’s own texts take the place of the product’s, in their language and nowhere else', () => {
  const brand = {
    'zh-CN': {
      'kiosk.yourNumber': '您的票号',
      'common.connection.live': '在线',
      'kiosk.none': '无',
    },
  };
  const i18n = createI18n({ common, kiosk }, 'zh-CN', { brand });
  expect(i18n.t.kiosk.yourNumber).toBe('您的票号');
  expect(i18n.t.common.connection.live).toBe('在线');
  expect(i18n.t.common.counter('3')).toBe('3 号窗口');
  expect(kiosk['zh-CN'].yourNumber).toBe('您的号码');
  expect('none' in i18n.t.kiosk).toBe(false);
  i18n.setLocale('en');
  expect(i18n.t.kiosk.yourNumber).toBe('Your number');
});

test('they are read from the page that they were written into', () => {
  const dataset = { texts: '{"en":{"kiosk.yourNumber":"Ticket"}}' };
  expect(pageTexts({ documentElement: { dataset } })).toEqual({
    en: { 'kiosk.yourNumber': 'Ticket' },
  });
  expect(pageTexts()).toEqual({});
});
