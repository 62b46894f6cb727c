import type { CallRow } from '@tingxu/contract/views';
import { describe, expect, test } from 'vitest';
import { AT, call } from '../testing/calls.ts';
import { advance, EMPTY_STAGE, LIGHT_MS, type Stage, stageRows } from './stage.ts';

const PLACES = 4;
const SECOND = 1_000;

const numbers = (rows: readonly { readonly call: CallRow }[]): string[] =>
  rows.map((row) => row.call.number);

/** Looks once a second, as a board does, and notes for how long each call was in the light. */
const watch = (stage: Stage, calls: readonly CallRow[], seconds: number, places = PLACES) => {
  const lit = new Map<string, number>();
  let now = stage;
  for (let second = 0; second < seconds; second += 1) {
    now = advance(now, calls, AT + second * SECOND, places);
    for (const { call: row } of now.lit) lit.set(row.number, (lit.get(row.number) ?? 0) + SECOND);
  }
  return { lit, stage: now };
};

describe('a new call', () => {
  test('comes into the light at once and stays for at least 8 s', () => {
    const { lit } = watch(EMPTY_STAGE, [call('A001', 0)], 60);
    expect(lit.get('A001')).toBeGreaterThanOrEqual(8 * SECOND);
    expect(lit.get('A001')).toBeLessThanOrEqual(LIGHT_MS + SECOND);
  });
  test('that a board learns of late is shown but not announced', () => {
    const stage = advance(EMPTY_STAGE, [call('A001', 31 * SECOND)], AT, PLACES);
    expect(stage.lit).toEqual([]);
    expect(numbers(stageRows(stage, [call('A001', 31 * SECOND)], AT, PLACES).stage)).toEqual([
      'A001',
    ]);
  });
  test('is not announced again by a snapshot that repeats it', () => {
    const calls = [call('A001', 0)];
    const { stage } = watch(EMPTY_STAGE, calls, 15);
    expect(advance(stage, [...calls], AT + 15 * SECOND, PLACES).lit).toEqual([]);
  });
  test('of the same number is another announcement, on top', () => {
    const first = [call('A001', 5 * SECOND), call('B001', 6 * SECOND)];
    const before = advance(EMPTY_STAGE, first, AT, PLACES);
    const again = [call('A001', 0, { attempt: 2 }), call('B001', 6 * SECOND)];
    const after = advance(before, again, AT, PLACES);
    expect(numbers(stageRows(after, again, AT, PLACES).stage)).toEqual(['A001', 'B001']);
    expect(after.lit.filter(({ call: row }) => row.number === 'A001').length).toBe(1);
  });
});

describe('a burst of twenty calls', () => {
  const burst = Array.from({ length: 20 }, (_, index) =>
    call(`A${String(index + 1).padStart(3, '0')}`, (20 - index) * 10, { counter: `${index + 1}` }),
  ).reverse();
  test('gives every call its full time in the light, a page at a time', () => {
    const { lit } = watch(EMPTY_STAGE, burst, 120);
    expect(lit.size).toBe(20);
    for (const time of lit.values()) expect(time).toBeGreaterThanOrEqual(8 * SECOND);
  });
  test('never puts more on the stage than it holds, newest on top', () => {
    let stage = EMPTY_STAGE;
    for (let second = 0; second < 60; second += 1) {
      const now = AT + second * SECOND;
      stage = advance(stage, burst, now, PLACES);
      const rows = stageRows(stage, burst, now, PLACES).stage;
      expect(rows.length).toBeLessThanOrEqual(PLACES);
      const lit = rows.filter((row) => row.lit);
      const times = lit.map((row) => row.call.calledAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    }
  });
  test('also when it arrives one by one and the list of the view is shorter', () => {
    let stage = EMPTY_STAGE;
    const lit = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      const seen = burst.slice(Math.max(0, 19 - step), 19 - step + 12);
      stage = advance(stage, seen, AT + step * SECOND, PLACES);
      for (const row of stage.lit) lit.add(row.call.number);
    }
    expect(lit.size).toBe(20);
  });
});

