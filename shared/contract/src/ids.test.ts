import { describe, expect, test } from 'vitest';
import {
  BusinessDay,
  CommandId,
  CounterId,
  DurationMs,
  Instant,
  RestTime,
  SeriesLetter,
  Text,
  TicketId,
  TicketNumber,
  TicketRef,
} from './ids.ts';

type Schema = { safeParse: (value: unknown) => { success: boolean } };
const accepts = (schema: Schema, values: readonly unknown[]) =>
  values.filter((value) => !schema.safeParse(value).success);
const refuses = (schema: Schema, values: readonly unknown[]) =>
  values.filter((value) => schema.safeParse(value).success);

describe('identifiers', () => {
  test('NUM-2 a number has one letter, never I, O, Q, S or Z, and at least three digits', () => {
    expect(accepts(TicketNumber, ['A001', 'A999', 'A1000', 'Y999999'])).toEqual([]);
    expect(
      refuses(TicketNumber, ['I001', 'O001', 'Q001', 'S001', 'Z001', 'a001', 'A01', '001', 'AB01']),
    ).toEqual([]);
    expect(refuses(TicketNumber, ['A0011234', 'A001 ', ' A001', 'A001\n', 'Ａ００１'])).toEqual([]);
  });

  test('NUM-2 a series letter is one of twenty-one', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const good = letters.filter((letter) => SeriesLetter.safeParse(letter).success);
    expect(good.join('')).toBe('ABCDEFGHJKLMNPRTUVWXY');
    expect(refuses(SeriesLetter, ['', 'AA', 'a', 'Ä', '1'])).toEqual([]);
  });

  test('NUM-4 a ticket id is a day and an ordinal', () => {
    expect(accepts(TicketId, ['20261121-0001', '20261121-1234567'])).toEqual([]);
    expect(refuses(TicketId, ['2026-11-21-0001', '20261121-001', '20261121-12345678'])).toEqual([]);
    expect(accepts(TicketRef, ['A001', '20261121-0001'])).toEqual([]);
    expect(refuses(TicketRef, ['', 'A', '20261121', 'A001-0001'])).toEqual([]);
  });

  test('configured ids are lower-case slugs and never the name of something built in', () => {
    expect(accepts(CounterId, ['1', 'vip-2', 'a'.repeat(32)])).toEqual([]);
    expect(
      refuses(CounterId, ['', '-a', 'A', 'a b', 'a/b', '../x', 'ä', 'a'.repeat(33), 'a\n']),
    ).toEqual([]);
    // Records are keyed by these ids: what every object inherits must not be found in them.
    const inherited = Object.getOwnPropertyNames(Object.prototype);
    expect(inherited).toContain('constructor');
    expect(refuses(CounterId, inherited)).toEqual([]);
  });

  test('a business day is a calendar date, and a command id is printable and bounded', () => {
    expect(accepts(BusinessDay, ['2026-11-21'])).toEqual([]);
    expect(refuses(BusinessDay, ['20261121', '2026-11-21T00:00:00Z', '2026-1-1', ''])).toEqual([]);
    expect(accepts(CommandId, ['12345678', 'a'.repeat(80), 'k:1.2_3-4'])).toEqual([]);
    expect(refuses(CommandId, ['1234567', 'a'.repeat(81), 'a b c d e f', 'ключ-ключ'])).toEqual([]);
  });
});

describe('units', () => {
  test('instants and durations are whole, safe and not negative', () => {
    for (const schema of [Instant, DurationMs]) {
      expect(accepts(schema, [0, 1, Number.MAX_SAFE_INTEGER])).toEqual([]);
      expect(refuses(schema, [-1, 0.5, Number.NaN, Infinity, 2 ** 53, '1', null])).toEqual([]);
    }
  });

  test('times of REST carry their offset', () => {
    expect(accepts(RestTime, ['2026-11-21T09:00:00+08:00', '2026-11-21T01:00:00.250Z'])).toEqual(
      [],
    );
    expect(refuses(RestTime, ['2026-11-21T09:00:00', '2026-11-21', '09:00', ''])).toEqual([]);
  });

  test('a text is there in Chinese and English', () => {
    expect(accepts(Text, [{ 'zh-CN': '现金', en: 'Cash' }])).toEqual([]);
    expect(
      refuses(Text, [
        { en: 'Cash' },
        { 'zh-CN': '', en: 'Cash' },
        { 'zh-CN': '现', en: 'C', de: 'K' },
      ]),
    ).toEqual([]);
  });

  test('a text shows something: no filler, no lone mark, no half of a character', () => {
    const text = (zh: string) => ({ 'zh-CN': zh, en: 'Cash' });
    const shown = ['现金', 'VIP', '1 号', '𠮷野家', 'é', '①'];
    expect(accepts(Text, shown.map(text))).toEqual([]);
    const empty = ['', ' ', '\u3164', '\u0301\u0301', '\ud800', '\u200b', '现\u202e金', '—'];
    expect(refuses(Text, empty.map(text))).toEqual([]);
  });
});

test('a text is there in Chinese and English, and for Hong Kong where somebody wrote it', () => {
  const both = { 'zh-CN': '现金业务', en: 'Cash' };
  expect(Text.safeParse(both).success).toBe(true);
  expect(Text.safeParse({ ...both, 'zh-HK': '現金服務' }).success).toBe(true);
  expect(Text.safeParse({ ...both, 'zh-HK': '' }).success).toBe(false);
  expect(Text.safeParse({ 'zh-HK': '現金服務', en: 'Cash' }).success).toBe(false);
});
