import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inHongKong, learnHongKong } from '../src/hong-kong.ts';
import { HONG_KONG } from '../src/hong-kong-table.ts';
import { HONG_KONG_WORDS, rewriteBy } from '../src/hong-kong-words.ts';
import {
  COMMAND,
  makeTable,
  ourGlossary,
  readGlossary,
  simplifiedIn,
  staleWords,
} from './hong-kong.ts';
import { piecesOf, staffPieces } from './our-texts.ts';

const SOURCES = join(import.meta.dirname, '..', 'src');

type Areas = readonly (readonly [name: string, zh: object, hk: object])[];

const isArea = (value: unknown): value is { 'zh-CN': object; 'zh-HK': object; en: object } =>
  typeof value === 'object' &&
  value !== null &&
  ['zh-CN', 'zh-HK', 'en'].every((locale) => typeof Reflect.get(value, locale) === 'object');

/** Of every module, so that a new area is looked at without a word here. */
const everyArea = async (): Promise<Areas> => {
  const names = readdirSync(SOURCES).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const modules = await Promise.all(
    names.map(async (name) => [name, await import(join(SOURCES, name))] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module)
      .filter((entry): entry is [string, Parameters<typeof isArea>[0] & object] => isArea(entry[1]))
      .map(([name, area]) => {
        const both = area as { 'zh-CN': object; 'zh-HK': object };
        return [`${file} ${name}`, both['zh-CN'], both['zh-HK']] as const;
      }),
  );
};

/** What each part of a dictionary is, by its path: a list stays a list, a figure a figure. */
const kindsOf = (value: unknown, path: string): readonly string[] => {
  const kind = Array.isArray(value) ? `list of ${value.length}` : typeof value;
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [`${path}: ${kind}`, ...inner.flatMap(([key, part]) => kindsOf(part, `${path}.${key}`))];
};

type Text = string | ((...parts: readonly unknown[]) => string);

/** Every text of a dictionary by its path. */
const textsOf = (value: unknown, path: string): readonly (readonly [string, Text])[] => {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Text]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, `${path}.${key}`),
  );
};

/** A part of a text in simplified signs, as the name of a service or a person may be. */
const NAME = '门钥匙业务窗口';
const PARTS: readonly (readonly unknown[])[] = [
  Array.from({ length: 8 }, () => [NAME]),
  Array.from({ length: 8 }, () => NAME),
  ...[0, 1, 12].map((count) => Array.from({ length: 8 }, () => count)),
];

const told = (text: Text, parts: readonly unknown[]): string => {
  if (typeof text === 'string') return text;
  try {
    return String(text(...parts));
  } catch {
    // It wants a figure where this is a list, or the other way round.
    return '';
  }
};

let areas: Areas = [];
beforeAll(async () => {
  learnHongKong(HONG_KONG_WORDS);
  areas = await everyArea();
});

describe('the words of Hong Kong', () => {
  test('are those of dictionary and glossary for every text of staff', () => {
    expect(staffPieces().length).toBeGreaterThan(1_000);
    expect(staleWords(HONG_KONG)).toEqual([]);
  });
  test('a new sign, a new word and a changed glossary are missed in an old table', () => {
    const said = (pieces: readonly string[], glossary = ourGlossary()) =>
      staleWords(HONG_KONG, pieces, glossary);
    expect(said(['骤雨'])[0]).toContain(COMMAND);
    expect(said(['理发'])[0]).toContain('理发');
    expect(said(['窗口'], [['窗口', '窗']])).toHaveLength(1);
    expect(said(['窗口'])).toEqual([]);
    expect(said([])).toEqual(['no text of ours was found']);
  });
  test('a table is made of the words that are needed', () => {
    const table = makeTable(['请到 ', ' 号窗口', '头发'], [['窗口', '櫃位']]);
    expect(table.split(' ').sort()).toEqual(
      ['号=號', '头=頭', '头发=頭髮', '发=發', '窗口=櫃位', '请=請'].sort(),
    );
    expect(rewriteBy(table)('请梳头发')).toBe('請梳頭髮');
  });
  test('a line of the glossary that is no pair is refused', () => {
    expect(readGlossary('# 注\n\n窗口 = 櫃位\n')).toEqual([['窗口', '櫃位']]);
    expect(() => readGlossary('窗口')).toThrow('窗口');
    expect(() => readGlossary('窗口 = 櫃位 = 櫃')).toThrow('窗口');
    expect(() => readGlossary('窗 口 = 櫃位')).toThrow('窗');
  });
  test('pieces are what stands between the parts, without what is said to the reader of the code', () => {
    const source = `/** 注释 */\nconst a = { b: '取号', c: (n: number) => \`第 \${n} 号\` };\n// 注\n`;
    expect(piecesOf(source)).toEqual(['取号', '第 ', ' 号']);
  });
});

describe('every area in zh-HK', () => {
  test('has no simplified sign left', () => {
    const left = areas.flatMap(([name, , hk]) =>
      textsOf(hk, name).flatMap(([path, text]) =>
        PARTS.map((parts) => told(text, parts).replaceAll(NAME, ''))
          .filter((words) => simplifiedIn(words) !== '')
          .map((words) => `${path} ${words}: ${simplifiedIn(words)}`),
      ),
    );
    expect(areas.length).toBeGreaterThan(40);
    expect([...new Set(left)]).toEqual([]);
    expect(simplifiedIn('請到 3 号櫃台，若干分钟')).toBe('号钟');
  });
  test('has the lists, figures and switches of the Chinese one', () => {
    for (const [name, zh, hk] of areas) expect(kindsOf(hk, name)).toEqual(kindsOf(zh, name));
    const kinds = areas.flatMap(([name, , hk]) => kindsOf(hk, name));
    expect(kinds.filter((kind) => kind.includes(': list of ')).length).toBeGreaterThan(0);
    const mixed = { list: ['门', ['门', 2]], figure: 3, on: false, none: null };
    expect(inHongKong(mixed)).toEqual({
      list: ['門', ['門', 2]],
      figure: 3,
      on: false,
      none: null,
    });
    expect(kindsOf({ 0: '门' }, 'a')).not.toEqual(kindsOf(['门'], 'a'));
  });
  test('gives the parts of a text back as they came', () => {
    const count = (words: string): number => words.split(NAME).length;
    const lost = areas.flatMap(([name, zh, hk]) => {
      const own = new Map(textsOf(hk, name));
      return textsOf(zh, name).flatMap(([path, text]) =>
        PARTS.slice(0, 2)
          .filter((parts) => count(told(text, parts)) !== count(told(own.get(path) ?? '', parts)))
          .map(() => path),
      );
    });
    expect(lost).toEqual([]);
    const lossy = inHongKong({ name: (part: string) => `${part.replace(/\P{L}/gu, '')}号` });
    expect(lossy.name(NAME)).not.toContain(NAME);
    const texts = inHongKong({
      of: (a: string, n: number, b: string) => `${a}号${n === 1 ? b : ''}`,
    });
    expect(texts.of('号', 1, '')).toBe('号號');
  });
});
