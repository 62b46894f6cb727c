/** What a counter's screen expects is what the rule calls, whatever the hall and the policy. */
import type { CounterConfig } from '@tingxu/contract/config';
import type { TicketId } from '@tingxu/contract/ids';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { expectedOrder } from '@tingxu/counter-client/waiting/expected-order';
import { decideCallNext } from '@tingxu/hall/call';
import { isFree } from '@tingxu/hall/eligibility';
import { withoutTicket } from '@tingxu/hall/live-tickets';
import { counterConfig } from '@tingxu/hall/lookup';
import { afterEvents } from '@tingxu/hall/sequence';
import type { HallState } from '@tingxu/hall/state';
import { explain, sweep } from '@tingxu/hall/testing/property';
import { FIXED_SEED } from '@tingxu/hall/testing/seed';
import { counterView } from '@tingxu/hall/view';
import { expect, test } from 'vitest';

type Seen = { compared: number; called: number; ahead: number; readonly policies: Set<string> };

/** A little later than the last fact, so that limits and idle times come due between facts, too. */
const LATER_MS = [0, 1_000, 30_000, 130_000];

/** What the screen is shown: the view, or one with a fault put in. */
type Show = (view: CounterView) => CounterView;
type Asked = { readonly counter: CounterConfig; readonly later: number; readonly show: Show };

/** As far ahead as it is looked. */
const MOST = 12;

/** Whom the counter calls at this instant, one after the other, when nothing else happens. */
const callsOf = (hall: HallState, counter: CounterConfig, at: number): TicketId[] => {
  const calls: TicketId[] = [];
  let after = hall;
  while (hall.day && calls.length < MOST) {
    const decision = decideCallNext(after, { type: 'CallNext', counter: counter.id }, at);
    const [call] = decision.ok ? decision.events : [];
    if (!decision.ok || call?.type !== 'TicketCalled') break;
    calls.push(call.ticket);
    const called = afterEvents(after, decision.events, at);
    const tickets = withoutTicket(called.tickets, call.ticket);
    after = { ...called, tickets, counters: hall.counters };
  }
  return calls;
};

const compare = (hall: HallState, { counter, later, show }: Asked, seen: Seen): void => {
  if (!hall.day) return;
  const at = hall.at + later;
  const view = show(counterView(hall));
  const calls = callsOf(hall, counter, at);
  const expected = expectedOrder(Object.values(view.tickets), { view, counter, at });
  seen.compared += 1;
  if (calls.length === 0) return;
  seen.called += 1;
  if (calls.length > 3) seen.ahead += 1;
  seen.policies.add(hall.day.config.policy.kind);
  const shown = expected.slice(0, calls.length).map(({ ticket }) => ticket);
  if (shown.join() === calls.join()) return;
  throw new Error(`SCREEN: ${counter.id} shows ${shown.join()}, calls ${calls.join()}`);
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

const noneSeen = (): Seen => ({ compared: 0, called: 0, ahead: 0, policies: new Set() });

test('CALL-2, CALL-3, CALL-4, CALL-10, CALL-11, CALL-13, CALL-14 a counter shows whom it would call, one after the other', () => {
  const seen = noneSeen();
  const seed = FIXED_SEED + 3;
  const result = sweep({ seed, days: 150, length: 300, watch: watching(seen) });
  expect(explain(result, seed)).toBe('');
  expect(seen.called).toBeGreaterThan(500);
  expect(seen.ahead).toBeGreaterThan(200);
  expect([...seen.policies].sort()).toEqual([
    ...['earliest-due', 'fifo', 'head-start', 'ratio', 'strict', 'weighted-delay'],
  ]);
}, 120_000);

const withoutSteps = ({ lanes }: CounterView): CounterView['lanes'] =>
  Object.fromEntries(Object.values(lanes).map((row) => [row.lane, { ...row, turnStep: 0 }]));

const eachTicket = (view: CounterView, change: (row: TicketRow) => TicketRow): CounterView => ({
  ...view,
  tickets: Object.fromEntries(Object.values(view.tickets).map((row) => [row.ticket, change(row)])),
});

/** Protected as now, and never again. */
const farFromCap = (row: TicketRow): TicketRow =>
  row.passedOver < row.passOverCap ? { ...row, passOverCap: 1_000 } : row;

test.each<[string, Show]>([
  ['pass-overs', (view) => eachTicket(view, (row) => ({ ...row, passedOver: 0 }))],
  ['held tickets', (view) => eachTicket(view, (row) => ({ ...row, hold: 0 }))],
  ['turns', (view) => ({ ...view, lanes: {} })],
  ['what a turn adds', (view) => ({ ...view, lanes: withoutSteps(view) })],
  ['the cap of those that it passes over', (view) => eachTicket(view, farFromCap)],
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
