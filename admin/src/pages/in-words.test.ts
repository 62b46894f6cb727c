import { expect, it } from 'vitest';
import { inWords } from './in-words.ts';

it('names a setting by its words, rows from 1, and what it has no word for as it is', () => {
  expect(inWords('lanes.0.promise.targetMs', 'zh-CN')).toBe('队列 1 · 承诺 · 目标等候时间');
  expect(inWords('services.2.mystery', 'en')).toMatch(/ 3 · mystery$/);
});
