import { expect, test } from 'vitest';
import { LEAST_COMMANDS, manyCommands } from '../testing/many-commands.ts';
import { runSeed } from '../testing/seed.ts';

// A file of its own, so that the other processor has something to do.
test('INV-01, INV-02, INV-03, INV-04, INV-05, INV-06, INV-11, INV-12, INV-13: and as many halls again agree with the book', () => {
  const { commands, told } = manyCommands(runSeed() ^ 0x5bd1e995);
  expect(told).toBe('');
  expect(commands).toBeGreaterThan(LEAST_COMMANDS);
}, 1_800_000);
