import { describe, expect, it } from 'vitest';
import { wantedLocale } from './own-language.ts';

const wanted = (search: string, stored: string | null = null, languages = ['en-GB']) =>
  wantedLocale({ search, stored, languages });

describe('the language of a page of staff', () => {
  it('is the one of the address, however it is written', () => {
    expect(wanted('?locale=zh-HK', 'en')).toBe('zh-HK');
    expect(wanted('?locale=zh-hk', 'en')).toBe('zh-HK');
    expect(wanted('?locale=zh-TW', 'en')).toBe('zh-HK');
    expect(wanted('?locale=zh-CN', 'zh-HK')).toBe('zh-CN');
  });
  it('is else the stored one, also where the address names none that there is', () => {
    expect(wanted('', 'zh-HK')).toBe('zh-HK');
    expect(wanted('?locale=klingon', 'zh-HK')).toBe('zh-HK');
    expect(wanted('?locale=', 'zh-HK')).toBe('zh-HK');
  });
  it('is else what the browser asks for, and Chinese where that is none', () => {
    expect(wanted('')).toBe('en');
    expect(wanted('?locale=klingon', 'nonsense', ['yue-HK', 'en'])).toBe('zh-HK');
    expect(wanted('', null, ['yue-Hans-CN', 'zh'])).toBe('zh-CN');
    expect(wanted('', null, ['fr'])).toBe('zh-CN');
  });
});
