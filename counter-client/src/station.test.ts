import { Me } from '@tingxu/contract/identity';
import { describe, expect, it } from 'vitest';
import { counterOf, type Memory, rememberCounter } from './station.ts';
import { STATION } from './testing/rows.ts';

const memory = (): Memory => {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};
const { device: PAIRED } = Me.parse({
  ...{ staff: null, needsSetUp: false, demo: null, signOn: null },
  device: {
    ...{ device: 'd-abcdefghijkl', role: 'counter', hall: 'demo', name: 'PC 7' },
    place: { counter: '7' },
  },
});

describe('the counter of a page', () => {
  it('is read from the address', () => {
    expect(counterOf(null, '?counter=3', memory())).toBe('3');
  });

  it('is remembered until it is left', () => {
    const tab = memory();
    rememberCounter(STATION.counter, tab);
    expect(counterOf(null, '', tab)).toBe(STATION.counter);
    rememberCounter(null, tab);
    expect(counterOf(null, '', tab)).toBeNull();
  });

  it('lets the address win over what is remembered, and what was paired over both', () => {
    const tab = memory();
    rememberCounter(STATION.counter, tab);
    expect(counterOf(null, '?counter=5', tab)).toBe('5');
    expect(counterOf(PAIRED, '?counter=5', tab)).toBe('7');
  });

  it.each(['?hall=main', '?counter=&hall=main', '?counter=%20'])('is none for %s', (search) => {
    expect(counterOf(null, search, memory())).toBeNull();
  });
});
