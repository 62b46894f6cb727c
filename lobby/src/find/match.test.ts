import { TicketNumber } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { waited } from '../testing/rows.ts';
import { fullNumber, matches, typed } from './match.ts';

const numbered = (number: string) => waited(1, 1, { number: TicketNumber.parse(number) });
const HALL = ['A131', 'V031', 'A031', 'A013', 'B1031'].map(numbered);
const found = (text: string): string[] => matches(text, HALL).map(({ number }) => number);
const type = (keys: string): string => [...keys].reduce(typed, '');

describe('a number typed with one thumb', () => {
  it('is found from its digits alone, the very number before what only contains it', () => {
    expect(found('31')).toEqual(['A031', 'V031', 'A131', 'B1031']);
  });

  it('is narrowed by a letter', () => {
    expect(found('V')).toEqual(['V031']);
    expect(found('A031')).toEqual(['A031']);
  });

  it('finds nobody before anything is typed, and none where none is', () => {
    expect(found('')).toEqual([]);
    expect(found('77')).toEqual([]);
  });

  it('takes the letter last or first, one only, and no more than a number has', () => {
    expect(type('31A')).toBe('A31');
    expect(type('A31V')).toBe('V31');
    expect(type('A12345678')).toBe('A123456');
  });

  it('NUM-2 is a whole number only with letter and digits, zeros completed', () => {
    expect(fullNumber('A31')).toBe('A031');
    expect(fullNumber('31')).toBeNull();
    expect(fullNumber('A')).toBeNull();
    expect(fullNumber('A1031')).toBe('A1031');
  });
});
