/** The people ahead that somebody is told are those whom the rule would call before them now. */
import type { CounterConfig } from '@tingxu/contract/config';
import { HallId } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDay } from '../testing/arbitraries.ts';
import { call, finish, issue, open } from '../testing/commands.ts';
import { play } from '../testing/model-run.ts';
import { after, minutes, openScene } from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { decideCallNext } from './call.ts';
import { forecastFor } from './estimate.ts';
import { evolve } from './evolve.ts';
import { allLive, withoutTicket } from './live-tickets.ts';
import { afterEvents } from './sequence.ts';
import { type Day, emptyHall, type HallState, type Ticket } from './state.ts';

type OpenHall = HallState & { readonly day: Day };

/** The hall with one counter that takes everything: its calls, one after the other, are the line. */
const withOneCounter = (hall: HallState): OpenHall | null => {
  const [row] = hall.counters;
  const [config] = hall.day?.config.counters ?? [];
  if (!hall.day?.open || !row || !config) return null;
  const { dedicated: _, secondary: __, ...plain } = config;
  const skills = hall.day.config.services.map(({ id }) => id);
  const counters: CounterConfig[] = [{ ...plain, skills }];
  const staff = row.staff ?? ('s1' as NonNullable<typeof row.staff>);
  return {
    ...hall,
    day: { ...hall.day, config: { ...hall.day.config, counters } },
    counters: [{ ...row, staff, state: 'open', ticket: null, pauseReason: null }],
  };
};

/** Who is called by the rule, one after the other, while nobody comes and no time passes. */
const callsOf = (hall: OpenHall): string[] => {
  const [counter] = hall.counters;
  const order: string[] = [];
  let now: HallState = hall;
  for (;;) {
    const command = { type: 'CallNext', counter: counter?.id } as const;
    const decision = counter && decideCallNext(now, { ...command, counter: counter.id }, hall.at);
    const called = decision?.ok
      ? decision.events.find(({ type }) => type === 'TicketCalled')
      : null;
    if (!decision?.ok || called?.type !== 'TicketCalled') return order;
    order.push(called.ticket);
    const then = afterEvents(now, decision.events, hall.at);
    now = { ...then, counters: hall.counters, tickets: withoutTicket(then.tickets, called.ticket) };
  }
};

type Told = (hall: OpenHall, ticket: Ticket) => number;

/** How often what is told of a ticket in line is its place among the calls, and by how much it errs. */
const compare = (told: Told) => {
  const seen = { told: 0, wrong: 0, most: 0, several: 0 };
  const look = (hall: OpenHall): void => {
    const order = callsOf(hall);
    for (const ticket of allLive(hall.tickets)) {
      const before = order.indexOf(ticket.id);
      if (ticket.state !== 'waiting' || before < 0) continue;
      const off = Math.abs(told(hall, ticket) - before);
      seen.told += 1;
      seen.wrong += off > 0 ? 1 : 0;
      seen.several += before > 1 ? 1 : 0;
      seen.most = Math.max(seen.most, off);
    }
  };
  const property = fc.property(randomDay(200), (day) => {
    let hall: HallState = emptyHall(HallId.parse('demo'));
    for (const [index, { event, at }] of play(day).journal.entries()) {
      hall = evolve(hall, event, at);
      const one = index % 7 === 0 ? withOneCounter(hall) : null;
      if (one) look(one);
    }
  });
  fc.assert(property, { seed: FIXED_SEED, numRuns: 100 });
  return seen;
};

const aheadOf: Told = (hall, ticket) => forecastFor(hall, hall.day, ticket, hall.at).ahead;

test('WAIT-5, CALL-14 the people ahead are those whom the rule would call before now', () => {
  const { told, wrong, most, several } = compare(aheadOf);
  expect(told).toBeGreaterThan(1_000);
  expect(several).toBeGreaterThan(300);
  expect(most).toBeLessThanOrEqual(1);
  expect(wrong * 200).toBeLessThanOrEqual(told);
}, 120_000);

test('WAIT-5 control: whom a ticket will have overtaken by its call are found to be missing', () => {
  const later: Told = (hall, ticket) => {
    const waited = { ...ticket, waitFromAt: ticket.waitFromAt - minutes(30) };
    return aheadOf(hall, waited);
  };
  expect(compare(later).wrong).toBeGreaterThan(50);
}, 120_000);

test('WAIT-5 nobody is told that nobody is ahead while the rule would call others first', () => {
  const scene = openScene().given(open('1'), issue('cash', 'normal'), call('1'));
  for (let i = 0; i < 3; i += 1) scene.given(issue('cash', 'normal'));
  scene.given(after(minutes(25)), issue('cash', 'vip'));
  const day = scene.hall().day;
  const told = () => day && forecastFor(scene.hall(), day, scene.ticket('V001'), scene.now()).ahead;
  // The three have waited so long that each of them scores more than the VIP does now.
  expect(told()).toBe(3);
  scene.given(finish('A001', '1'), call('1'));
  expect(told()).toBe(2);
});
