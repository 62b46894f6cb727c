/**
 * A run of the model: random commands against the core, with the book beside it. After each command
 * the two must agree; at the end the hall is drained, closed, and folded again from its journal.
 */
import { isDeepStrictEqual } from 'node:util';
import { HallCommand } from '@tingxu/contract/commands';
import { type EventOf, HallEvent } from '@tingxu/contract/events';
import { type CounterId, type Instant, StaffId } from '@tingxu/contract/ids';
import type { Actor, Role } from '@tingxu/contract/roles';
import { decide } from '../src/decide.ts';
import { evolve } from '../src/evolve.ts';
import { emptyHall, type HallState } from '../src/state.ts';
import { agree, agreeOnAutoCalls } from './agree.ts';
import type { RandomDay } from './arbitraries.ts';
import { type Book, type BookTicket, breach, must, newBook, nextFor } from './book.ts';
import { dueAt } from './book-deadlines.ts';
import { nextTurnOf } from './book-hours.ts';
import { bookingsAtOpening, mustSayWhoCancelled } from './bookings.ts';
import { commandFor, firstOpening, pressesOf, roleOf, waitOf } from './intents.ts';
import { mustStandRightly } from './lanes.ts';
import { lock } from './plain.ts';
import { reasonsToRefuse } from './reasons.ts';
import { record } from './record.ts';
import {
  checkOpening,
  isPlanDue,
  mustFollowHours,
  pagesAtOpening,
} from './record-configuration.ts';

/** What is judged: the core, or one with a fault put in on purpose. */
export type Core = { readonly decide: typeof decide; readonly evolve: typeof evolve };
export const CORE: Core = { decide, evolve };

export type Run = {
  readonly core: Core;
  hall: HallState;
  book: Book | null;
  at: Instant;
  commands: number;
  /** How often each fact and each refusal came up. */
  readonly seen: Map<string, number>;
  readonly journal: { readonly at: Instant; readonly event: HallEvent }[];
  readonly options: RunOptions;
  readonly locked: WeakSet<object>;
};

export type RunOptions = {
  /** Locks every state and event, decides everything twice, and parses every event. Slow. */
  readonly strict?: boolean;
  /** The whole hall is held against the book only when the caller asks, not after each command. */
  readonly agreeSeldom?: boolean;
  /** Looks at the hall after each accepted command, e.g. at its views. */
  readonly watch?: (before: HallState, after: HallState) => void;
};

const STARTING_AT: Instant = 1_795_222_800_000;

export const newRun = (
  { config, posted = null }: Pick<RandomDay, 'config'> & Partial<Pick<RandomDay, 'posted'>>,
  core: Core,
  options: RunOptions,
): Run => {
  const run: Run = {
    ...{ core, hall: emptyHall(config.hall), book: null, at: STARTING_AT, commands: 0 },
    ...{ seen: new Map(), journal: [], options, locked: new WeakSet() },
  };
  send(run, { type: 'ChangeConfiguration', config, when: 'now', basedOn: 1 });
  send(run, firstOpening(config, posted, run.at));
  return run;
};

const applyEvent = (run: Run, event: HallEvent): void => {
  const { strict } = run.options;
  if (strict) {
    must(HallEvent.safeParse(event).success, 'WIRE', `${event.type} breaks its own schema`);
    lock(event, run.locked);
  }
  noteEvent(run, event);
  if (event.type === 'DayOpened') openBook(run, event);
  else if (run.book) record(run.book, event, run.at);
  else breach('DAY-6', `${event.type} before the first day`);
  run.hall = run.core.evolve(run.hall, event, run.at);
  if (strict) lock(run.hall, run.locked);
  run.journal.push({ at: run.at, event });
};

/** A day begins a book of its own, with the configuration that the last one leads to. */
const openBook = (run: Run, event: EventOf<'DayOpened'>): void => {
  const pages = pagesAtOpening(run.book, event.config, run.at);
  checkOpening(pages, event);
  const bookings = bookingsAtOpening(run.book, event, pages);
  const toIssueAgain = [...(run.book?.toCarry ?? [])];
  run.book = newBook(pages, event, { bookings, toIssueAgain }, run.at);
};

