import { describe, expect, it } from 'vitest';
import { AT, CASH, NORMAL, THREE, ticketRow, VIP, viewWith, WEALTH } from '../testing/rows.ts';
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

  it('CALL-4 puts tickets up to the oldest protected one before all later ones', () => {
    const best = ticketRow(9, { scoreWeight: 50 });
    const shielded = ticketRow(5, { passedOver: 9 });
    const shieldedLater = ticketRow(7, { passedOver: 9, scoreWeight: 2 });
    const earlier = ticketRow(2, { scoreWeight: 3 });
    expect(order(best, shieldedLater, shielded, earlier)).toEqual(['A002', 'A005', 'A009', 'A007']);
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
      [VIP]: { ...lane, lane: VIP, turn: 1 },
      [NORMAL]: { ...lane, lane: NORMAL, turn: 0 },
    };
    const tickets = [ticketRow(1, { ...none, lane: VIP }), ticketRow(2, none)];
    const desk = { view: { ...view, lanes }, counter: COUNTER, at: AT };
    expect(expectedOrder(tickets, desk).map(({ number }) => number)).toEqual(['A002', 'A001']);
  });
});
