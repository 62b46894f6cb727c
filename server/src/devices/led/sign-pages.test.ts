import { CounterId, TicketNumber } from '@tingxu/contract/ids';
import { PublicLocale } from '@tingxu/contract/locale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDots } from './glyphs.ts';
import type { SignCounter, SignFacts } from './sign-facts.ts';
import { type SignRole, scaleOf, signPages } from './sign-pages.ts';

const number = (text: string): TicketNumber => TicketNumber.parse(text);
const ONE = CounterId.parse('1');
const FREE: SignCounter = { label: '1', state: 'open', number: null, pauseReason: null };
const counterOf = (more: Partial<SignCounter>): SignFacts => ({
  ...{ open: true, calling: [], serving: [] },
  counters: new Map([[ONE, { ...FREE, ...more }]]),
});
const strip = (width: number, height = 16): SignRole => ({
  ...{ size: { width, height }, language: 'zh-CN', shows: { counter: ONE } },
});
const hallSign = (width: number, height: number, rows: number): SignRole => ({
  ...{ size: { width, height }, language: 'zh-CN', shows: { calls: true, rows } },
});

describe('what a sign says', () => {
  it('LED-1 over a counter says what the counter does', () => {
    const at = (more: Partial<SignCounter>, width = 144) =>
      signPages(counterOf(more), strip(width)).flat();
    expect(at({})).toEqual(['1号窗口']);
    expect(at({ state: 'calling', number: number('A001') })).toEqual(['请A001号到1号窗口']);
    expect(at({ state: 'serving', number: number('A001') })).toEqual(['1号窗口 A001']);
    expect(at({ state: 'paused', pauseReason: 'break' })).toEqual(['暂停服务', '短暂休息']);
    expect(at({ state: 'closed' })).toEqual(['1号窗口 未开放']);
  });

  it('LED-1 is dark over a counter that the hall does not have, or when it is closed', () => {
    expect(signPages({ ...counterOf({}), counters: new Map() }, strip(64))).toEqual([]);
    const closed = { ...counterOf({}), open: false, counters: new Map() };
    expect(signPages(closed, strip(64))).toEqual([]);
    expect(signPages(closed, hallSign(160, 16, 1))).toEqual([['现在未营业']]);
  });

  it('LED-1 for the hall shows the newest calls, a page for as many as it has rows', () => {
    const calling = ['A003', 'V001', 'A002'].map((text, at) => ({
      ...{ number: number(text), label: String(at + 1) },
    }));
    const serving = [{ number: number('A001'), label: '4' }];
    const facts = { ...counterOf({}), calling, serving };
    expect(signPages(facts, hallSign(160, 32, 2))).toEqual([
      ['请A003号到1号窗口', '请V001号到2号窗口'],
      ['请A002号到3号窗口'],
    ]);
    expect(signPages(facts, hallSign(160, 16, 1))).toHaveLength(3);
    expect(signPages({ ...facts, calling: [] }, hallSign(160, 32, 2))).toEqual([
      ['请A001号到4号窗口'],
    ]);
    expect(signPages({ ...facts, calling: [], serving: [] }, hallSign(160, 32, 2))).toEqual([
      ['请稍候，即将叫号'],
    ]);
  });

  it('LED-7 takes words that fit and never cuts a number', () => {
    const widths = fc.integer({ min: 4, max: 40 }).map((bytes) => bytes * 8);
    const heights = fc.constantFrom(16, 32, 48, 64);
    const numbers = fc.constantFrom('A001', 'V1003', 'E999').map(number);
    const states = fc.constantFrom<SignCounter['state']>('calling', 'serving', 'open', 'closed');
    const languages = fc.constantFrom(...PublicLocale.options);
    fc.assert(
      fc.property(
        widths,
        heights,
        numbers,
        states,
        languages,
        (width, height, n, state, language) => {
          const busy = state === 'calling' || state === 'serving';
          const facts = {
            ...counterOf({ state, number: busy ? n : null, label: '12' }),
            calling: [{ number: n, label: '12' }],
          };
          for (const shows of [{ counter: ONE }, { calls: true, rows: 1 }] as const) {
            const role = { size: { width, height }, language, shows };
            const texts = signPages(facts, role).flat();
            for (const text of texts) {
              expect(textDots(text) * scaleOf(role)).toBeLessThanOrEqual(width);
            }
            const numeric = texts.filter((text) => /[A-Z]\d/.test(text));
            for (const text of numeric) expect(text).toContain(n);
          }
        },
      ),
    );
  });
});
