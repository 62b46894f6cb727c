import { chanceOf } from '@tingxu/chance/chance';
import { describe, expect, it } from 'vitest';
import { callSentence, canBeRead, type Manner } from './sentence.ts';

const plain: Manner = { one: 'yao', has: () => false };
const LANGUAGES = ['zh-CN', 'zh-HK', 'en'] as const;

describe('a sentence', () => {
  it.each([
    ['zh-CN', '3', 'lead letter-a d0 d0 yao go-to d3 counter business'],
    ['zh-HK', '12', 'lead letter-a d0 d0 d1 go-to ten d2 counter'],
    ['en', '21', 'lead letter-a d0 d0 d1 go-to counter n20 d1'],
    ['zh-CN', '20', 'lead letter-a d0 d0 yao go-to d2 ten counter business'],
    ['en', '14', 'lead letter-a d0 d0 d1 go-to counter n14'],
    ['zh-CN', 'V10', 'lead letter-a d0 d0 yao go-to letter-v d1 d0 counter business'],
  ] as const)('VOICE-12 %s, counter %s', (language, label, clips) => {
    const call = { number: 'A001', counter: 'c', label };
    expect(callSentence([call], language, plain).clips.join(' ')).toBe(clips);
  });

  it('WEB-2 a label of whatever signs names no clip outside the pack', () => {
    for (const label of [
      '../../etc',
      '<img>',
      'a/b',
      'counter-1',
      '\u202e1',
      '％２ｅ',
      '__proto__',
    ]) {
      for (const language of LANGUAGES) {
        const { clips } = callSentence([{ number: 'A001', counter: 'c', label }], language, plain);
        const strange = clips.filter(
          (clip) => !/^(letter-[a-z]|[dn]\d+|[a-z]+(-[a-z]+)?)$/.test(clip),
        );
        expect(strange, label).toEqual([]);
      }
    }
  });

  it('VOICE-12 1 is read by setting in Mandarin numbers alone', () => {
    const call = { number: 'B011', counter: '1', label: '1' };
    const yi: Manner = { ...plain, one: 'yi' };
    expect(callSentence([call], 'zh-CN', yi).clips).toContain('d1');
    expect(callSentence([call], 'zh-CN', yi).clips).not.toContain('yao');
    expect(
      callSentence([call], 'zh-CN', plain).clips.filter((clip) => clip === 'yao'),
    ).toHaveLength(2);
    for (const other of ['zh-HK', 'en'] as const) {
      expect(callSentence([call], other, plain).clips).not.toContain('yao');
    }
  });

  it('VOICE-12 a counter with a recording of its own is called by it', () => {
    const call = { number: 'A001', counter: 'vip', label: '贵宾' };
    const own: Manner = { ...plain, has: (clip) => clip === 'counter-vip' };
    expect(callSentence([call], 'zh-CN', own).clips.slice(-3)).toEqual([
      'go-to',
      'counter-vip',
      'business',
    ]);
  });

  it.each([
    [
      'zh-CN',
      'lead letter-a d0 d0 yao no business',
      'lead letter-a d0 d0 yao no , letter-b d2 to d3 counter',
    ],
    ['zh-HK', 'lead letter-a d0 d0 d1 no', 'lead letter-a d0 d0 d1 no , letter-b d2 to d3 counter'],
    [
      'en',
      'lead letter-a d0 d0 d1 go-to counter',
      'lead letter-a d0 d0 d1 to counter , letter-b d2 to counter d3',
    ],
  ] as const)(
    'VOICE-12 %s stays a sentence where nothing of a label can be read',
    (language, one, two) => {
      const vip = { number: 'A001', counter: 'vip', label: '贵宾' };
      const other = { number: 'B2', counter: '3', label: '3' };
      expect(callSentence([vip], language, plain).clips.join(' ')).toBe(one);
      expect(callSentence([vip, other], language, plain).clips.join(' ')).toBe(two);
      // The control: where one sign can be read it is said.
      const read = callSentence([{ ...vip, label: '贵宾2' }], language, plain).clips;
      expect(read.join(' ')).toContain('d2');
      expect([canBeRead('贵宾'), canBeRead('贵宾2'), canBeRead('V')]).toEqual([false, true, true]);
    },
  );

  it('VOICE-12 200 random numbers in three languages: every sign is read once, in its order', () => {
    const chance = chanceOf(7);
    for (let i = 0; i < 200; i += 1) {
      const letter = 'ABCDEFGHJKLMNPRTUVWXY'[chance.between(0, 20)] ?? 'A';
      const number = `${letter}${String(chance.between(1, chance.happens(0.2) ? 1_999 : 999)).padStart(3, '0')}`;
      const label = String(chance.between(1, 99));
      for (const language of LANGUAGES) {
        const { clips, words } = callSentence([{ number, counter: label, label }], language, plain);
        const read = clips.slice(1, clips.indexOf('go-to'));
        const back = read.map((clip) =>
          clip === 'yao' ? '1' : clip.replace(/^d|^letter-/, '').toUpperCase(),
        );
        expect(back.join('')).toBe(number);
        expect(words.replaceAll(' ', '')).toContain(number);
        expect(words).toContain(label);
      }
    }
  });
});
