import { expect, test } from 'vitest';
import { LEAST_COMMANDS, manyCommands, replayKept } from '../testing/many-commands.ts';
import { runSeed } from '../testing/seed.ts';

test('INV-01, INV-02, INV-03, INV-04, INV-05, INV-06, INV-11, INV-12, INV-13: halls that nobody has seen before agree with the book', () => {
  const { commands, told } = manyCommands(runSeed());
  expect(told).toBe('');
  expect(commands).toBeGreaterThan(LEAST_COMMANDS);
}, 1_800_000);

test('DS-15: seeds that found something once are run for ever', () => {
  expect(replayKept()).toEqual([]);
}, 300_000);
