import { TicketDetail } from '@tingxu/contract/rest';
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';
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
    },
  ],
  trail: [],
});

/** A leg as it was entered, called and ended; `null` where that did not happen. */
const leg = (index: number, entered: number, called: number | null, more: object = {}) => ({
  ...{ index, service: index === 0 ? 'cash' : 'wealth', lane: 'vip', enteredAt: at(entered) },
  calls: called === null ? [] : [{ ...call, attempt: index + 1, at: at(called), counted: true }],
  ...{ startedAt: null, endedAt: null, endReason: null, ...more },
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

  it('tell the wait until the last call that was no recall, even when an earlier one was missed', () => {
    const [first] = DETAIL.legs;
    const again = { ...call, attempt: 4, at: at(50), counted: true };
    const recalled = { ...recall, attempt: 5, at: at(55), counted: false };
    const calls = [...(first?.calls ?? []), again, recalled];
    const detail = TicketDetail.parse({ ...DETAIL, legs: [{ ...first, calls }] });
    expect(waits(detail)).toEqual([['cash', 0, 50, true]]);
  });

  it('tell the wait of each service, the last one as it runs', () => {
    const first = leg(0, 0, 10, { endedAt: at(20), endReason: 'transferred-out' });
    expect(waits(withLegs('waiting', first, leg(1, 20, null)))).toEqual([
      ['cash', 0, 10, true],
      ['wealth', 20, null, false],
    ]);
    expect(waits(withLegs('serving', first, leg(1, 20, 45)))).toEqual([
      ['cash', 0, 10, true],
      ['wealth', 20, 45, true],
    ]);
  });

  it('tell no wait of a service that went on at the counter, and of one never called its end', () => {
    const first = leg(0, 0, 10, { endedAt: at(20), endReason: 'served' });
    const stayed = leg(1, 20, null, { startedAt: at(20) });
    expect(waits(withLegs('serving', first, stayed))).toEqual([['cash', 0, 10, true]]);
    const gone = leg(0, 0, null, { endedAt: at(30), endReason: 'walked-out' });
    expect(waits(withLegs('ended', gone))).toEqual([['cash', 0, 30, false]]);
  });

  it('a booking that was called before its time has not waited', () => {
    expect(waits(withLegs('called', leg(0, 30, 10)))).toEqual([['cash', 30, 30, true]]);
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
