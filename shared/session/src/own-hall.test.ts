import { expect, it } from 'vitest';
import { ownHall } from './own-hall.ts';

it('is the hall of the address, then the last one, then the demo', () => {
  const kept = new Map<string, string>();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(ownHall('', memory)).toBe('demo');
  expect(ownHall('?hall=Not%20one!', memory)).toBe('demo');
  expect(ownHall('?hall=south', memory)).toBe('south');
  expect(ownHall('?wall', memory)).toBe('south');
});
