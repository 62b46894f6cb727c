import { describe, expect, it } from 'vitest';
import { AT, CASH, ticketRow, VIP, WEALTH } from '../testing/rows.ts';
import { expectedOrder } from './expected-order.ts';

const order = (...tickets: ReturnType<typeof ticketRow>[]): string[] =>
  expectedOrder(tickets, [CASH], AT).map(({ number }) => number);

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
});