test('a panel that shrinks gives the calls that lost their place another time in the light', () => {
  const calls = ['A006', 'A005', 'A004', 'A003', 'A002', 'A001'].map((number) => call(number, 0));
  const wide = advance(EMPTY_STAGE, calls, AT, 6);
  const narrow = advance(wide, calls, AT + SECOND, 4);
  expect(narrow.lit.map((row) => row.call.number)).toEqual(['A001', 'A002', 'A003', 'A004']);
  const later = advance(narrow, calls, AT + LIGHT_MS, 4);
  expect(later.lit.map((row) => row.call.number)).toEqual(['A005', 'A006']);
});

test('RT-07 more calls than there is light for: what is older than a minute never comes into it', () => {
  const calls: CallRow[] = [];
  let stage = EMPTY_STAGE;
  let oldest = 0;
  for (let second = 0; second < 300; second += 1) {
    const now = AT + second * SECOND;
    calls.unshift(call(`A${String(second).padStart(3, '0')}`, -second * SECOND));
    stage = advance(stage, calls.slice(0, 24), now, PLACES);
    for (const { call: row, sinceAt } of stage.lit) {
      oldest = Math.max(oldest, sinceAt - row.calledAt);
    }
  }
  expect(oldest).toBeLessThanOrEqual(60 * SECOND);
  expect(stage.queue.length).toBeLessThanOrEqual(61);
  expect(stage.lit).toHaveLength(PLACES);
});

describe('what is drawn', () => {
  const look = (calls: readonly CallRow[], now = AT) => {
    const stage = advance(EMPTY_STAGE, calls, now, PLACES);
    return stageRows(stage, calls, now, PLACES);
  };
  test('nothing before the first call', () => {
    expect(look([])).toEqual({ stage: [], recent: [] });
  });
  test('unanswered calls of the last minute stay on the stage, answered ones go to the recent ones', () => {
    const calls = [
      call('A003', 40 * SECOND),
      call('A002', 45 * SECOND, { state: 'serving' }),
      call('A001', 50 * SECOND),
    ];
    const { stage, recent } = look(calls);
    expect(numbers(stage)).toEqual(['A003', 'A001']);
    expect(stage.some((row) => row.lit)).toBe(false);
    expect(recent.map((row) => row.number)).toEqual(['A002']);
  });
  test('else the newest call that nobody answered, else the newest whose customer is not done', () => {
    const old = 300 * SECOND;
    const over = (number: string, ago: number) => call(number, ago, { state: 'over' });
    const open = [over('A003', old), call('A002', old + 1), call('A001', old + 2)];
    expect(numbers(look(open).stage)).toEqual(['A002']);
    const serving = [call('A002', old, { state: 'serving' }), over('A001', old + 1)];
    expect(numbers(look(serving).stage)).toEqual(['A002']);
    const done = [over('A002', old), over('A001', old + 1)];
    expect(numbers(look(done).stage)).toEqual([]);
    expect(look(done).recent.length).toBe(2);
  });
  test('a call in the light follows the state of its ticket', () => {
    const stage = advance(EMPTY_STAGE, [call('A001', 0)], AT, PLACES);
    const served = [call('A001', 0, { state: 'serving' })];
    const [row] = stageRows(stage, served, AT + SECOND, PLACES).stage;
    expect([row?.call.state, row?.lit]).toEqual(['serving', true]);
  });
  test('a call that waits for its light is not among the recent ones yet', () => {
    const calls = [call('A002', 0), call('A001', 1)];
    const stage = advance(EMPTY_STAGE, calls, AT, 1);
    const rows = stageRows(stage, calls, AT, 1);
    expect([numbers(rows.stage), rows.recent]).toEqual([['A001'], []]);
  });
  test('FEED-8 unanswered calls stand before those that are over, however old they are', () => {
    const minute = 60 * SECOND;
    const open = call('A001', 19 * minute);
    const newer = Array.from({ length: 6 }, (_, index) =>
      call(`B00${index}`, (index + 2) * minute, { state: index < 3 ? 'serving' : 'over' }),
    );
    const { stage, recent } = look([...newer, open]);
    expect(numbers(stage)).toEqual(['A001']);
    expect(recent.map((row) => row.number)).toEqual([
      'B000',
      'B001',
      'B002',
      'B003',
      'B004',
      'B005',
    ]);
  });
});