const note = (run: Pick<Run, 'seen'>, what: string): void => {
  run.seen.set(what, (run.seen.get(what) ?? 0) + 1);
};

/** Rules: BOOK-8, BOOK-12, BOOK-13. */
const noteBooking = ({ hall, book, ...run }: Run, event: HallEvent): void => {
  if (event.type === 'BookingExpired') note(run, `booking ended as ${event.reason}`);
  const { plan } = hall.configuration;
  if (event.type === 'BookingMade' && plan && book) {
    const { businessDay, startAt } = event.slot;
    const later = plan.when === 'next-day' && businessDay > book.businessDay;
    if (later || (plan.when !== 'next-day' && plan.when <= startAt)) note(run, 'booked as planned');
  }
  if (event.type !== 'BookingCheckedIn') return;
  const { startAt = 0 } = book?.bookings.get(event.booking) ?? {};
  const lateMs = book?.config.appointments?.lateMs ?? 1_800_000;
  if (run.at > startAt + lateMs) note(run, 'checked in after a stop');
};

/** The rare branches that a good run must have taken. */
const noteEvent = (run: Run, event: HallEvent): void => {
  note(run, event.type);
  if (event.type === 'ConfigurationPlanned' && event.postponedBy) note(run, 'plan postponed');
  const { plan } = run.hall.configuration;
  if (event.type === 'ConfigurationChanged' && plan) note(run, 'plan taken within the day');
  if (event.type === 'DayOpened' && plan) note(run, 'plan met the opening');
  noteBooking(run, event);
  if (event.type !== 'TicketCalled') return;
  if (event.protectedBy !== undefined) note(run, 'protected');
  if (event.tier !== undefined) note(run, event.tier);
  if (event.passedOver.length > 0) note(run, 'passed over');
  if ((run.book?.live.get(event.ticket)?.heldFor ?? 0) > 0) note(run, 'called while held');
};

/** A refusal needs a reason, an acceptance that there is none. */
const checkAnswer = (
  run: Run,
  command: HallCommand,
  actor: Actor,
  refusal: string | null,
): void => {
  const asked = { at: run.at, ...actor };
  const reasons: readonly string[] = reasonsToRefuse(run.book, command, asked);
  if (refusal === null) {
    must(reasons.length === 0, 'REFUSE', `${command.type} accepted despite ${reasons.join()}`);
  } else {
    must(reasons.includes(refusal), 'ACCEPT', `${command.type} ${refusal}, not ${reasons.join()}`);
  }
};

/** What was due has happened. A call of this very instant may be due again at once. */
const nothingIsDue = (book: Book, now: Instant): void => {
  const turn = nextTurnOf(book);
  must(turn === null || turn > now, 'HOURS-6', () => `${turn} has come`);
  for (const ticket of book.live.values()) {
    if (ticket.phase !== 'called' || ticket.firstCallAt === now) continue;
    const due = dueAt(book, ticket);
    must(due === null || due > now, 'CTR-8', () => `${ticket.id} is still called`);
  }
};

/** What only the command tells of a fact: who asked, and for what. */
const checkAsked = ({ book }: Run, command: HallCommand, role: Role, event: HallEvent): void => {
  const issues = command.type === 'IssueTicket' || command.type === 'StartWalkUp';
  if (issues && event.type === 'TicketIssued' && book) {
    mustStandRightly(book.config, command, role, event);
  }
  if (command.type === 'ChangeConfiguration' && event.type === 'ConfigurationChanged' && book) {
    mustFollowHours(book, command.posted, event);
  }
  const cancels = command.type === 'CancelBooking' && event.type === 'BookingCancelled';
  const ends = command.type === 'CancelTicket' && event.type === 'TicketCancelled';
  if (cancels) mustSayWhoCancelled('BOOK-9', command, role, event);
  if (ends) mustSayWhoCancelled('END-5', command, role, event);
};

