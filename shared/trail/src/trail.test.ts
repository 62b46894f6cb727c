import { TicketDetail } from '@tingxu/contract/rest';
import { describe, expect, it } from 'vitest';
import { factsOf, togetherMs } from './facts.ts';
import { parseRefs } from './look-up.ts';

const at = (second: number): string =>
  `2026-11-21T09:30:${String(second).padStart(2, '0')}.000+08:00`;
const ISSUED = Date.parse('2026-11-21T09:30:00.000+08:00');
const TICKET = '20261121-0031';
const recall = {
  ...{ counter: '3', staff: 't03', policy: null, ruleVersion: null },
  ...{ score: null, passedOver: [], protectedBy: null, chosen: null },
};
const call = {
  ...{ ...recall, policy: 'weighted-delay', ruleVersion: 1, score: 5 },
  ...{ passedOver: ['20261121-0029'], protectedBy: '20261121-0028' },
};

/** The dispute case: called, recalled too soon, recalled, missed. Source: H44. */
const DETAIL = TicketDetail.parse({
  ticket: {
    ...{ id: TICKET, number: 'V007', hall: 'demo', businessDay: '2026-11-21' },
    ...{ lane: 'vip', service: 'cash', state: 'missed', counter: null },
    ...{ issuedAt: at(0), endedAt: null, endReason: null },
  },
  legs: [
    {
      ...{ index: 0, service: 'cash', lane: 'vip', enteredAt: at(0) },
      calls: [
        { ...call, attempt: 1, at: at(10), counted: true },
        { ...recall, attempt: 2, at: at(15), counted: false },
        { ...recall, attempt: 3, at: at(31), counted: true },
      ],
      ...{ startedAt: null, endedAt: null, endReason: null },
      wait: { from: at(0), to: at(10), called: true },
    },
  ],
  trail: [],
});

/** A leg with its wait; `null` where it has none, or where it still runs. */
const leg = (index: number, wait: readonly [number, number | null, boolean] | null) => ({
  ...{ index, service: index === 0 ? 'cash' : 'wealth', lane: 'vip', enteredAt: at(0) },
  ...{ calls: [], startedAt: null, endedAt: null, endReason: null },
  wait: wait && { from: at(wait[0]), to: wait[1] === null ? null : at(wait[1]), called: wait[2] },
});
const withLegs = (state: string, ...legs: object[]): TicketDetail =>
  TicketDetail.parse({ ...DETAIL, ticket: { ...DETAIL.ticket, state }, legs });
const waits = (detail: TicketDetail) =>
  factsOf(detail).waits.map(({ service, from, to, called }) => [
    ...[service, (from - ISSUED) / 1_000, to === null ? null : (to - ISSUED) / 1_000, called],
  ]);

describe('the facts of a ticket', () => {
  it('H44 are few: when, how often called, where and by whom', () => {
    expect(factsOf(DETAIL)).toMatchObject({
      ...{ issuedAt: ISSUED, calls: 3, counted: 2, counter: '3', staff: 't03', endedAt: null },
    });
    expect(waits(DETAIL)).toEqual([['cash', 0, 10, true]]);
  });

  it('STAT-5 tell the wait of each service as the server counts it, and all of them together', () => {
    const detail = withLegs(
      'waiting',
      leg(0, [0, 10, true]),
      leg(1, null),
      leg(2, [20, null, false]),
    );
    expect(waits(detail)).toEqual([
      ['cash', 0, 10, true],
      ['wealth', 20, null, false],
    ]);
    expect(togetherMs(factsOf(detail).waits, ISSUED + 45_000)).toBe(35_000);
    const before = factsOf(withLegs('waiting', leg(0, [40, null, false]))).waits;
    expect(togetherMs(before, ISSUED)).toBe(0);
  });
});

describe('what somebody types', () => {
  it.each([
    ['a031', ['A031']],
    [' A 031 ', ['A031']],
    ['20261121-0031', ['20261121-0031']],
    ['Ｖ００７', ['V007']],
    ['v007 a031', ['V007', 'A031']],
    ['V007A031', ['V007', 'A031']],
    ['V 007, A 031', ['V007', 'A031']],
    ['V007 和 A031', ['V007', 'A031']],
    ['20261121-0031 20261121-0032', ['20261121-0031', '20261121-0032']],
    ['A031 A031', ['A031']],
  ])('"%s" is %s', (text, refs) => expect(parseRefs(text)).toEqual(refs));

  it.each(['', '031', 'O031', 'A31', 'AA031', 'A031 31', 'A031 A032 A033'])(
    '"%s" is no ticket',
    (text) => expect(parseRefs(text)).toBeNull(),
  );
});
