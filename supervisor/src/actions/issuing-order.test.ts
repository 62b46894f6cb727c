import { expect, test } from 'vitest';
import { LENGTHS, orderOf, ordersFor, untilOf } from './issuing-order.ts';

const AT = 1_000_000_000;
const MINUTE = 60_000;
const row = (state: 'open' | 'over' | 'stopped' | 'extended', untilAt: number | null = null) => ({
  ...{ state, untilAt, reason: null },
});

test('HOURS-4, HOURS-5 offers the orders that mean something now', () => {
  expect(ordersFor(undefined)).toEqual(['stop']);
  expect(ordersFor(row('open'))).toEqual(['stop', 'extend']);
  expect(ordersFor(row('over'))).toEqual(['stop', 'extend']);
  expect(ordersFor(row('stopped'))).toEqual(['resume', 'extend']);
  expect(ordersFor(row('extended'))).toEqual(['resume', 'stop', 'extend']);
});

test('HOURS-5 an extension begins where issuing would end, or now; a stop begins now', () => {
  const open = row('open', AT + 10 * MINUTE);
  expect(untilOf('extend', 30, open, AT)).toBe(AT + 40 * MINUTE);
  expect(untilOf('extend', 30, row('over'), AT)).toBe(AT + 30 * MINUTE);
  expect(untilOf('stop', 30, open, AT)).toBe(AT + 30 * MINUTE);
});

test('HOURS-4, HOURS-5 a stop may be without an end, an extension not', () => {
  expect(LENGTHS.extend).not.toContain(null);
  expect(orderOf('stop', 'equipment', null)).toEqual({
    ...{ type: 'stopIssuing', reason: 'equipment', until: undefined },
  });
  expect(orderOf('extend', 'customer-need', null)).toBeNull();
  expect(orderOf('extend', 'customer-need', AT)).toEqual({
    ...{ type: 'extendIssuing', reason: 'customer-need', until: '1970-01-12T13:46:40.000Z' },
  });
});
