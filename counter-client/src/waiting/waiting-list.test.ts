import { describe, expect, it } from 'vitest';
import { AT, THREE, ticketRow, viewWith, WEALTH } from '../testing/rows.ts';
import { waitingList } from './waiting-list.ts';

describe('the waiting list', () => {
  it('parts what this counter may call from what others must', () => {
    const own = ticketRow(3);
    const later = ticketRow(2, { service: WEALTH, waitCountsFromAt: AT - 1 });
    const earlier = ticketRow(1, { service: WEALTH, waitCountsFromAt: AT - 2 });
    const view = viewWith([own, later, earlier, ticketRow(4, { state: 'missed' })]);
    expect(waitingList(view, THREE, AT)).toEqual({ own: [own], others: [earlier, later] });
  });
});
