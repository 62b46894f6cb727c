/** Codes that people read from one screen and type at another: how much chance they hold, and how long. */
import { randomBytes } from 'node:crypto';
import { CODE_SIGNS } from '@tingxu/contract/code-signs';
import { DeviceKey } from '@tingxu/contract/identity';
import { HallId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { presenceCodes } from '../presence/presence-codes.ts';
import { openPairings } from './pairings.ts';
import { openPassphrases } from './passphrase.ts';
import { openSetUp } from './set-up.ts';

/** Of signs that are drawn one by one, each as likely. */
const bits = (code: string): number =>
  code.replaceAll('-', '').length * Math.log2(CODE_SIGNS.length);

describe('codes', () => {
  it('AUTH-12, AUTH-16, PHONE-1 hold forty bits and more, of signs that cannot be misread', () => {
    expect(new Set(CODE_SIGNS).size).toBe(32);
    expect(CODE_SIGNS).not.toMatch(/[01IO]/);
    let shown = '';
    openSetUp(() => 0).begin((code) => {
      shown = code;
    });
    expect(bits(shown)).toBeGreaterThanOrEqual(80);
    const key = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) });
    const asking = { key, role: 'board', hall: null, place: {}, version: '' } as const;
    const pairing = openPairings(() => 0).ask(asking, { address: 'here', agent: null });
    expect(bits(pairing?.code ?? '')).toBe(40);
    expect(bits(presenceCodes(randomBytes(32)).shownAt(HallId.parse('h'), 0))).toBe(40);
  });

  it('AUTH-16 of the console is good for half an hour whoever tries others, then another one is', () => {
    const told: string[] = [];
    let at = 0;
    const setUp = openSetUp(() => at);
    setUp.begin((code) => void told.push(code));
    const [first = ''] = told;
    for (let tries = 1; tries <= 50; tries += 1) {
      expect(setUp.tryCode('2222-2222-2222-2222')).toBe(false);
    }
    at = 30 * 60_000 - 1;
    expect([told.length, setUp.tryCode(first)]).toEqual([1, true]);
    at += 1;
    expect(setUp.tryCode(first)).toBe(false);
    expect(told.length).toBe(2);
    expect(setUp.tryCode(first)).toBe(false);
    expect(setUp.tryCode((told[1] ?? '').toLowerCase())).toBe(true);
  });

  it('PHONE-1 of the hall are of that hall and that minute, and each a sign of every kind', () => {
    const codes = presenceCodes(randomBytes(32));
    const [east, west] = [HallId.parse('east'), HallId.parse('west')];
    const at = 1_000 * 30_000;
    const code = codes.shownAt(east, at);
    expect(codes.isGood(east, code, at + 90_000 - 1)).toBe(true);
    expect(codes.isGood(east, code, at + 90_000)).toBe(false);
    // One that is to come is not good yet.
    expect(codes.isGood(east, code, at - 1)).toBe(false);
    expect(codes.isGood(west, code, at)).toBe(false);
    const drawn = Array.from({ length: 2_000 }, (_, turn) => codes.shownAt(east, turn * 30_000));
    expect(new Set(drawn).size).toBe(2_000);
    expect(new Set(drawn.join('')).size).toBe(32);
  });
});

describe('a passphrase', () => {
  it('AUTH-8 is compared as it was typed: no end cut off, no case made one, only one way to write a sign', async () => {
    const { hashOf, matches } = openPassphrases();
    const long = `${'é river stone '.repeat(9)}X`;
    const hashed = await hashOf(long, { name: 'here', known: true });
    const goes = (typed: string) => matches(hashed, typed, { name: 'here', known: true });
    expect(await goes(long)).toBe(true);
    expect(await goes(long.normalize('NFD'))).toBe(true);
    expect(await goes(long.slice(0, -1))).toBe(false);
    expect(await goes(long.toLowerCase())).toBe(false);
    expect(await goes(`${long} `)).toBe(false);
  });
});
