import { expect, test } from 'vitest';
import { unitDraw } from '../model/draw.ts';
import { emptyAgenda } from './agenda.ts';

test('gives what was added by instant, then rank, then order of adding', () => {
  const agenda = emptyAgenda<string>();
  agenda.add(20, 0, 'late');
  agenda.add(10, 5, 'second');
  agenda.add(10, 5, 'third');
  agenda.add(10, 1, 'first');
  const given = [1, 2, 3, 4].map(() => agenda.next());
  expect(given.map((entry) => entry?.what)).toEqual(['first', 'second', 'third', 'late']);
  expect(agenda.next()).toBeUndefined();
});

test('stays in order while things are added and taken', () => {
  const agenda = emptyAgenda<number>();
  const taken: number[] = [];
  for (let step = 0; step < 3_000; step += 1) {
    const from = taken.at(-1) ?? 0;
    agenda.add(from + Math.floor(unitDraw(1, 'add', `${step}`) * 50), 0, step);
    if (unitDraw(1, 'take', `${step}`) < 0.5) taken.push(agenda.next()?.at ?? -1);
  }
  for (let entry = agenda.next(); entry; entry = agenda.next()) taken.push(entry.at);
  expect(taken).toHaveLength(3_000);
  expect(taken).toEqual(taken.toSorted((a, b) => a - b));
});
