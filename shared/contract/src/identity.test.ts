import { expect, it } from 'vitest';
import { ChangePassphraseBody, NewPassphrase } from './identity.ts';

const isNew = (text: string): boolean => NewPassphrase.safeParse(text).success;

it('AUTH-8 a new passphrase has twelve signs at least, 64 and more are welcome, and of any kind', () => {
  expect([isNew('elevensigns'), isNew('twelve signs')]).toEqual([false, true]);
  expect([64, 100, 128].map((length) => isNew('x y '.repeat(32).slice(0, length)))).toEqual([
    true,
    true,
    true,
  ]);
  for (const text of [
    'only small letters',
    '今天下雨带伞走回家去好吗',
    '   leading and trailing   ',
  ]) {
    // Nothing is cut off or changed on the way.
    expect(NewPassphrase.parse(text)).toBe(text);
  }
});

it('AUTH-8 whoever chooses another one says the one before', () => {
  expect(ChangePassphraseBody.safeParse({ next: 'river stone lantern' }).success).toBe(false);
  const passphrase = 'copper kettle seven';
  const both = ChangePassphraseBody.safeParse({ passphrase, next: 'river stone lantern' });
  expect(both.success).toBe(true);
});
