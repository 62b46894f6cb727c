/** Who does what in a simulated day. Everybody looks at the hall as it is and does the next thing. */

import type { Chance } from '@tingxu/chance/chance';
import { HallCommand } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { nextDeadline } from '@tingxu/hall/deadlines';
import { agree } from '@tingxu/hall/testing/agree';
import type { Book } from '@tingxu/hall/testing/book';
import { commandFor } from '@tingxu/hall/testing/intents';
import { type Run, send } from '@tingxu/hall/testing/model-run';
import type { Agenda } from '../drive/agenda.ts';
import { aimed, setAsideAtLast } from './aims.ts';
import type { DayPlan } from './day-plan.ts';

/** `id` is of the counter that looks, or of the ticket whose customer comes back or goes. */
export type Happening = {
  readonly kind: 'minute' | 'arrival' | 'stray' | 'counter' | 'back' | 'gone';
  readonly id?: string;
};

export type SimulatedDay = {
  readonly run: Run;
  readonly plan: DayPlan;
  readonly chance: Chance;
  readonly agenda: Agenda<Happening>;
  readonly closesAt: Instant;
  /** Tickets whose customer does not come when called. */
  readonly absent: Set<string>;
  /** Tickets that are served without a start having been pressed. */
  readonly unstarted: Set<string>;
  /** Counters with nobody to call, in the order in which they became free. */
  readonly idle: Set<string>;
  minutes: number;
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

type Events = NonNullable<ReturnType<typeof send>>;

const tell = (day: SimulatedDay, command: object, role: Role = 'lobby'): Events | null =>
  send(day.run, command as HallCommand, role);

const later = (day: SimulatedDay, afterMs: number, what: Happening): void =>
  day.agenda.add(day.run.at + Math.max(1, Math.round(afterMs)), 0, what);

const wake = (day: SimulatedDay, id: string, afterMs: number): void =>
  later(day, afterMs, { kind: 'counter', id });

/** The first counter that had nobody looks again. */
const wakeIdle = (day: SimulatedDay): void => {
  for (const id of day.idle) wake(day, id, SECOND_MS);
  day.idle.clear();
};

const arrive = (day: SimulatedDay): void => {
  const { chance, plan, run } = day;
  if (run.at >= day.closesAt) return;
  later(day, chance.exponential(MINUTE_MS / plan.perMinute), { kind: 'arrival' });
  const { lanes, services } = plan.config;
  // Most come to the last lane, few to the first.
  const lane = lanes[Math.floor(Math.sqrt(chance.next()) * lanes.length)];
  const service = services[Math.floor(chance.next() ** 2 * services.length)];
  const [event] = tell(day, { type: 'IssueTicket', service: service?.id, lane: lane?.id }) ?? [];
  if (event?.type !== 'TicketIssued') return;
  if (chance.happens(plan.noShow)) day.absent.add(event.ticket);
  if (chance.happens(plan.leaves)) {
    later(day, chance.exponential(10 * MINUTE_MS), { kind: 'gone', id: event.ticket });
  }
  wakeIdle(day);
};

const PAUSES = ['break', 'internal-work', 'equipment', 'training'] as const;

/** After how long the counter looks again; null: when somebody comes. Units: ms. */
type Next = number | null;

/** Free and in service: a pause now and then, else the next ticket. */
const callNext = (day: SimulatedDay, id: string): Next => {
  const { chance, plan } = day;
  if (chance.happens(plan.pauses)) {
    const left = chance.happens(0.2)
      ? tell(day, { type: 'CloseCounter', counter: id })
      : tell(day, { type: 'PauseCounter', counter: id, reason: chance.pick(PAUSES) });
    if (left) return chance.exponential(8 * MINUTE_MS);
  }
  const called = tell(day, { type: 'CallNext', counter: id });
  return called ? (5 + chance.between(0, 20)) * SECOND_MS : null;
};

/** Nobody comes: called again until the ticket may be missed. */
const callAgain = (day: SimulatedDay, about: AtCounter): Next => {
  const { chance, plan } = day;
  const { ticket } = about;
  const missed = tell(day, { type: 'MissTicket', ...about });
  if (!missed) tell(day, { type: 'RecallTicket', ...about });
  else if (missed.length === 1 && chance.happens(plan.comesBack)) {
    if (chance.happens(0.8)) day.absent.delete(ticket);
    later(day, chance.exponential(15 * MINUTE_MS), { kind: 'back', id: ticket });
  }
  return (10 + chance.between(0, 15)) * SECOND_MS;
};

type AtCounter = { readonly ticket: string; readonly counter: string };

/** The customer is there: the service begins, now and then without the key. */
const serve = (day: SimulatedDay, about: AtCounter): Next => {
  const { chance, plan } = day;
  if (chance.happens(0.1)) tell(day, { type: 'RecallTicket', ...about });
  if (chance.happens(0.9)) tell(day, { type: 'StartService', ...about });
  else day.unstarted.add(about.ticket);
  return chance.exponential(plan.serviceMs);
};

const attend = (day: SimulatedDay, about: AtCounter): Next => {
  const { ticket } = about;
  const phase = day.run.book?.live.get(ticket)?.phase;
  if (phase === 'called' && day.absent.has(ticket)) return callAgain(day, about);
  if (phase === 'called' && !day.unstarted.has(ticket)) return serve(day, about);
  tell(day, { type: 'FinishService', ...about });
  return (1 + day.chance.between(0, 20)) * SECOND_MS;
};

const BACK_TO_WORK: Readonly<Record<'closed' | 'paused', (id: string) => object>> = {
  closed: (id) => ({ type: 'OpenCounter', counter: id, staff: `s${id}` }),
  paused: (id) => ({ type: 'ResumeCounter', counter: id }),
};

/** A teller does the next thing that the counter's state asks for. */
const atCounter = (day: SimulatedDay, id: string): void => {
  const row = day.run.book?.counters.get(id);
  if (!row) return;
  let next: Next = SECOND_MS;
  if (row.state !== 'open') {
    const back = tell(day, BACK_TO_WORK[row.state](id));
    if (!back) next = MINUTE_MS;
  } else if (row.ticket === null) next = callNext(day, id);
  else next = attend(day, { ticket: row.ticket, counter: id });
  if (next === null) day.idle.add(id);
  else wake(day, id, next);
};

/** Something out of the model's own bag: anything that the hall understands, sensible or not. */
const outOfTheBag = ({ chance, run }: SimulatedDay, book: Book): object | null => {
  const intent = [
    chance.between(0, 99),
    chance.between(0, 255),
    chance.between(0, 255),
    0,
  ] as const;
  const command = commandFor(book, intent, { quiet: false, posted: null }, run.at);
  // A forced closing in the middle of the day is rare, else there would be few days.
  return command.type === 'CloseDay' && !chance.happens(0.1) ? null : command;
};

const STRAY_ROLES = ['lobby', 'supervisor', 'kiosk', 'teller', 'anonymous'] as const;

/** Something that nobody planned: by chance, or aimed at what chance seldom brings about. */
const stray = (day: SimulatedDay, book: Book): void => {
  const { chance, plan, run } = day;
  later(day, chance.exponential(MINUTE_MS / plan.straysPerMinute), { kind: 'stray' });
  const aims = chance.happens(0.1);
  const commands = aims ? aimed(book, chance, run.at) : [outOfTheBag(day, book) ?? []].flat();
  for (const command of commands)
    tell(day, command, aims ? 'supervisor' : chance.pick(STRAY_ROLES));
};

/** The doors close: some tellers set aside whoever is at their counter. */
export const endWork = (day: SimulatedDay): void => {
  const { book } = day.run;
  if (!book?.open) return;
  for (const command of setAsideAtLast(book, day.chance)) tell(day, command, 'teller');
};

/** INV-03, INV-04, INV-06, INV-11, INV-13: the whole hall against the book, each minute. */
const eachMinute = (day: SimulatedDay): void => {
  const { run } = day;
  day.minutes += 1;
  later(day, MINUTE_MS, { kind: 'minute' });
  if (!run.book) return;
  agree(run.book, run.hall);
  if (!run.book.open) {
    const { config, businessDay } = run.book;
    tell(day, HallCommand.parse({ type: 'OpenDay', businessDay, config }), 'supervisor');
  }
  const due = nextDeadline(run.hall);
  if (due !== null && due <= run.at) tell(day, { type: 'ExpireDeadlines' }, 'supervisor');
  wakeIdle(day);
};

type Happen = { readonly [K in Happening['kind']]: (day: SimulatedDay, id: string) => void };

const HAPPEN: Happen = {
  minute: eachMinute,
  arrival: arrive,
  stray: (day) => {
    if (day.run.book) stray(day, day.run.book);
  },
  counter: atCounter,
  back: (day, ticket) => {
    tell(day, { type: 'ReturnTicket', ticket });
    wakeIdle(day);
  },
  gone: (day, ticket) => {
    tell(day, { type: 'CancelTicket', ticket, reason: 'cancelled-by-customer' }, 'phone');
  },
};

export const happen = (day: SimulatedDay, { kind, id = '' }: Happening): void =>
  HAPPEN[kind](day, id);
