import { expect, test } from 'vitest';
import { halfAMillion, replayKept } from '../testing/many-commands.ts';
import { runSeed } from '../testing/property.ts';

test('INV-01, INV-02, INV-03, INV-04, INV-05, INV-06, INV-11, INV-12, INV-13: halls that nobody has seen before agree with the book', () => {
  const { commands, told } = halfAMillion(runSeed());
  expect(told).toBe('');
  expect(commands).toBeGreaterThan(450_000);
}, 600_000);

test('DS-15: seeds that found something once are run for ever', () => {
  expect(replayKept()).toEqual([]);
}, 300_000);
