import { CounterId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import {
  AT,
  CASH,
  NORMAL,
  THREE,
  ticketRow,
  twoCounters,
  VIP,
  viewWith,
  WEALTH,
} from '../testing/rows.ts';
import { expectedOrder } from './expected-order.ts';

const COUNTER = { id: THREE, label: '3', skills: [CASH] };
const order = (...tickets: ReturnType<typeof ticketRow>[]): string[] =>
  expectedOrder(tickets, { view: viewWith(), counter: COUNTER, at: AT }).map(
    ({ number }) => number,
  );

describe('the expected order of calls', () => {
  it('CALL-1 follows the score, which grows with the wait at its own pace', () => {
    const slow = ticketRow(1, { scoreFromAt: AT - 600_000, scoreWeight: 1 });
    const fast = ticketRow(2, { scoreFromAt: AT - 200_000, scoreWeight: 6 });
    expect(order(slow, fast)).toEqual(['A002', 'A001']);
  });

  it('CALL-2 leaves out what the counter cannot serve and what does not wait', () => {
    expect(order(ticketRow(1, { service: WEALTH }), ticketRow(2, { state: 'called' }))).toEqual([]);
  });

  it('CALL-3 gives ties to the earlier place', () => {
    expect(order(ticketRow(2), ticketRow(1))).toEqual(['A001', 'A002']);
  });

  it('CALL-4, CALL-14 lets nobody pass a protected ticket, the oldest of them first', () => {
    const best = ticketRow(9, { scoreWeight: 50 });
    const shielded = ticketRow(5, { passedOver: 9 });
    const shieldedLater = ticketRow(7, { passedOver: 9, scoreWeight: 2 });
    const earlier = ticketRow(2, { scoreWeight: 3 });
    expect(order(best, shieldedLater, shielded, earlier)).toEqual(['A002', 'A005', 'A007', 'A009']);
  });

  it('CALL-14 foresees that calls protect whom they pass over', () => {
    const quick = [5, 6, 7, 8].map((ordinal) => ticketRow(ordinal, { scoreWeight: ordinal }));
    const slow = ticketRow(1, { passOverCap: 2, scoreWeight: 1 });
    expect(order(slow, ...quick)).toEqual(['A008', 'A007', 'A001', 'A006', 'A005']);
  });

  it('CALL-14, MISS-4 foresees that calls of the lane free a held ticket', () => {
    const held = ticketRow(1, { hold: 2, scoreWeight: 9 });
    const others = [5, 6, 7].map((ordinal) => ticketRow(ordinal));
    expect(order(held, ...others)).toEqual(['A005', 'A006', 'A001', 'A007']);
    const vip = [5, 6, 7].map((ordinal) => ticketRow(ordinal, { lane: VIP, scoreWeight: 20 }));
    expect(order(held, ...vip, ticketRow(8))).toEqual(['A005', 'A006', 'A007', 'A008', 'A001']);
  });

  it('CALL-14 shows everybody once, also beyond the calls that it foresees', () => {
    const rows = Array.from({ length: 90 }, (_, i) => ticketRow(i + 1));
    expect(order(...[...rows].reverse())).toEqual(rows.map(({ number }) => number));
    const wealth = ticketRow(91, { only: { counter: CounterId.parse('5') }, scoreWeight: 9 });
    const view = twoCounters();
    const desk = { view, counter: COUNTER, at: AT };
    const shown = expectedOrder([wealth, ...rows], desk).map(({ number }) => number);
    expect(shown.slice(-2)).toEqual(['A090', 'A091']);
  });

  it('CALL-14 shows the rows of the view, as they are', () => {
    const rows = [ticketRow(1), ticketRow(2, { scoreWeight: 3 })];
    const desk = { view: viewWith(), counter: COUNTER, at: AT };
    expect(expectedOrder(rows, desk)).toEqual([rows[1], rows[0]]);
  });

  it('MISS-4 puts a held ticket last, unless its lane has nobody else', () => {
    const held = ticketRow(1, { hold: 2, scoreWeight: 9 });
    expect(order(held, ticketRow(2))).toEqual(['A002', 'A001']);
    expect(order(held, ticketRow(2, { lane: VIP }))).toEqual(['A001', 'A002']);
  });

  it('CALL-10 puts what is secondary last, until it has waited over its limit', () => {
    const secondary = [{ service: WEALTH, limitMs: 90_000 }];
    const counter = { ...COUNTER, skills: [CASH, WEALTH], secondary };
    const wealth = ticketRow(1, { service: WEALTH, scoreWeight: 9 });
    const numbers = (at: number) =>
      expectedOrder([wealth, ticketRow(2)], { view: viewWith(), counter, at }).map(
        ({ number }) => number,
      );
    expect(numbers(AT)).toEqual(['A002', 'A001']);
    expect(numbers(AT + 30_000)).toEqual(['A001', 'A002']);
  });

  it('CALL-13 goes by the turn of the lane where there is no score', () => {
    const none = { scoreFromAt: null, scoreWeight: null };
    const lane = { waiting: 1, now: null, wait: null };
    const view = viewWith();
    const lanes = {
      [VIP]: { ...lane, lane: VIP, turn: 5, turnStep: 10 },
      [NORMAL]: { ...lane, lane: NORMAL, turn: 0, turnStep: 20 },
    };
    const vip = [1, 3, 5].map((ordinal) => ticketRow(ordinal, { ...none, lane: VIP }));
    const normal = [2, 4].map((ordinal) => ticketRow(ordinal, none));
    const desk = { view: { ...view, lanes }, counter: COUNTER, at: AT };
    expect(expectedOrder([...vip, ...normal], desk).map(({ number }) => number)).toEqual([
      ...['A002', 'A001', 'A003', 'A004', 'A005'],
    ]);
  });
});
