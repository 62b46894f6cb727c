/**
 * The book: a second account of a hall, kept from its facts alone and written from docs/SPEC.md. It
 * shares no code with the core, remembers every ticket of the day, and refuses a fact that may not be.
 * Its complaints begin with the invariant or the rule that was broken. Source: quality.md 1.1.
 */
import type { Slot } from '@tingxu/contract/appointments';
import type { KeptFor } from '@tingxu/contract/commands';
import type { CounterConfig, HallConfig, LaneConfig, VisitRule } from '@tingxu/contract/config';
import type { EndReason, EventOf } from '@tingxu/contract/events';
import type { Schedule } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import type { BookPlan, ShutRow } from './book-rows.ts';
import { type LaneSums, noSums } from './book-sums.ts';
import type { Paper } from './record-slips.ts';
import type { BookVoice, Heard } from './record-voice.ts';
import type { ReferenceChoice, ReferenceHall, ReferenceTicket } from './reference-scheduler.ts';
import { referenceChoice } from './reference-scheduler.ts';

export type LivePhase = 'waiting' | 'called' | 'serving' | 'missed' | 'parked' | 'preparing';
export type Phase = LivePhase | EndReason;

/** A ticket of the day, ended or not. */
export type BookTicket = {
  readonly id: string;
  readonly number: string;
  lane: string;
  service: string;
  readonly issuedAt: Instant;
  /** Of a booking that has checked in. */
  readonly booked: boolean;
  /** From here the score counts. */
  waitFromAt: Instant;
  /** Where the hall opens later than the ticket was issued: when. */
  readonly opensAt: Instant;
  readonly cap: number;
  /** n + K as told at issue. */
  worst: number;
  place: number;
  phase: Phase;
  leg: number;
  /** When the leg began. */
  enteredAt: Instant;
  further: readonly string[];
  /** Why staff referred it, by service. Rules: LEG-9. */
  readonly referredTo: Map<string, string>;
  first: boolean;
  only: KeptFor | null;
  /** What staff saw of the documents, and of which list, as text. Rules: PREP-4. */
  documents: { readonly of: string; readonly missing: string } | null;
  /** The number it had on the day before. */
  readonly carriedFrom: string | null;
  /** The leg it was last called for. */
  calledLeg: number | null;
  counter: string | null;
  passedOver: number;
  heldFor: number;
  returns: number;
  /** Whether it may come back, decided by the rule at the miss. */
  mayReturn: boolean;
  attempts: number;
  counted: number;
  firstCallAt: Instant;
  lastCallAt: Instant;
  /** It was called before and came into line again by another door than a return. */
  cameAgain: boolean;
  lastCountedAt: Instant;
  startedAt: Instant | null;
  /** SERVE-2, END-3: what the leg was served and had waited before it was cut, and since when it waits again. */
  servedMs: number;
  waitOver: { readonly ms: number | null; readonly again: Instant | null } | null;
  /** STAT-1: lanes in which it missed a call of a leg and has not been received since. */
  missedIn: readonly string[];
  /** STAT-1: the leg it is in, in the lane it is in, has missed a call. */
  missedHere: boolean;
  /** STAT-5: what the legs before this one waited. */
  waitedBefore: number;
  /** It was called without a wait, at the counter. */
  walkedUp: boolean;
  validUntilAt: Instant | null;
  /** Who missed it last. Rules: MISS-14. */
  missedBy: { readonly counter: string; readonly staff: string } | null;
  /** Called, and neither served since nor brought back by the customer. Rules: END-4. */
  unseen: boolean;
  /** The lobby manager has gone to fetch the customer. */
  escorted: boolean;
  /** SLIP-2, VOICE-3: its newest slip; what was shown and said of its newest call. */
  paper?: Paper;
  heard?: Heard;
  /** When somebody went to its holder last. Rules: CARE-2. */
  cared?: Instant;
  /** Calls of the lane that a missed ticket outlives. */
  toleranceLeft: number | null;
  returnsAt: Instant | null;
  /** Calls of others at counters that could have taken it; how many its phone said are left (LINK-2). */
  callsBefore: number;
  told: { readonly place: number; left: number } | null;
};

