/** Whatever stands in a text, a printer is told to print it and nothing else. Rules: WEB-2. Source: SEC-05, SEC-06. */
import type { PaperWidth } from '@tingxu/contract/sheets';
import { escPosMachine, type MachineEffect } from '@tingxu/twins/printer/esc-pos-machine';
import { slipText } from '@tingxu/twins/printer/paper';
import { realTimeFilter } from '@tingxu/twins/printer/real-time';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { type SlipFacts, slipMarks } from './slip.ts';
import { slipBytes } from './slip-marks.ts';

/** Commands of the trade as somebody would write them into a name, and what reads like them in GB18030. */
const HOSTILE = [
  '\u001b@\u001dVB\u0000切',
  '\u0010\u0014\b\u0001\u0003\u0014\u0001\u0006\u0002\b',
  '\u0010\u0004\u0001\u001dr\u0001',
  '\u001c.\u001b!\u0038\u001dB\u0001',
  '\u001d(k\u0003\u00001P0<img src=x>\u001d(k\u0003\u00001Q0',
  '\u001bp\u0000\u0019\u00fa 开钱箱',
  'A\r\n\u000b\f\t\u007fB',
  '\ud800\udfff\u2028\u202e倒',
  '㐂\u{20bb7}€丂乗侰偐鑬鏫穬',
];

const TEXTS = (hostile: string): Partial<SlipFacts> => {
  const text = { 'zh-CN': hostile, 'zh-HK': hostile, en: hostile };
  return {
    ...{ hall: text, services: [text, text], lane: text, documents: [text, text] },
    ...{ counters: [hostile, hostile] },
  };
};

/** Splits what a printer obeys at once from what it keeps for the paper. */
const filtered = (bytes: Uint8Array): { readonly data: number[]; readonly atOnce: string[] } => {
  const filter = realTimeFilter();
  const all = [...bytes].flatMap((byte) => filter(byte));
  return {
    data: all.flatMap((real) => (real.kind === 'data' ? [real.byte] : [])),
    atOnce: all.flatMap((real) => (real.kind === 'data' ? [] : [real.kind])),
  };
};

const effectsOf = (data: readonly number[], dots: number) => {
  const machine = escPosMachine(dots);
  const effects: MachineEffect[] = [];
  let rest = data;
  for (let step = machine.next(rest); step; step = machine.next(rest)) {
    rest = rest.slice(step.taken);
    effects.push(...step.effects);
  }
  return { effects, left: rest.length };
};

/** What a printer does with the bytes: each kind of thing, and the text. Obeyed past its buffer counts, too. */
const obeyed = (bytes: Uint8Array, dots: number) => {
  const { data, atOnce } = filtered(bytes);
  const { effects, left } = effectsOf(data, dots);
  const items = effects.flatMap((effect) => (effect.kind === 'print' ? [effect.item] : []));
  const others = effects.flatMap(({ kind }) => (kind === 'print' ? [] : [kind]));
  const kinds: Record<string, number> = {};
  const drawn = items.flatMap(({ kind }) => (kind === 'line' ? [] : [kind]));
  for (const kind of [...atOnce, ...others, ...drawn]) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { kinds, text: slipText({ items, torn: false }), left };
};

const dotsOf = { 58: 384, 80: 576 } as const;
const slip = (facts: SlipFacts, layout: 'normal' | 'large' | 'documents', paper: PaperWidth) =>
  slipBytes(slipMarks(facts, { layout, paper, languages: ['zh-CN', 'en'] }), paper);

describe('a slip of hostile texts', () => {
  it('WEB-2 is one slip with one code and one cut, and prints no sign that is none', () => {
    for (const paper of [58, 80] as const) {
      for (const layout of ['normal', 'large', 'documents'] as const) {
        const plain = obeyed(slip(SAMPLE_FACTS, layout, paper), dotsOf[paper]);
        expect(plain.kinds).toMatchObject({ cut: 1, qr: 1 });
        for (const hostile of HOSTILE) {
          const facts = { ...SAMPLE_FACTS, ...TEXTS(hostile) };
          const done = obeyed(slip(facts, layout, paper), dotsOf[paper]);
          const { space, ...others } = done.kinds;
          expect([others, done.left], JSON.stringify(hostile)).toEqual([{ cut: 1, qr: 1 }, 0]);
          expect(space, JSON.stringify(hostile)).toBeGreaterThan(0);
          expect(done.text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        }
      }
    }
  });

  it('the printer of the test does obey what a text would smuggle in', () => {
    const smuggled = (hostile: string) => {
      const bytes = Buffer.from(slip(SAMPLE_FACTS, 'normal', 80));
      const at = bytes.indexOf(Buffer.from('A001'));
      const raw = Buffer.from(hostile, 'latin1');
      return obeyed(Buffer.concat([bytes.subarray(0, at), raw, bytes.subarray(at)]), 576).kinds;
    };
    expect(smuggled('\u001dVB\u0000')).toMatchObject({ cut: 2 });
    expect(smuggled('\u0010\u0004\u0001')).toMatchObject({ status: 1 });
    expect(smuggled('\u0010\u0014\b\u0001\u0003\u0014\u0001\u0006\u0002\b')).toMatchObject({
      clear: 1,
    });
    expect(smuggled('\u001dr\u0001')).toMatchObject({ 'say-paper': 1 });
  });
});
