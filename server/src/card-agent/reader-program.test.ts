import { expect, it } from 'vitest';
import { linesOf } from './reader-program.ts';

it('CARD-3 lines come apart however they come in, and one without an end is kept by nobody', () => {
  const heard: (string | null)[] = [];
  const hear = linesOf((line) => void heard.push(line));
  hear('{"a":');
  hear('1}\n{"b":2}\n{"c');
  for (let more = 0; more < 1_000; more += 1) hear('9'.repeat(1_000));
  hear('"}\n{"d":4}\n');
  expect(heard).toEqual(['{"a":1}', '{"b":2}', null, '{"d":4}']);
});
