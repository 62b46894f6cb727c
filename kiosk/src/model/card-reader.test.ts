import { CustomerHash } from '@tingxu/contract/customers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followReader, isReaderThere } from './card-reader.ts';
import type { CardShown } from './commands.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HASH = CustomerHash.parse('a1'.repeat(32));

const answer = (status: number, body?: unknown) => ({ status, json: () => Promise.resolve(body) });

test('CARD-3, CARD-4 takes cards from the agent, and goes on after none, nonsense and no agent at all', async () => {
  const told = { read: 1, hash: HASH, maskedName: '张*', birthYear: 1950, classHint: null };
  const answers = [
    answer(204),
    answer(200, told),
    answer(200, { hash: '6228480990099009907' }),
    null,
    answer(200, { ...told, birthYear: null }),
  ];
  const asked: string[] = [];
  const cards: CardShown[] = [];
  void followReader(
    18_431,
    (card) => void cards.push(card),
    (url) => {
      asked.push(url);
      const next = answers.shift();
      if (next === undefined) return new Promise(() => undefined);
      return next ? Promise.resolve(next) : Promise.reject(new TypeError('no agent'));
    },
  );
  await vi.advanceTimersByTimeAsync(10_000);
  expect(cards).toEqual([{ hash: HASH, birthYear: 1950 }, { hash: HASH }]);
  expect(new Set(asked)).toEqual(new Set(['http://127.0.0.1:18431/v1/card']));
});

test.each<[boolean, object | null]>([
  [true, { agent: 'tingxu-card-agent', version: 1, reader: true }],
  [false, { agent: 'tingxu-card-agent', version: 1, reader: false }],
  [false, {}],
  [false, null],
])('DEV-7 a reader is there: %s, where its agent says %j', async (isThere, status) => {
  const ask = () =>
    status ? Promise.resolve(answer(200, status)) : Promise.reject(new TypeError('no agent'));
  expect(await isReaderThere(18_431, ask)).toBe(isThere);
});