export type BookCounter = {
  state: 'closed' | 'open' | 'paused';
  staff: string | null;
  ticket: string | null;
  /** Since when it has been as it is; of use while it is open without a ticket. */
  sinceAt: Instant;
  /** What it asks the lobby manager for, and whether somebody comes. Rules: CTR-9. */
  help: string | null;
  answered: boolean;
  /** The service that its pad asks about. Rules: RATE-1. */
  asked: {
    readonly ticket: string;
    readonly leg: number;
    readonly staff: string;
    readonly at: Instant;
  } | null;
  /** The ticket that it sent away by the last command. Rules: CTR-5. */
  justLeft: string | null;
};

/** The last service of a visit that was served to its end. */
type BookVisit = Served & { readonly counter: string; rated: boolean };
type Served = Pick<NonNullable<BookCounter['asked']>, 'leg' | 'staff'>;

/** A booking that has not ended. BOOK-14: `told` are the widest limits that the hall told of this slot. */
export type BookBooking = Slot & {
  readonly service: string;
  readonly ticket: string | null;
  readonly told: { readonly earlyMs: number; readonly lateMs: number };
};

/** One business day; a later day has a book of its own. */
export type Book = {
  config: HallConfig;
  readonly businessDay: string;
  skills: ReadonlyMap<string, readonly string[]>;
  lanes: ReadonlyMap<string, LaneConfig>;
  /** Of the configuration in force, and the newest one given. */
  version: number;
  latest: number;
  plan: BookPlan | null;
  /** CONF-4: when limits of calls and services changed last. */
  limitsFrom: Instant;
  open: boolean;
  /** Instant of the fact that is being written. */
  at: Instant;
  schedule: Schedule | null;
  /** What a manager ordered against the posted hours. */
  order: { readonly stop: boolean; readonly until: Instant } | null;
  /** BOOK-12: since when and until when nobody could check in. */
  readonly shut: ShutRow[];
  /** Instant of the last fact. */
  factAt: Instant;
  /** HOURS-6: instant of the last fact that says how issuing is. */
  issuingToldAt: Instant;
  nextPlace: number;
  /** Lanes of the calls of the day, oldest first. Rules: CALL-13. */
  readonly laneCalls: string[];
  /** A missed ticket ended before its time: only the closing of the day may do that, at once. */
  endedEarly: boolean;
  /** VOICE-9, VOICE-10; HELP-1, HELP-2: kiosks that asked for a person, and when last. */
  readonly voice: BookVoice;
  /** CARE-2: when somebody went to those who wait long. */
  caredAt: Instant | null;
  readonly kiosks: Map<string, { askedAt: Instant; state: 'asked' | 'answered' | 'over' }>;
  readonly series: Map<string, number>;
  readonly bookings: Map<string, BookBooking>;
  /** DAY-5: what the last closing ended, as it was, and when. */
  readonly closing: {
    at: Instant;
    readonly tickets: Map<string, BookTicket>;
    readonly bookings: Map<string, BookBooking>;
  };
  /** PARK-6: tickets that the next day must issue again, the first one first. */
  toCarry: BookTicket[];
  /** PARK-6: of a day before, not yet issued again. */
  readonly toIssueAgain: BookTicket[];
  readonly tickets: Map<string, BookTicket>;
  /** RATE-6: visits that ended served, by ticket: the service that ended each, and whether it was rated. */
  readonly toRate: Map<string, BookVisit>;
  readonly live: Map<string, BookTicket>;
  readonly byNumber: Map<string, BookTicket>;
  readonly counters: Map<string, BookCounter>;
  readonly sums: Map<string, LaneSums>;
};

/** Ends the run: the id first, so that a control can tell which rule found it. */
export const breach = (id: string, what: string): never => {
  throw new Error(`${id}: ${what}`);
};
export const must = (holds: boolean, id: string, what: string | (() => string)): void => {
  if (!holds) breach(id, typeof what === 'string' ? what : what());
};

