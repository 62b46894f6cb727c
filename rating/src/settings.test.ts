import { CounterId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { addressAt, readSettings } from './settings.ts';

test('a pad knows from its address where it stands', () => {
  expect(readSettings('?hall=east&counter=3&lang=zh-HK&inches=8')).toEqual({
    ...{ hall: 'east', counter: '3', locale: 'zh-HK', inches: 8 },
  });
});

test('an address that says nothing, or nonsense, leaves a pad that asks for its counter', () => {
  const nothing = { hall: 'demo', counter: null, locale: 'zh-CN', inches: 10 };
  expect(readSettings('')).toEqual(nothing);
  expect(readSettings('?hall=%20&counter=&lang=de&inches=900')).toEqual(nothing);
  expect(readSettings('?inches=x').inches).toBe(10);
});

test('pairing keeps the rest of the address', () => {
  expect(addressAt('?hall=east&lang=en', CounterId.parse('12'))).toBe(
    '?hall=east&lang=en&counter=12',
  );
  expect(addressAt('?counter=1', CounterId.parse('2'))).toBe('?counter=2');
});