/** A teller has a number: mostly of whom the command names or finds there, sometimes another one's. */
const actorOf = ({ book, commands }: Run, command: HallCommand, role: Role): Actor => {
  if (role !== 'teller') return { role };
  const named = 'staff' in command ? command.staff : undefined;
  const counter = 'counter' in command ? command.counter : undefined;
  const there = counter === undefined ? undefined : book?.counters.get(counter)?.staff;
  const own = commands % 4 === 0 ? undefined : (named ?? there ?? undefined);
  return { role, staff: StaffId.parse(own ?? 's1') };
};

/** Sends one command and holds the hall against the book. Returns what happened, null when refused. */
export const send = (
  run: Run,
  command: HallCommand,
  role: Role = 'lobby',
): readonly HallEvent[] | null => {
  const actor = actorOf(run, command, role);
  const context = { at: run.at, actor };
  const before = run.hall;
  const decision = run.core.decide(before, command, context);
  if (run.options.strict) {
    must(HallCommand.safeParse(command).success, 'WIRE', `${command.type} breaks its schema`);
    const again = run.core.decide(before, command, context);
    must(isDeepStrictEqual(decision, again), 'PURE', `${command.type} decided in two ways`);
  }
  run.commands += 1;
  checkAnswer(run, command, actor, decision.ok ? null : decision.rejection.code);
  if (!decision.ok) {
    note(run, decision.rejection.code);
    return null;
  }
  for (const event of decision.events) {
    checkAsked(run, command, role, event);
    applyEvent(run, event);
  }
  if (run.book && command.type === 'ExpireDeadlines') {
    must(!isPlanDue(run.book, run.at), 'CONF-3', 'a plan whose moment has come still waits');
  }
  if (run.book) (run.options.agreeSeldom ? agreeOnAutoCalls : agree)(run.book, run.hall);
  if (run.book && command.type === 'ExpireDeadlines') nothingIsDue(run.book, run.at);
  run.options.watch?.(before, run.hall);
  return decision.events;
};

/** Everybody who waits is called once the counters are open, and every lease ends. Rules: INV-12, INV-13. */
export const drain = (run: Run): void => {
  const { book } = run;
  if (!book?.open) return;
  for (const { id } of book.config.counters) endLease(run, id);
  for (const { id } of book.config.counters) staffCounter(run, id);
  for (const ticket of [...book.live.values()]) bringBack(run, ticket);
  const { counters } = book.config;
  const legs = [...book.live.values()].reduce((sum, { further }) => sum + 1 + further.length, 0);
  const most = (legs * 2 + 1) * counters.length;
  let idle = 0;
  for (let turn = 0; idle < counters.length; turn += 1) {
    must(turn <= most, 'INV-12', 'calls without end');
    const { id } = counters[turn % counters.length] ?? breach('INV-12', 'no counter');
    idle = nextFor(book, id, run.at) === null ? idle + 1 : 0;
    if (idle > 0) continue;
    send(run, { type: 'CallNext', counter: id });
    endLease(run, id);
  }
  const waiting = [...book.live.values()].filter(({ phase }) => phase === 'waiting');
  must(waiting.length === 0, 'INV-12', `${waiting.length} wait for ever`);
};

/** Whoever was set aside is there again. */
const bringBack = (run: Run, { id, phase }: BookTicket): void => {
  if (phase === 'preparing') send(run, command({ type: 'ReadyTicket', ticket: id }));
  if (phase !== 'parked') return;
  const back = send(run, command({ type: 'ResumeTicket', ticket: id }));
  if (!back) send(run, { type: 'ExpireDeadlines' });
};

const staffCounter = (run: Run, id: CounterId): void => {
  const state = run.book?.counters.get(id)?.state;
  if (state === 'paused') send(run, { type: 'ResumeCounter', counter: id });
  if (state === 'closed') send(run, command({ type: 'OpenCounter', counter: id, staff: `d${id}` }));
};