export const closedRow = ({ id }: CounterConfig): [string, BookCounter] => [
  id,
  {
    ...{ state: 'closed', staff: null, ticket: null, sinceAt: 0 },
    ...{ help: null, answered: false, asked: null, justLeft: null },
  },
];
/** What follows from a configuration alone. */
export const pagesOf = (config: HallConfig): Pick<Book, 'config' | 'skills' | 'lanes'> => ({
  config,
  skills: new Map(config.counters.map(({ id, skills }) => [id, skills])),
  lanes: new Map(config.lanes.map((lane) => [lane.id, lane])),
});

export const newBook = (
  { config, version, latest, plan }: Pick<Book, 'config' | 'version' | 'latest' | 'plan'>,
  { businessDay, schedule }: Pick<EventOf<'DayOpened'>, 'businessDay' | 'schedule'>,
  fromBefore: Pick<Book, 'bookings' | 'toIssueAgain'>,
  openedAt: Instant,
): Book => {
  return {
    ...pagesOf(config),
    businessDay,
    ...{ version, latest, plan },
    ...{ limitsFrom: 0, open: true, at: openedAt },
    schedule: schedule ?? null,
    order: null,
    shut: [{ what: 'before', from: Number.NEGATIVE_INFINITY, to: openedAt }],
    ...{ factAt: openedAt, issuingToldAt: openedAt },
    nextPlace: 1,
    laneCalls: [],
    ...{ endedEarly: false, caredAt: null },
    voice: { quiet: config.voice?.quiet ?? false, order: 0, last: new Map() },
    ...{ kiosks: new Map(), series: new Map(), live: new Map(), byNumber: new Map() },
    ...fromBefore,
    closing: { at: 0, tickets: new Map(), bookings: new Map() },
    toCarry: [],
    tickets: new Map(),
    toRate: new Map(),
    counters: new Map(config.counters.map(closedRow)),
    sums: new Map(config.lanes.map(noSums)),
  };
};

export const laneOf = (book: Book, ticket: { readonly lane: string }): LaneConfig =>
  book.lanes.get(ticket.lane) ?? breach('ISSUE-1', `no lane ${ticket.lane}`);

export const inPhase = (book: Book, ...phases: readonly Phase[]): BookTicket[] => {
  const found: BookTicket[] = [];
  for (const ticket of book.live.values()) if (phases.includes(ticket.phase)) found.push(ticket);
  return found;
};

/** Counters that are open or paused. */
const inService = (book: Book): readonly [string, BookCounter][] =>
  [...book.counters].filter(([, { state }]) => state !== 'closed');

/** CTR-10: in service, and not paused for so long that it is away. */
const present = (book: Book, at: Instant): readonly [string, BookCounter][] => {
  const { awayAfterMs = 600_000 } = book.config.counterRule ?? {};
  return inService(book).filter(
    ([, { state, sinceAt }]) => state === 'open' || at - sinceAt < awayAfterMs,
  );
};

/** LEG-7: the counter that alone may call it now, if there is one. */
export const keeperOf = (
  book: Book,
  { only, service }: Pick<BookTicket, 'only' | 'service'>,
  at: Instant,
): string | null => {
  if (only === null) return null;
  for (const [id, { staff }] of present(book, at)) {
    const meant = 'counter' in only ? id === only.counter : staff === only.staff;
    const able = book.skills.get(id)?.some((skill) => skill === service) ?? false;
    if (meant && able) return id;
  }
  return null;
};

const asReference = (book: Book, ticket: BookTicket, at: Instant): ReferenceTicket => {
  const { id, lane, service, waitFromAt, place, passedOver, cap, heldFor, first } = ticket;
  const keeper = keeperOf(book, ticket, at);
  return { id, lane, service, waitFromAt, place, passedOver, cap, heldFor, first, keeper };
};

/** The hall as a call finds it. */
const asCalled = (book: Book, at: Instant): ReferenceHall => {
  const freeSince = new Map<string, Instant>();
  for (const [id, { state, ticket, sinceAt }] of book.counters) {
    if (state === 'open' && ticket === null) freeSince.set(id, sinceAt);
  }
  return {
    config: book.config,
    waiting: inPhase(book, 'waiting').map((ticket) => asReference(book, ticket, at)),
    there: present(book, at).map(([id]) => id),
    freeSince,
    laneCalls: book.laneCalls,
  };
};

