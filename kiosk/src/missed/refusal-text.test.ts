import type { Problem } from '@tingxu/contract/problem';
import { expect, test } from 'vitest';
import { wayOnFrom } from './refusal-text.ts';

const after = (code: Problem['code']) => wayOnFrom({ kind: 'problem', code });

test('MISS-16 a number that cannot come back is answered with what helps', () => {
  expect((['return-expired', 'ticket-ended', 'check-in-too-late'] as const).map(after)).toEqual([
    ...['anew', 'anew', 'anew'],
  ]);
  expect(after('return-channel-closed')).toBe('staff');
  expect((['ticket-unknown', 'booking-unknown'] as const).map(after)).toEqual(['again', 'again']);
  expect(wayOnFrom({ kind: 'not-missed', state: 'waiting' })).toBe('again');
});
