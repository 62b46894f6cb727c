/** What an agent makes of cards, and what it leaves out. */
import { CustomerHash, MaskedName } from '@tingxu/contract/customers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfIdentifier, isIdentifier } from '../directory/customer-hash.ts';
import { cardOf, masked, rawCardIn } from './card.ts';

const KEY = Buffer.alloc(32, 7);

describe('cards', () => {
  it('CARD-1 have the hash that the server makes of the same number, however it is written', () => {
    const signs = fc.constantFrom(...'0123456789ABXabx０９ -._–');
    fc.assert(
      fc.property(fc.string({ unit: signs, minLength: 1, maxLength: 30 }), (number) => {
        const raw = rawCardIn(JSON.stringify({ number }));
        expect(raw !== null).toBe(isIdentifier(number));
        if (raw) expect(cardOf(KEY, {}, raw).hash).toBe(hashOfIdentifier(KEY, number));
      }),
    );
  });

  it('CARD-1 keep nothing of the number, the name or the day of birth', () => {
    const text = fc.string({ unit: fc.constantFrom(...'张王欧阳娜WANGlixo '), maxLength: 12 });
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789'),
      minLength: 8,
      maxLength: 19,
    });
    fc.assert(
      fc.property(digits, text, fc.integer({ min: 1900, max: 2020 }), (number, name, year) => {
        const birthDate = `${year}-07-31`;
        const raw = rawCardIn(JSON.stringify({ number, name, birthDate }));
        if (!raw) throw new Error('no card');
        const card = cardOf(KEY, { '62': 'gold', '6228': 'platinum' }, raw);
        expect(Object.keys(card)).toEqual(['hash', 'maskedName', 'birthYear', 'classHint']);
        expect(CustomerHash.safeParse(card.hash).success).toBe(true);
        expect(card.birthYear).toBe(year);
        const { hash, ...rest } = card;
        // Value by value: a JSON text has words of its own, and the name "ll" stands in its null.
        for (const told of Object.values(rest)
          .filter((value) => value !== null)
          .map(String)) {
          expect(told).not.toContain(number);
          expect(told).not.toContain('07-31');
          if (name.trim().length > 1) expect(told).not.toContain(name.trim());
        }
        if (card.maskedName !== null)
          expect(MaskedName.safeParse(card.maskedName).success).toBe(true);
      }),
    );
  });

  it('have the hint of the longest beginning', () => {
    const hints = { '62': 'gold', '6228': 'platinum' };
    const hintOf = (number: string) => cardOf(KEY, hints, { number }).classHint;
    expect(['6228 0000', '6217 0000', '5500 0000'].map(hintOf)).toEqual(['platinum', 'gold', null]);
  });

  it('mask names of every length', () => {
    expect(['张三', '欧阳娜娜', '张', 'Wang Li', '', '  '].map(masked)).toEqual([
      ...['张*', '欧***', '张*', 'W*', null, null],
    ]);
  });

  it('are none where a line is something else', () => {
    const lines = [
      '',
      '{',
      '[]',
      'null',
      '"6228"',
      '{"number":6228}',
      '{"number":"12"}',
      '{"a":1}',
    ];
    for (const line of lines) expect(rawCardIn(line)).toBeNull();
  });
});
