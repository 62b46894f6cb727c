/** What a slip says: every line in both languages, how a ticket stands, and the word of a copy. */
import type { PublicLocale } from '@tingxu/i18n/locale';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { type SlipFacts, type SlipPlan, slipMarks } from './slip.ts';
import { burntLines, DOTS, slipBytes } from './slip-marks.ts';

const PAIRS = [
  ['zh-CN', 'en'],
  ['zh-HK', 'en'],
  ['en', 'zh-CN'],
] as const satisfies readonly (readonly [PublicLocale, PublicLocale])[];

const linesOf = (facts: Partial<SlipFacts>, plan: Partial<SlipPlan> = {}): string[] => {
  const all: SlipPlan = { layout: 'normal', paper: 80, languages: ['zh-CN', 'en'], ...plan };
  return slipMarks({ ...SAMPLE_FACTS, ...facts }, all).flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : [],
  );
};

/** What product.md 4.5 names, beside the number and the code, as each language says it. */
const ALL: Readonly<Record<PublicLocale, readonly (string | RegExp)[]>> = {
  'zh-CN': [
    ...['厅序示范支行', /2026年11月23日/, '取号时间 09:30:05', '开户与卡业务', '前面等候 3 人'],
    ...[/预计等候.*5.*12/, /最多有 9 位/, '办理窗口：1、3、4', '请备好', '□ 身份证原件'],
    ...['□ 本人手机', /过号/, '营业至 17:00', '扫码看排队进度', /当日有效/],
  ],
  'zh-HK': [
    ...['廳序示範分行', /2026年11月23日/, '取籌時間 09:30:05', '開戶及銀行卡', '前面輪候 3 人'],
    ...[/預計輪候.*5.*12/, /最多有 9 位/, '辦理櫃位：1、3、4', '請備妥', '□ 身份證正本'],
    ...['□ 本人手機', /過號/, '營業至 17:00', '掃碼看輪候進度', /即日有效/],
  ],
  en: [
    ...['Tingxu Demo Branch', /23 Nov 2026/, 'Issued 09:30:05'],
    ...['Accounts and cards', 'Ahead of you 3 people', /Expected wait.*5.*12/],
    ...['At most 9 before you', 'Counters: 1, 3, 4', 'Please bring', '□ your ID card'],
    ...['□ your mobile phone', /miss/i, 'Open until 17:00', /Scan/, /Valid today/],
  ],
};

const missing = (lines: readonly string[], locale: PublicLocale): (string | RegExp)[] =>
  ALL[locale].filter(
    (wanted) =>
      !lines.some((line) => (typeof wanted === 'string' ? line === wanted : wanted.test(line))),
  );

describe('what a slip says', () => {
  it.each(PAIRS)(
    'SLIP-10 is all of it in %s and in %s, on either paper and large',
    (...languages) => {
      for (const paper of [58, 80] as const) {
        for (const layout of ['normal', 'large'] as const) {
          const lines = linesOf({}, { layout, paper, languages });
          expect(languages.flatMap((locale) => missing(lines, locale))).toEqual([]);
        }
      }
      // A slip of one language lacks the other, so the search finds what is not there.
      const alone = linesOf({}, { languages: [languages[0]] });
      expect(missing(alone, languages[0])).toEqual([]);
      expect(missing(alone, languages[1]).length).toBeGreaterThan(10);
    },
  );

  it('SLIP-10 of a ticket that is called or further on, says that, and no wait', () => {
    const after = (facts: Partial<SlipFacts>): string[] => {
      const lines = linesOf({ ahead: 0, worst: null, wait: null, documents: [], ...facts });
      return lines.slice(
        lines.indexOf('Accounts and cards') + 1,
        lines.indexOf('办理窗口：1、3、4'),
      );
    };
    expect(after({ state: 'called', counter: '3' })).toEqual([
      ...['已叫号', 'Called', '3 号窗口', 'Counter 3'],
    ]);
    expect(after({ state: 'serving', counter: '3' })).toEqual([
      ...['正在办理', 'Being served', '3 号窗口', 'Counter 3'],
    ]);
    expect(after({ state: 'missed' })).toEqual(['已过号', 'Missed']);
    expect(after({ state: 'parked' })).toEqual(['暂离中', 'Set aside']);
    expect(after({ state: 'preparing' })).toEqual(['填写表单中', 'Filling in forms']);
    const inLine = after({ state: 'waiting' });
    expect(inLine[0]).toBe('前面等候 0 人');
    expect(inLine).toHaveLength(4);
  });

  it('SLIP-2 bears the word of a copy in the middle, white on black', () => {
    for (const paper of [58, 80] as const) {
      const plan = { layout: 'normal', paper, languages: ['en', 'zh-CN'] } as const;
      const marks = slipMarks({ ...SAMPLE_FACTS, copy: true }, plan);
      const [word] = marks.flatMap((mark) =>
        mark.kind === 'text' && mark.look.inverse ? [mark] : [],
      );
      expect(word?.look.where).toBe('centre');
      const lines = word ? burntLines(word.text, word.look, DOTS[paper]) : [];
      expect(lines).toEqual([' COPY 补打 ']);
    }
  });

  it.each([
    ['开户与卡业务', 3, ['开户与', '卡业务']],
    ['前面等候 3 人', 3, ['前面等候', '3 人']],
    ['预计等候 约 5–12 分钟', 2, ['预计等候 约', '5–12 分钟']],
    ['办理窗口：1、3、4', 2, ['办理窗口：', '1、3、4']],
    ['Expected wait about 5–12 min', 2, ['Expected wait', 'about 5–12 min']],
    ['Whatdoesnotfitonaline', 2, ['Whatdoesnotfiton', 'aline']],
  ] as const)(
    'breaks %s at %d times the size between words, never in a range or a count',
    (words, wide, lines) => {
      expect(burntLines(words, { wide, high: wide, where: 'left' }, DOTS[58])).toEqual(lines);
    },
  );

  it('writes a name of rare characters in the four bytes of each', () => {
    const hall = { 'zh-CN': '㐂𠮷支行', en: 'Rare' };
    const bytes = slipBytes(
      slipMarks({ ...SAMPLE_FACTS, hall }, { layout: 'normal', paper: 58, languages: ['zh-CN'] }),
      58,
    );
    expect(Buffer.from(bytes).toString('hex')).toContain('8139ef319534b235d6a7d0d0');
  });
});
