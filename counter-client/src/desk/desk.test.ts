import { StaffId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { AT, counterRow, STATION, ticketRow, viewWith } from '../testing/rows.ts';
import { deskOf, ticketAt } from './desk.ts';

describe('what a counter is doing', () => {
  it('is free when it is open without a ticket', () => {
    expect(deskOf(viewWith(), STATION)).toEqual({ kind: 'idle', sinceAt: AT });
  });

  it.each([
    ['called', 'calling'],
    ['serving', 'serving'],
  ] as const)('shows a %s ticket as %s', (state, kind) => {
    const ticket = ticketRow(1, { state });
    const view = viewWith([ticket], counterRow({ state: kind, ticket: ticket.ticket }));
    const desk = deskOf(view, STATION);
    expect(desk).toEqual({ kind, sinceAt: AT, ticket });
    expect(ticketAt(desk)).toBe(ticket);
  });

  it('says why it is paused and since when', () => {
    const view = viewWith([], counterRow({ state: 'paused', pauseReason: 'training' }));
    expect(deskOf(view, STATION)).toEqual({ kind: 'paused', sinceAt: AT, reason: 'training' });
  });

  it('can be opened when it is closed', () => {
    const view = viewWith([], counterRow({ state: 'closed', staff: null }));
    expect(deskOf(view, STATION)).toEqual({ kind: 'closed' });
  });

  it('CTR-1 belongs to whoever has opened it', () => {
    const staff = StaffId.parse('t09');
    expect(deskOf(viewWith([], counterRow({ staff })), STATION)).toEqual({ kind: 'taken', staff });
  });

  it('waits for the day to open', () => {
    const closed = { ...viewWith(), day: { open: false, businessDay: null } };
    expect(deskOf(closed, STATION).kind).toBe('day-closed');
  });

  it('is unknown when the hall has no such counter', () => {
    const station = { ...STATION, counter: '9' as typeof STATION.counter };
    expect(deskOf(viewWith(), station).kind).toBe('unknown-counter');
  });
});
