import { CounterId, KioskId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { helpCalls, isSamePlace, sinceHelp } from './help-calls.ts';

const AT = 1_000_000;
const counter = (id: string, agoMs: number, answered = false) => ({
  counter: CounterId.parse(id),
  ...({ state: 'open', number: null, pauseReason: null, staff: null } as const),
  ...{ sinceAt: 0, ticket: null },
  help: { kind: 'dispute' as const, calledAt: AT - agoMs, answeredAt: answered ? AT : null },
});
const kiosk = (id: string, agoMs: number) => ({
  ...{ kiosk: KioskId.parse(id), calledAt: AT - agoMs, answeredAt: null },
});

test('CTR-9, HELP-1 the longest unanswered call is on top, wherever it came from; answered ones are below', () => {
  const counters = [counter('2', 9_000, true), counter('3', 3_000), counter('4', 5_000)];
  const kiosks = [kiosk('K1', 4_000), kiosk('K2', 6_000)];
  const calls = helpCalls({
    counters: Object.fromEntries(counters.map((row) => [row.counter, row])),
    kioskHelp: Object.fromEntries(kiosks.map((row) => [row.kiosk, row])),
  });
  expect(calls.map(({ from, kind }) => [Object.values(from)[0], kind])).toEqual([
    ['K2', null],
    ['4', 'dispute'],
    ['K1', null],
    ['3', 'dispute'],
    ['2', 'dispute'],
  ]);
  expect(calls.map((call) => sinceHelp(call, AT + 1))).toEqual([6_001, 5_001, 4_001, 3_001, 1]);
});

test('a counter is no kiosk, whatever it is called', () => {
  const place = { kiosk: KioskId.parse('K1') };
  expect(isSamePlace(place, { kiosk: KioskId.parse('K1') })).toBe(true);
  expect(isSamePlace(place, { kiosk: KioskId.parse('K2') })).toBe(false);
  expect(isSamePlace(place, { counter: CounterId.parse('k1') })).toBe(false);
});
