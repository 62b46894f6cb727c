/** What types cannot see: quality rules of the texts themselves, over every area and language. */
import { PROBLEM_CODES } from '@tingxu/contract/problem';
import { describe, expect, test } from 'vitest';
import { admin } from './admin.ts';
import { adminFaults } from './admin-faults.ts';
import { adminFields } from './admin-fields.ts';
import { adminNotices } from './admin-notices.ts';
import { board } from './board.ts';
import { common } from './common.ts';
import { counter } from './counter.ts';
import { defineArea, definePublicArea } from './dictionary.ts';
import { explanation } from './explanation.ts';
import { learnHongKong } from './hong-kong.ts';
import { HONG_KONG_WORDS } from './hong-kong-words.ts';
import { kiosk } from './kiosk.ts';
import { isLocale, LOCALES, matchLocale, PUBLIC_LOCALES, type PublicLocale } from './locale.ts';
import { missedRule } from './missed-rule.ts';
import { problems } from './problems.ts';
import { problemsPublic } from './problems-public.ts';
import { speech } from './speech.ts';
import { staff } from './staff.ts';
import { supervisor } from './supervisor.ts';
import { trail } from './trail.ts';

/** What customers read is there in more languages. */
const PUBLIC_AREAS = { common, kiosk, speech, board, problemsPublic, missedRule };
const ADMIN = { admin, adminFields, adminFaults, adminNotices };
const STAFF_AREAS = { staff, counter, supervisor, trail, explanation, problems, ...ADMIN };

const areasIn = (locale: PublicLocale): [string, object][] => {
  const all = { ...PUBLIC_AREAS, ...(isLocale(locale) && STAFF_AREAS) };
  return Object.entries<Partial<Record<PublicLocale, object>>>(all).map(([name, area]) => [
    name,
    area[locale] ?? {},
  ]);
};

/** A figure of two digits to a text that wants a figure, a list of one to a text that wants a list. */
const PARTS: readonly (readonly number[])[] = Array.from({ length: 8 }, () => [12]);

/** Every text of a dictionary with its path. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') {
    return [{ path, text: String(value(...PARTS)) }];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, `${path}.${key}`),
  );
}

const pathsOf = (locale: PublicLocale, names = areasIn(locale).map(([name]) => name)): string[] =>
  areasIn(locale)
    .filter(([name]) => names.includes(name))
    .flatMap(([name, texts]) => textsOf(texts, name).map((t) => t.path));

/** Characters that the other script writes otherwise. */
const SIMPLIFIED =
  /[这号请码个们为后队时长办务业将现过机无门处间认开关张显钟该预会输经联统须级优难]/u;
const TRADITIONAL =
  /[這號請碼個們為後隊時長辦務業將現過機無門處間認開關張顯鐘該預會輸經聯統須級優難]/u;

/** What a text breaks; empty when it is good. */
function faultsOf(locale: PublicLocale, text: string): string[] {
  const faults: string[] = [];
  if (text.trim() !== text || text === '') faults.push('empty or padded');
  if (locale !== 'en') {
    const other = locale === 'zh-HK' ? SIMPLIFIED : TRADITIONAL;
    if (other.test(text)) faults.push('characters of the other script');
    if (/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]/.test(text)) {
      faults.push('no space between Chinese and figures');
    }
    if (/[\u4e00-\u9fff][,.?!:;]/.test(text)) faults.push('half-width punctuation after Chinese');
    if (/\.\.\./.test(text)) faults.push('three dots instead of an ellipsis');
  } else if (/[\u3000-\u9fff\uff00-\uffef]/.test(text)) {
    faults.push('Chinese left in another language');
  }
  return faults;
}

learnHongKong(HONG_KONG_WORDS);

describe('every area in every language', () => {
  test('has the same keys in the same order', () => {
    for (const locale of PUBLIC_LOCALES) {
      const names = areasIn(locale).map(([name]) => name);
      expect(pathsOf(locale)).toEqual(pathsOf('zh-CN', names));
    }
    expect(pathsOf('zh-CN').length).toBeGreaterThan(200);
  });
  test.each(PUBLIC_LOCALES)('%s is set well', (locale) => {
    const faults = areasIn(locale).flatMap(([name, texts]) =>
      textsOf(texts, name).flatMap(({ path, text }) =>
        faultsOf(locale, text).map((fault) => `${path} "${text}": ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
  });
  test('the rules find what they are for', () => {
    expect(faultsOf('zh-CN', '约5分钟')).toEqual(['no space between Chinese and figures']);
    expect(faultsOf('zh-CN', '请稍候,')).toEqual(['half-width punctuation after Chinese']);
    expect(faultsOf('zh-HK', '请稍候')).toEqual(['characters of the other script']);
    expect(faultsOf('zh-CN', '請稍候')).toEqual(['characters of the other script']);
    expect(faultsOf('en', 'Counter 窗口')).toEqual(['Chinese left in another language']);
    expect(faultsOf('en', '')).toEqual(['empty or padded']);
  });
});

test('both problem areas list the codes of the catalogue, no more and no fewer', () => {
  for (const area of [problems, problemsPublic]) {
    expect(Object.keys(area['zh-CN']).sort()).toEqual([...PROBLEM_CODES].sort());
  }
});

test('a customer is never told of a cause that only staff can act on', () => {
  for (const locale of PUBLIC_LOCALES) {
    expect(problemsPublic[locale]['idempotency-key-reused']).toBe(problemsPublic[locale].forbidden);
    expect(problemsPublic[locale]['internal-error']).toBe(problemsPublic[locale]['hall-halted']);
  }
});

test('a missing, superfluous or wrongly typed key does not compile', () => {
  const source = { hello: '您好', count: (n: number) => `${n} 人` };
  defineArea(source, { en: { hello: 'Hello', count: (n) => `${n}` } });
  // @ts-expect-error: `count` is missing.
  defineArea(source, { en: { hello: 'Hello' } });
  // @ts-expect-error: `bye` is not in the Chinese text.
  defineArea(source, { en: { hello: 'Hello', count: (n) => `${n}`, bye: 'Bye' } });
  // @ts-expect-error: the part is a number.
  defineArea(source, { en: { hello: 'Hello', count: (n: string) => n } });
  // @ts-expect-error: what customers read is wanted in zh-HK, too.
  definePublicArea(source, { en: { hello: 'Hello', count: (n) => `${n}` } });
  // @ts-expect-error: English is missing.
  expect(defineArea(source, {})['zh-CN']).toBe(source);
});

test('a wanted language is matched by its language and its script, not by its region', () => {
  const match = (...wanted: string[]) => matchLocale(wanted, LOCALES, 'zh-CN');
  expect(match('fr', 'en-US')).toBe('en');
  expect(match('cs')).toBe('zh-CN');
  expect(match('zh-SG', 'en')).toBe('zh-CN');
  for (const tag of ['zh-HK', 'zh-TW', 'zh-Hant', 'zh-Hant-MO', 'zh-MO']) {
    expect(match('fr', tag, 'zh-CN')).toBe('zh-HK');
  }
  expect(match('zh-Hans-HK')).toBe('zh-CN');
  expect(matchLocale(['zh-TW', 'en'], ['en', 'zh-CN'], 'en')).toBe('zh-CN');
});
