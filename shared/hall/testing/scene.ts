/** Given, when, then on the pure hall: commands and waits in, facts or a refusal out. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallEvent } from '@tingxu/contract/events';
import { CounterId, HallId, type Instant, StaffId, TicketRef } from '@tingxu/contract/ids';
import type { Actor, Role } from '@tingxu/contract/roles';
import { decide } from '../src/decide.ts';
import type { Context, Decision, Rejection } from '../src/decision.ts';
import { evolve } from '../src/evolve.ts';
import { counterOf, findTicket } from '../src/lookup.ts';
import { type Counter, emptyHall, type HallState, type Ticket } from '../src/state.ts';
import { call, finish, openDay } from './commands.ts';

/** 2026-11-21 09:00 in Shanghai. */
export const OPENING_AT: Instant = 1_795_222_800_000;

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;

type Wait = { readonly wait: number };
type Sent = { readonly by: Role; readonly staff?: string; readonly command: HallCommand };
export type Step = HallCommand | Wait | Sent;

/** Lets time pass. Units: ms. */
export const after = (wait: number): Wait => ({ wait });
/** Sends a command as somebody else than the lobby manager. */
export const by = (role: Role, command: HallCommand): Sent => ({ by: role, command });

/** Sends a command as the teller of that number. */
export const byTeller = (staff: string, command: HallCommand): Sent => ({
  ...{ by: 'teller', staff, command },
});

export type Scene = {
  /** Each step must be accepted. */
  readonly given: (...steps: readonly Step[]) => Scene;
  /** The facts of a command that must be accepted. */
  readonly when: (step: Step) => readonly HallEvent[];
  /** Why a command is refused, which it must be. */
  readonly refused: (step: Step) => Rejection;
  readonly hall: () => HallState;
  readonly now: () => Instant;
  /** A live ticket by number or id. */
  readonly ticket: (ref: string) => Ticket;
  readonly counter: (id: string) => Counter;
  readonly journal: () => readonly { readonly at: Instant; readonly event: HallEvent }[];
};

const answer = (hall: HallState, step: HallCommand | Sent, at: Instant): Decision => {
  const sent: Sent = 'by' in step ? step : { by: 'lobby', command: step };
  const { by: role, staff } = sent;
  const actor: Actor = { role, ...(staff !== undefined && { staff: StaffId.parse(staff) }) };
  const context: Context = { at, actor };
  return decide(hall, sent.command, context);
};

const nameOf = (step: HallCommand | Sent): string =>
  JSON.stringify('by' in step ? step.command : step);

/** A hall before its first day. */
export const emptyScene = (): Scene => {
  let hall = emptyHall(HallId.parse('demo'));
  let at = OPENING_AT;
  const journal: { at: Instant; event: HallEvent }[] = [];

  const when = (step: Step): readonly HallEvent[] => {
    if ('wait' in step) {
      at += step.wait;
      return [];
    }
    const decision = answer(hall, step, at);
    if (!decision.ok) throw new Error(`${nameOf(step)} refused: ${decision.rejection.code}`);
    for (const event of decision.events) {
      hall = evolve(hall, event, at);
      journal.push({ at, event });
    }
    return decision.events;
  };
  const refused = (step: Step): Rejection => {
    if ('wait' in step) throw new Error('a wait is never refused');
    const decision = answer(hall, step, at);
    if (decision.ok) throw new Error(`${nameOf(step)} accepted`);
    return decision.rejection;
  };
  const ticket = (ref: string): Ticket => {
    const found = findTicket(hall, TicketRef.parse(ref));
    if (!found.ok) throw new Error(`${ref}: ${found.rejection.code}`);
    return found.value;
  };
  const counter = (id: string): Counter => {
    const known = counterOf(hall, CounterId.parse(id));
    if (!known) throw new Error(`no counter ${id}`);
    return known;
  };
  const scene: Scene = {
    given: (...steps) => {
      for (const step of steps) when(step);
      return scene;
    },
    when,
    refused,
    hall: () => hall,
    now: () => at,
    ticket,
    counter,
    journal: () => journal,
  };
  return scene;
};

/** A hall with its day open and nobody in it. */
export const openScene = (config?: HallConfig): Scene => emptyScene().given(openDay(config));

/** The number that a counter calls next. */
export const numberCalled = (scene: Scene, counter: string): string => {
  const [event] = scene.when(call(counter));
  if (event?.type !== 'TicketCalled') throw new Error('a call is one fact');
  return scene.ticket(event.ticket).number;
};

/** Numbers that a counter calls one after the other, each served at once. */
export const numbersCalled = (scene: Scene, counter: string, count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    const number = numberCalled(scene, counter);
    scene.when(finish(number, counter));
    return number;
  });
