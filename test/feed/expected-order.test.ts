/** What a counter's screen puts first is what the rule calls, whatever the hall and the policy. */
import type { CounterConfig } from '@tingxu/contract/config';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { expectedOrder } from '@tingxu/counter-client/waiting/expected-order';
import { isFree } from '@tingxu/hall/eligibility';
import { chooseNext } from '@tingxu/hall/lane-policy';
import { counterConfig } from '@tingxu/hall/lookup';
import type { HallState } from '@tingxu/hall/state';
import { explain, FIXED_SEED, sweep } from '@tingxu/hall/testing/property';
import { counterView } from '@tingxu/hall/view';
import { expect, test } from 'vitest';

type Seen = { compared: number; called: number; readonly policies: Set<string> };

/** A little later than the last fact, so that limits and idle times come due between facts, too. */
const LATER_MS = [0, 1_000, 30_000, 130_000];

/** What the screen is shown: the view, or one with a fault put in. */
type Show = (view: CounterView) => CounterView;
type Asked = { readonly counter: CounterConfig; readonly later: number; readonly show: Show };

const compare = (hall: HallState, { counter, later, show }: Asked, seen: Seen): void => {
  if (!hall.day) return;
  const at = hall.at + later;
  const view = show(counterView(hall));
  const choice = chooseNext({ hall, day: hall.day, counter, at });
  const first = expectedOrder(Object.values(view.tickets), { view, counter, at })[0];
  seen.compared += 1;
  if (choice === null) return;
  seen.called += 1;
  seen.policies.add(hall.day.config.policy.kind);
  if (first?.ticket === choice.ticket.id) return;
  throw new Error(`SCREEN: ${counter.id} shows ${first?.ticket}, calls ${choice.ticket.id}`);
};

/** Looks at one free counter of every third state. */
const watching = (seen: Seen, show: Show = (view) => view) => {
  let turn = 0;
  return (_before: HallState, after: HallState): void => {
    turn += 1;
    if (turn % 3 > 0 || !after.day?.open) return;
    const free = after.counters.filter(isFree);
    const row = free[turn % free.length];
    const counter = row && counterConfig(after.day, row.id);
    if (counter) compare(after, { counter, later: LATER_MS[turn % 4] ?? 0, show }, seen);
  };
};

const noneSeen = (): Seen => ({ compared: 0, called: 0, policies: new Set() });

test('CALL-2, CALL-3, CALL-4, CALL-10, CALL-11, CALL-13 the first row of a counter is whom it would call', () => {
  const seen = noneSeen();
  const seed = FIXED_SEED + 3;
  const result = sweep({ seed, days: 150, length: 300, watch: watching(seen) });
  expect(explain(result, seed)).toBe('');
  expect(seen.called).toBeGreaterThan(500);
  expect([...seen.policies].sort()).toEqual([
    ...['earliest-due', 'fifo', 'head-start', 'ratio', 'strict', 'weighted-delay'],
  ]);
}, 120_000);

const eachTicket = (view: CounterView, change: Partial<TicketRow>): CounterView => ({
  ...view,
  tickets: Object.fromEntries(
    Object.values(view.tickets).map((row) => [row.ticket, { ...row, ...change }]),
  ),
});

test.each<[string, Show]>([
  ['pass-overs', (view) => eachTicket(view, { passedOver: 0 })],
  ['held tickets', (view) => eachTicket(view, { hold: 0 })],
  ['turns', (view) => ({ ...view, lanes: {} })],
  ['other counters', (view) => ({ ...view, counters: {} })],
])(
  'CALL-4 control: a screen that does not look at %s is found out',
  (_, show) => {
    const watch = watching(noneSeen(), show);
    const result = sweep({ seed: FIXED_SEED + 3, days: 800, length: 300, watch, shrink: false });
    expect(result.breach?.message).toMatch(/^SCREEN/);
  },
  120_000,
);
