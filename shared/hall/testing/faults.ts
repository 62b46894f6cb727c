/** Cores with a fault put in on purpose: what a control plants, and the sweep that must find it. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { CounterConfig } from '@tingxu/contract/config';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';

import { accept, type Context, type Decision } from '../src/decision.ts';
import { changeLive, findLive, withoutTicket } from '../src/live-tickets.ts';
import type { Counter, Day, HallState, Ticket } from '../src/state.ts';
import { CORE, type Core } from './model-run.ts';
import { sweep } from './property.ts';
import { FIXED_SEED } from './seed.ts';

/** A core whose hall is bent before it decides. */
export const bendHall = (
  type: HallCommand['type'],
  bend: (hall: HallState, command: HallCommand) => HallState,
): Core => ({
  ...CORE,
  decide: (hall, command, context) =>
    CORE.decide(command.type === type ? bend(hall, command) : hall, command, context),
});

/** A hall whose counters are configured otherwise. */
export const otherwise = (
  hall: HallState,
  bend: (counter: CounterConfig) => CounterConfig,
): HallState => {
  const { day } = hall;
  if (!day) return hall;
  const config = { ...day.config, counters: day.config.counters.map(bend) };
  return { ...hall, day: { ...day, config } };
};

export const eachCounter = (hall: HallState, bend: (counter: Counter) => Counter): HallState => ({
  ...hall,
  counters: hall.counters.map(bend),
});

/** As though an open counter had been free since then. */
export const openSince = (row: Counter, sinceAt: Instant): Counter =>
  row.state === 'open' ? { ...row, sinceAt } : row;

/** A core that gives another answer than it found. */
export const bendAnswer = (
  bend: (answer: Decision, hall: HallState, command: HallCommand, context: Context) => Decision,
): Core => ({
  ...CORE,
  decide: (hall, command, context) =>
    bend(CORE.decide(hall, command, context), hall, command, context),
});

/** A core that leaves something else behind when a fact of the type happens. */
export const bendFact = <T extends HallEvent['type']>(
  type: T,
  bend: (after: HallState, before: HallState, event: EventOf<T>, at: Instant) => HallState,
): Core => ({
  ...CORE,
  evolve: (hall, event, at) => {
    const after = CORE.evolve(hall, event, at);
    return event.type === type ? bend(after, hall, event as EventOf<T>, at) : after;
  },
});

export const eachTicket = (hall: HallState, change: (ticket: Ticket) => Ticket): HallState => ({
  ...hall,
  tickets: changeLive(hall.tickets, change),
});

export const without = (hall: HallState, id: Ticket['id']): HallState => ({
  ...hall,
  tickets: withoutTicket(hall.tickets, id),
});

export const changeDay = (hall: HallState, more: Partial<Day>): HallState =>
  hall.day ? { ...hall, day: { ...hall.day, ...more } } : hall;

/** The answer with each of its facts told otherwise. */
export const eachEvent = (answer: Decision, bend: (event: HallEvent) => HallEvent): Decision =>
  answer.ok ? accept(...answer.events.map(bend)) : answer;

/** The lane of a ticket with other sums. */
export const moreOf = (
  after: HallState,
  before: HallState,
  id: Ticket['id'],
  more: Partial<Record<'served' | 'visitsServed' | 'transferredOut', number>>,
): HallState => {
  const ticket = findLive(before.tickets, id);
  const row = ticket && after.totals[ticket.lane];
  if (!row) return after;
  const { served, visitsServed, transferredOut } = row;
  const sums = {
    served: served + (more.served ?? 0),
    visitsServed: visitsServed + (more.visitsServed ?? 0),
    transferredOut: transferredOut + (more.transferredOut ?? 0),
  };
  return { ...after, totals: { ...after.totals, [row.lane]: { ...row, ...sums } } };
};

/** A fault put in on purpose, and the rules of which one must find it. */
export type Fault = {
  readonly that: string;
  readonly core: Core;
  readonly found: readonly string[];
  readonly strict: boolean;
};
export const fault = (
  that: string,
  core: Core,
  found: readonly string[],
  strict = false,
): Fault => ({
  that,
  core,
  found,
  strict,
});

/** What the sweep says of the fault; its beginning is the rule that found it. */
export const findingOf = ({ core, strict }: Fault): string => {
  const bounds = { seed: FIXED_SEED, days: 900, length: 300, shrink: false };
  const { breach } = sweep({ ...bounds, core, strict });
  return breach?.message ?? 'nothing was found';
};
