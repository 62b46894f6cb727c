import { TicketId } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issue } from '../testing/commands.ts';
import { openScene } from '../testing/scene.ts';
import {
  allLive,
  changeLive,
  findLive,
  NO_TICKETS,
  withoutTicket,
  withTicket,
} from './live-tickets.ts';
import type { Ticket } from './state.ts';

const one = openScene().given(issue()).ticket('A001');
const idOf = (ordinal: number): TicketId =>
  TicketId.parse(`20261121-${String(ordinal).padStart(4, '0')}`);
const ticket = (ordinal: number, hold = 0): Ticket => ({ ...one, id: idOf(ordinal), hold });

const shelvesOf = (...ordinals: number[]) =>
  ordinals.map((ordinal) => ticket(ordinal)).reduce(withTicket, NO_TICKETS);

describe('live tickets', () => {
  test('are what a map by id would be, in order of issue, whatever happens', () => {
    const change = fc.tuple(fc.constantFrom('put', 'remove'), fc.nat(120), fc.nat(5));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const map = new Map<number, Ticket>();
        let live = NO_TICKETS;
        for (const [what, ordinal, hold] of changes) {
          if (what === 'put') map.set(ordinal, ticket(ordinal, hold));
          else map.delete(ordinal);
          live =
            what === 'put'
              ? withTicket(live, ticket(ordinal, hold))
              : withoutTicket(live, idOf(ordinal));
        }
        const expected = [...map].sort(([a], [b]) => a - b).map(([, row]) => row);
        expect(allLive(live)).toEqual(expected);
        expect(live.size).toBe(map.size);
        for (let ordinal = 0; ordinal <= 121; ordinal += 1) {
          expect(findLive(live, idOf(ordinal))).toEqual(map.get(ordinal));
        }
        // However they came about, the same tickets are the same data.
        expect(live).toEqual(expected.reduce(withTicket, NO_TICKETS));
      }),
    );
  });

  test('leave every earlier state as it was', () => {
    const before = shelvesOf(1, 40, 41);
    const plain = structuredClone(before);
    withTicket(before, ticket(40, 3));
    withTicket(before, ticket(900));
    withoutTicket(before, idOf(1));
    changeLive(before, (row) => ({ ...row, hold: 9 }));
    expect(before).toEqual(plain);
  });

  test('share the shelves that a change does not touch', () => {
    const before = shelvesOf(1, 40, 80);
    const after = withTicket(before, ticket(41));
    expect(after.shelves[0]).toBe(before.shelves[0]);
    expect(after.shelves.at(-1)).toBe(before.shelves.at(-1));
    expect(changeLive(before, (row) => row)).toBe(before);
  });

  test('know a ticket of another day for another one', () => {
    const live = shelvesOf(7);
    const yesterday = TicketId.parse('20261120-0007');
    expect(findLive(live, yesterday)).toBeUndefined();
    expect(withoutTicket(live, yesterday)).toBe(live);
  });
});
