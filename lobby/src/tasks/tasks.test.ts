import { describe, expect, it } from 'vitest';
import { AT, counterRow, ELDERLY, PROFILE, viewWith, waited } from '../testing/rows.ts';
import { escortTasks, urgentTasks } from './tasks.ts';

const help = (agoMs: number, answered = false) => ({
  help: {
    kind: 'dispute' as const,
    calledAt: AT - agoMs,
    answeredAt: answered ? AT : null,
  },
});

describe('customers to accompany', () => {
  const old = { lane: ELDERLY } as const;
  const tickets = [
    waited(1, 9, old),
    waited(2, 9, { ...old, state: 'called', escorted: true }),
    waited(3, 9, { ...old, state: 'called', escorted: false }),
    waited(4, 9, { ...old, state: 'serving' }),
    waited(5, 9),
    waited(6, 9, { state: 'called' }),
  ];

  it('MISS-8 are called ones first, then those of such lanes in line, then who is being fetched', () => {
    expect(
      escortTasks(tickets, PROFILE).map(({ ticket, state }) => [ticket.number, state]),
    ).toEqual([
      ['A003', 'now'],
      ['A001', 'soon'],
      ['A002', 'gone'],
    ]);
  });

  it('are counted as urgent with the calls that nobody has answered', () => {
    const counters = [counterRow('1', help(1_000)), counterRow('2', help(1_000, true))];
    expect(urgentTasks(viewWith({ tickets, counters }), AT)).toBe(2);
    expect(urgentTasks(viewWith({}), AT)).toBe(0);
  });

  it('CARE-3 and so is care until somebody goes', () => {
    const view = viewWith({ tickets: [waited(1, 15)] });
    expect(urgentTasks(view, AT)).toBe(1);
    expect(urgentTasks({ ...view, care: { answeredAt: AT - 1, staff: null } }, AT)).toBe(0);
  });
});
