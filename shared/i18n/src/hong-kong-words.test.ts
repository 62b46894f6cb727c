import { expect, test } from 'vitest';
import { inWords } from './hong-kong-words.ts';

const { of, one, all } = inWords('号=號 叫=叫')({
  of: (part: string) => (part === '' ? '号' : `${part}号`),
  one: '一号',
  all: (parts: readonly string[]) => parts.join('号'),
});

test('a text is written, and not the parts that it is given', () => {
  expect([one, of('号'), all(['号', '2'])]).toEqual(['一號', '号號', '号號2']);
});

test('an empty part is empty for the text that asks', () => {
  expect(of('')).toBe('號');
});

test('no part ends its own protection', () => {
  expect(of('号\uFDD1号\uFDD0号')).toBe('号号号號');
});
