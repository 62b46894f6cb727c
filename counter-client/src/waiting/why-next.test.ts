import { StaffId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { AT, CASH, T03, THREE, ticketRow, twoCounters, VIP, viewWith } from '../testing/rows.ts';
import { expectedOrder } from './expected-order.ts';
import { whyNext } from './why-next.ts';

const COUNTER = { id: THREE, label: '3', skills: [CASH] };
const reason = (...tickets: ReturnType<typeof ticketRow>[]) => {
  const asked = { view: viewWith(tickets), counter: COUNTER, at: AT };
  return whyNext(asked, expectedOrder(tickets, asked));
};

describe('why somebody is next', () => {
  it('is nothing when nobody waits, and plain when only one does', () => {
    expect(reason()).toBeNull();
    expect(reason(ticketRow(1))).toEqual({ kind: 'alone' });
  });

  it('CALL-1 tells a long wait from a tighter promise', () => {
    const older = ticketRow(1, { waitFromAt: AT - 90_000, scoreFromAt: AT - 90_000 });
    expect(reason(older, ticketRow(2))).toEqual({ kind: 'longest' });
    const vip = ticketRow(2, { lane: VIP, scoreWeight: 6 });
    expect(reason(older, vip)).toEqual({ kind: 'promise' });
  });

  it('CALL-4 names the protected ticket, or that it goes before it', () => {
    const shielded = ticketRow(2, { passedOver: 9 });
    const quick = ticketRow(3, { scoreWeight: 9 });
    expect(reason(shielded, quick)).toEqual({ kind: 'protected', passedOver: 9, cap: 9 });
    const earlier = ticketRow(1, { scoreWeight: 2 });
    expect(reason(earlier, shielded)).toEqual({ kind: 'before-protected', number: 'A002' });
  });

  it('LEG-6, PARK-3 says how somebody who goes first came back', () => {
    const back = ticketRow(9, { first: true, entry: { cause: 'resumed', at: AT } });
    expect(reason(ticketRow(1), back)).toEqual({ kind: 'came-back', cause: 'resumed' });
  });

  it('LEG-7 says for whom a ticket is kept', () => {
    const kept = ticketRow(1, { only: { staff: T03 }, scoreWeight: 5 });
    expect(reason(kept, ticketRow(2))).toEqual({ kind: 'kept', only: { staff: T03 } });
  });

  it('LEG-7 does not say so when the keeper has gone', () => {
    const [gone, kept] = [StaffId.parse('t99'), { scoreWeight: 5 }];
    const left = ticketRow(1, { only: { staff: gone }, ...kept });
    expect(reason(left, ticketRow(2))).toEqual({ kind: 'longest' });
  });

  it('MISS-15 says that a held ticket goes as nobody else of its lane could be called', () => {
    const held = ticketRow(1, { hold: 2, scoreWeight: 9 });
    expect(reason(held, ticketRow(2, { lane: VIP }))).toEqual({ kind: 'held' });
    expect(reason(held)).toEqual({ kind: 'alone' });
  });

  it('MISS-4 does not count who stands back among those who wait', () => {
    const held = ticketRow(1, { hold: 2, waitFromAt: AT - 300_000 });
    expect(reason(held, ticketRow(2), ticketRow(3))).toEqual({ kind: 'longest' });
    expect(reason(held, ticketRow(2))).toEqual({ kind: 'alone' });
  });

  it('CALL-13 is the turn of the lane where there is no score', () => {
    const none = { scoreFromAt: null, scoreWeight: null };
    expect(reason(ticketRow(1, none), ticketRow(2, none))).toEqual({ kind: 'turn' });
  });

  it('CALL-11 helps a lane only while another counter takes it as its own', () => {
    const counter = { ...COUNTER, dedicated: { lanes: [VIP], helpsAfterMs: 0 } };
    const tickets = [ticketRow(1), ticketRow(2)];
    const alone = viewWith(tickets);
    const inHall = (view: typeof alone) => {
      const asked = { view: { ...view, tickets: alone.tickets }, counter, at: AT };
      return whyNext(asked, expectedOrder(tickets, asked));
    };
    expect(inHall(alone)).toEqual({ kind: 'longest' });
    expect(inHall(twoCounters())).toEqual({ kind: 'helps' });
  });
});