const command = (input: object): HallCommand => input as HallCommand;

/** A ticket at a counter ends, and whoever is called by itself after it. */
const endLease = (run: Run, id: CounterId): void => {
  const row = run.book?.counters.get(id);
  const most = (run.book?.live.size ?? 0) + 1;
  for (let turn = 0; row && row.ticket !== null; turn += 1) {
    must(turn < most * 3, 'INV-13', `${id} calls without end`);
    endOne(run, id, row.ticket);
  }
};

/** It ends by service, or by calling until nobody came. */
const endOne = (run: Run, counter: CounterId, ticket: string): void => {
  const about = { ticket, counter };
  const has = () => run.book?.counters.get(counter)?.ticket === ticket;
  const serving = run.book?.live.get(ticket)?.phase === 'serving';
  const serve = serving || run.journal.length % 5 > 0;
  for (let call = 0; !serve && has(); call += 1) {
    must(call < 12, 'INV-13', `${ticket} is called for ever`);
    run.at += 30_000;
    const over = send(run, command({ type: 'MissTicket', ...about }));
    if (!over) send(run, command({ type: 'RecallTicket', ...about }));
  }
  // A visit of several services may stay at the counter.
  for (let leg = 0; serve && has() && leg < 12; leg += 1) {
    send(run, command({ type: 'FinishService', ...about }));
  }
  must(!has(), 'INV-13', `${ticket} does not leave ${counter}`);
};

/** Longer than any missed ticket of the model may come back. Units: ms. */
const ROUND_MS = 2 * 3_600_000;

/** The end of the day: no live ticket is left and the day closes without force. */
export const closeUp = (run: Run): void => {
  const { book } = run;
  if (!book?.open) return;
  for (let round = 0; round === 0 || book.live.size > 0; round += 1) {
    must(round < 6, 'INV-12', () => `${book.live.size} tickets are left`);
    run.at += ROUND_MS;
    send(run, { type: 'ExpireDeadlines' });
    // Some come back by themselves.
    drain(run);
  }
  must(send(run, { type: 'CloseDay', remaining: 'refuse' }) !== null, 'DAY-3', 'does not close');
};

/**
 * Folding the journal, as it was written down, from nothing gives the same hall; so does going on from
 * a state that was written down on the way. Rules: INV-10, JRN-7.
 */
const replay = (run: Run): void => {
  let hall = emptyHall(run.hall.hall);
  let last = 0;
  const bookmarked = Math.floor((run.journal.length * (run.commands % 10)) / 10);
  for (const [index, { at, event }] of run.journal.entries()) {
    must(at >= last, 'INV-09', 'time runs backwards');
    last = at;
    if (index === bookmarked) hall = JSON.parse(JSON.stringify(hall));
    hall = run.core.evolve(hall, JSON.parse(JSON.stringify(event)), at);
  }
  must(isDeepStrictEqual(hall, run.hall), 'INV-10', 'the journal folds into another hall');
  const written = JSON.parse(JSON.stringify(run.hall));
  must(isDeepStrictEqual(written, hall), 'PURE', 'the hall is no plain data');
};

export type Outcome = { readonly commands: number; readonly seen: ReadonlyMap<string, number> };

/** Plays a random day; whoever waits or is served at its end still does. */
export const play = (day: RandomDay, core: Core = CORE, options: RunOptions = {}): Run => {
  const run = newRun(day, core, options);
  for (const intent of day.intents) {
    run.at += waitOf(intent);
    if (!run.book) continue;
    const command = commandFor(run.book, intent, day, run.at);
    for (let press = 0; press < pressesOf(intent); press += 1) send(run, command, roleOf(intent));
  }
  return run;
};

/** Runs a random day to its end; throws at the first thing that may not be. */
export const runModel = (day: RandomDay, core: Core = CORE, options: RunOptions = {}): Outcome => {
  const run = play(day, core, options);
  drain(run);
  closeUp(run);
  replay(run);
  return run;
};
