import { CounterId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { AT, STATION, T03, THREE, ticketRow, viewWith } from '../testing/rows.ts';
import { awayTickets, comingBack } from './away-list.ts';

const FIVE = CounterId.parse('5');

describe('who is away', () => {
  it('PARK-5 begins with those who come back to this person or counter', () => {
    const elsewhere = { cause: 'parked', sinceAt: AT, counter: FIVE } as const;
    const here = { ...elsewhere, counter: THREE };
    const view = viewWith([
      ticketRow(1, { state: 'missed', aside: elsewhere }),
      ticketRow(2, { state: 'parked', aside: here }),
      ticketRow(3, { state: 'preparing', aside: elsewhere, only: { staff: T03 } }),
      ticketRow(4, { state: 'parked', aside: here, only: { counter: THREE } }),
      ticketRow(5, { state: 'preparing', aside: here, only: { counter: FIVE } }),
      ticketRow(6),
    ]);
    const listed = awayTickets({ view, station: STATION });
    expect(listed.map(({ row, part }) => `${row.number} ${part}`)).toEqual([
      'A003 mine',
      'A004 mine',
      'A002 here',
      'A005 here',
      'A001 hall',
    ]);
  });

  it('MISS-6 begins with whoever has the least time left', () => {
    const soon = ticketRow(2, { state: 'missed', validUntilAt: AT + 1 });
    const later = ticketRow(1, { state: 'missed', validUntilAt: AT + 2 });
    const listed = awayTickets({ view: viewWith([later, soon, ticketRow(3)]), station: STATION });
    expect(listed.map(({ row }) => row)).toEqual([soon, later]);
  });

  it.each([
    ['missed', 'return'],
    ['parked', 'resumeTicket'],
    ['preparing', 'ready'],
  ] as const)('brings a %s ticket back by %s', (state, type) => {
    expect(comingBack(ticketRow(1, { state }))).toBe(type);
  });
});