type Asked = {
  readonly counter: string;
  readonly at: Instant;
  readonly choice: ReferenceChoice | null;
};

/** The last answer of each book, good until the next fact. */
const answers = new WeakMap<Book, Asked>();
export const forgetAnswer = (book: Book): void => void answers.delete(book);

/** In line for a service that the counter takes, and not kept for another counter. */
export const callableAt = (book: Book, counter: string, at: Instant): BookTicket[] =>
  inPhase(book, 'waiting').filter((ticket) => {
    const keeper = keeperOf(book, ticket, at);
    const able = book.skills.get(counter)?.some((skill) => skill === ticket.service) ?? false;
    return able && (keeper === null || keeper === counter);
  });

/** Whom the counter must call now. */
export const nextFor = (book: Book, counter: string, at: Instant): ReferenceChoice | null => {
  const known = answers.get(book);
  if (known?.counter === counter && known.at === at) return known.choice;
  const config = book.config.counters.find(({ id }) => id === counter);
  const hall = config && asCalled(book, at);
  const choice = config && hall?.waiting.length ? referenceChoice(hall, config, at) : null;
  answers.set(book, { counter, at, choice });
  return choice;
};

/** Whom it could take now with one more who waits: one who comes back, or has no ticket yet. */
export const couldTakeWith = (
  book: Book,
  counter: string,
  ticket: Pick<BookTicket, 'id' | 'lane' | 'service' | 'waitFromAt'>,
  at: Instant,
): ReadonlySet<string> => {
  const config = book.config.counters.find(({ id }) => id === counter);
  const hall = asCalled(book, at);
  const others = hall.waiting.filter(({ id }) => id !== ticket.id);
  const late = {
    ...{ ...ticket, place: Infinity, passedOver: 0, cap: Infinity, heldFor: 0 },
    ...{ first: false, keeper: null },
  };
  const choice = config && referenceChoice({ ...hall, waiting: [...others, late] }, config, at);
  return choice?.couldTake ?? new Set();
};

/** Whether some counter of the hall takes the service. */
export const offered = (book: Book, service: string): boolean =>
  book.config.counters.some(({ skills }) => skills.some((skill) => skill === service));

/** How visits go on, as docs/SPEC.md gives the defaults. */
export const visitsOf = ({ config }: Book): VisitRule =>
  config.visits ?? {
    ...{ stay: true, keepWait: true, first: false, afterPark: 'return' },
    ...{ parkMs: 900_000, parkMaxMs: 7_200_000 },
  };

/** PARK-6: whether the closing of the day carries it over. */
export const mayOutlive = (book: Book, { phase }: BookTicket): boolean =>
  phase === 'parked' && visitsOf(book).carryMs !== undefined;

/** A ticket of the day by id or number, ended or not. */
export const ticketOf = (book: Book, ref: string): BookTicket | undefined =>
  book.tickets.get(ref) ?? book.byNumber.get(ref);

export const sumsOf = (book: Book, ticket: { readonly lane: string }): LaneSums =>
  book.sums.get(ticket.lane) ?? breach('ISSUE-1', `no lane ${ticket.lane}`);

/** PREP-2: in line, or with a place kept for it. */
export const withPlace = (book: Book): BookTicket[] => [
  ...inPhase(book, 'waiting'),
  ...inPhase(book, 'preparing').filter(({ first }) => !first),
];

/** Tickets with a place in line that share a counter with the service: n of the worst position. */
export const earlierFor = (book: Book, service: string): number => {
  const able = book.config.counters.filter(({ skills }) => skills.some((id) => id === service));
  return withPlace(book).filter((ticket) =>
    able.some(({ skills }) => skills.some((id) => id === ticket.service)),
  ).length;
};

/** K now: fixed, or a share of the counters in service, paused ones included, or of all while none is. */
export const capNow = (book: Book): number => {
  const { passOverCap, passOverPermille } = book.config.policy;
  if (passOverCap !== undefined) return passOverCap;
  const counters = inService(book).length || book.counters.size;
  return Math.ceil((counters * passOverPermille) / 1_000);
};
