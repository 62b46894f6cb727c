import { NewPassphrase } from '@tingxu/contract/identity';
import { describe, expect, it } from 'vitest';
import { firstPassphrase } from './first-passphrase.ts';

describe('a first passphrase', () => {
  it('is long enough for the server and holds no sign that can be misread', () => {
    const made = Array.from({ length: 200 }, firstPassphrase);
    for (const text of made) {
      expect(NewPassphrase.safeParse(text).success).toBe(true);
      expect(text).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
    }
    expect(new Set(made).size).toBe(made.length);
  });
});
