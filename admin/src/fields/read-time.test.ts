import { expect, it } from 'vitest';
import { readTime } from './read-time.ts';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['17.45', '17:45'],
  ['99:99', '99:99'],
  ['noon', 'noon'],
  ['', ''],
])('what is typed as %s is the time %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});
