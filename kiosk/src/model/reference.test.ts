import { expect, test } from 'vitest';
import { eraseSign, groupsOf, referenceOf, SIGNS, typeSign } from './reference.ts';

const type = (text: string): string => [...text].reduce(typeSign, '');

test('BOOK-1 eight signs make a reference, or sixteen, none that is taken for another', () => {
  expect(SIGNS).toHaveLength(32);
  expect(SIGNS).not.toEqual(expect.arrayContaining(['I', 'L', 'O', 'U']));
  expect(referenceOf(type('7K3MPQ9'))).toBeNull();
  expect(referenceOf(type('7K3MPQ9T'))).toBe('7K3MPQ9T');
  expect(referenceOf(type('7K3MPQ9T2XWAB4C'))).toBeNull();
  expect(referenceOf(type('7K3MPQ9T2XWAB4CD'))).toBe('7K3MPQ9T2XWAB4CD');
  expect(type('7K3MPQ9T2XWAB4CD9')).toBe('7K3MPQ9T2XWAB4CD');
  expect(type('7KI-o')).toBe('7K');
});

test('it is shown in groups, and a sign is taken back', () => {
  expect(groupsOf('7K3MPQ')).toEqual(['7K3M', 'PQ']);
  expect(groupsOf('')).toEqual([]);
  expect(eraseSign('7K3')).toBe('7K');
});
