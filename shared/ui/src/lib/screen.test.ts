import { expect, test } from 'vitest';
import { longSideMm } from './screen.ts';

test('the long side of a panel from its diagonal, in either orientation', () => {
  expect(longSideMm(10, 1280, 800)).toBeCloseTo(215.4, 1);
  expect(longSideMm(10, 800, 1280)).toBeCloseTo(215.4, 1);
  expect(longSideMm(55, 1920, 1080)).toBeCloseTo(1217.6, 1);
  expect(longSideMm(55, 2160, 3840)).toBeCloseTo(1217.6, 1);
});
