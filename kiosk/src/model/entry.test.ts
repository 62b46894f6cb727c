import type { Problem } from '@tingxu/contract/problem';
import { PROBLEMS } from '@tingxu/contract/problems';
import { describe, expect, test } from 'vitest';
import { eraseKey, numberOf, refusalOf, typeKey } from './entry.ts';

const typed = (keys: string): string => [...keys].reduce(typeKey, '');

describe('a number is typed as one letter and digits', () => {
  test.each([
    ['A007', 'A007'],
    ['7A007', 'A007'],
    ['AB007', 'A007'],
    ['A-0 7', 'A07'],
    ['A12345678', 'A123456'],
  ])('%s gives %s', (keys, number) => {
    expect(typed(keys)).toBe(number);
  });
  test('it is one from three digits on', () => {
    expect(['', 'A', 'A00', 'A007', 'A1000'].map(numberOf)).toEqual([
      null,
      null,
      null,
      'A007',
      'A1000',
    ]);
  });
  test('keys are erased one by one, to nothing', () => {
    expect(eraseKey('A0')).toBe('A');
    expect(eraseKey('A')).toBe('');
    expect(eraseKey('')).toBe('');
  });
});

describe('a refusal', () => {
  const problem = (code: Problem['code'], state?: string): Problem => ({
    type: 'about:blank',
    code,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    state,
  });
  test('of a ticket that was never missed says where the ticket is', () => {
    expect(refusalOf(problem('ticket-not-in-state', 'waiting'), 0)).toEqual({
      kind: 'not-missed',
      state: 'waiting',
    });
  });
  test('of any other kind says its code', () => {
    expect(refusalOf(problem('ticket-not-in-state', 'ended'), 0)).toEqual({
      kind: 'problem',
      code: 'ticket-not-in-state',
    });
    expect(refusalOf(problem('ticket-unknown'), 0)).toEqual({
      kind: 'problem',
      code: 'ticket-unknown',
    });
  });
});
