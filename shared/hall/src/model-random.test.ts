import { expect, test } from 'vitest';
import { explain, runSeed, sweep } from '../testing/property.ts';

const DAYS = 800;

test('INV-01, INV-02, INV-03, INV-04, INV-05, INV-06, INV-11, INV-12, INV-13: halls that nobody has seen before agree with the book', () => {
  const seed = runSeed();
  console.log(`TINGXU_SEED=${seed}`);
  const result = sweep({ seed, days: DAYS, length: 600 });
  expect(explain(result, seed)).toBe('');
  console.log(`${result.commands} commands`);
  expect(result.commands).toBeGreaterThan(200_000);
}, 300_000);
