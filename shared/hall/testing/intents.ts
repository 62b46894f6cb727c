/** Intents made into commands: mostly what could be done at that moment, sometimes absurd. */
import { type HallCommand, PauseReason } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import { KnownClass } from '@tingxu/contract/customers';
import type { PostedDay, Schedule, Span } from '@tingxu/contract/hours';
import { BusinessDay, type Instant } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import type { Intent, Posted } from './arbitraries.ts';
import { type Book, inPhase } from './book.ts';
import { bookingIntent } from './booking-intents.ts';
import { visit } from './intents-visits.ts';
import { otherConfig, WITHOUT_SERVICE } from './other-config.ts';
import {
  anyTicket,
  counterIn,
  type Maker,
  nth,
  onTicket,
  type Picked,
  ticketIn,
  wayOut,
} from './picks.ts';

const MINUTE_MS = 60_000;

type Kinds = readonly (readonly [share: number, make: Maker])[];

/** What a customer shows: a class, an age, a word, in any mixture. */
const proofOf = (pick: number, other: number): object => ({
  ...(pick % 5 > 1 && { class: nth(KnownClass.options, other) }),
  ...(pick % 7 > 2 && {
    age: { years: 20 + (other % 80), from: other % 3 > 0 ? 'card' : 'directory' },
  }),
  ...(other % 4 > 1 && { declared: other % 4 > 2 }),
});

const issue = ({ book, pick, other }: Picked) => ({
  type: 'IssueTicket',
  service: pick > 250 ? 'nothing' : nth(book.config.services, pick)?.id,
  ...(pick % 3 > 0 && { lane: other > 252 ? 'nobody' : nth(book.config.lanes, other)?.id }),
  ...(pick % 2 > 0 && { proof: proofOf(pick, other) }),
  ...(other % 4 === 1 && { further: furtherOf(book, pick + other) }),
  ...(pick % 9 === 8 && { preparing: true }),
});

/** One to three more services or as many as there may be, seldom one that there is not. */
const furtherOf = (book: Book, pick: number): (string | undefined)[] =>
  Array.from({ length: pick % 8 === 7 ? 8 : 1 + (pick % 3) }, (_, i) =>
    pick % 50 === 49 ? 'nothing' : nth(book.config.services, pick + i)?.id,
  );
/** Sometimes not left to the rule. */
const callNext: Maker = (picked) => {
  const counter = counterIn(picked, 'open');
  if (picked.other % 17 === 3) {
    const kept = inPhase(picked.book, 'waiting').find(({ only }) => only !== null);
    const other = ticketIn(picked, 'waiting', 'missed', 'called');
    const ticket = (picked.pick % 8 ? (kept ?? other) : other)?.id ?? anyTicket(picked);
    const reason = nth(['wrongly-missed', 'needs-care', 'emergency'], picked.pick);
    return { type: 'CallTicket', counter, ticket, reason };
  }
  if (picked.other % 17 !== 5) return { type: 'CallNext', counter };
  const { service } = issue(picked);
  const { pick, other } = picked;
  const lane = nth(picked.book.config.lanes, other + pick)?.id;
  return {
    ...{ type: 'StartWalkUp', counter, service },
    ...(other % 5 > 1 && { lane }),
    ...(pick % 3 === 1 && { proof: proofOf(pick, other) }),
    ...(pick % 2 === 1 && { reason: nth(['age', 'needs-care', 'proof-shown'], pick) }),
  };
};
const KINDS_OF_HELP = ['approval', 'dispute', 'emergency'];
/** On a phone: mostly a visit that has ended served, sometimes again, sometimes one that has not. */
const rateVisit: Maker = ({ book, pick, other }) => {
  const { toRate, tickets, businessDay } = book;
  const among = other % 4 === 3 ? tickets : toRate;
  const unknown = `${nth([businessDay, '2020-12-31'], other)?.split('-').join('')}-9999`;
  return {
    ...{ type: 'RateVisit', score: 1 + (other % 5) },
    ticket: nth([...among.keys()], pick) ?? unknown,
  };
};
/** Mostly where a pad asks, sometimes too late, twice or about nothing. */
const rate: Maker = (picked) => {
  const { book, pick, other } = picked;
  if (pick % 3 === 2) return rateVisit(picked);
  const asking = [...book.counters].filter(([, { asked }]) => asked !== null);
  const [counter, row] = nth(asking, pick) ?? [nth(book.config.counters, pick)?.id, undefined];
  const askedAt = (row?.asked?.at ?? 0) + (other % 13 === 7 ? 1 : 0);
  return { type: 'RateService', counter, askedAt, score: 1 + (other % 5), channel: 'pad' };
};
/** Mostly what could be asked, answered or ended there at that moment. */
const atKiosk: Maker = ({ book, pick, other }) => {
  const kiosk = pick % 7 === 0 ? 'K2' : 'K1';
  const state = book.kiosks.get(kiosk)?.state ?? 'over';
  const fitting = state === 'over' ? 'CallForHelpAtKiosk' : 'EndKioskHelp';
  const any = nth(['AnswerKioskHelp', 'CallForHelpAtKiosk', 'EndKioskHelp'], other);
  return { type: other % 3 === 0 ? any : fitting, kiosk };
};
const BESIDE: readonly Maker[] = [
  () => ({ type: 'ExpireDeadlines' }),
  ...Array.from({ length: 4 }, () => atKiosk),
  ...Array.from({ length: 3 }, () => (): object => ({ type: 'AnswerCare' })),
];
/** Life at a counter beside its customers. */
const atCounter: Maker = (picked) => {
  const counter = counterIn(picked, 'open', 'paused');
  const { other, pick } = picked;
  const staff = other % 3 === 0 ? 's1' : `h${other}`;
  const choices = [
    { type: 'CloseCounter', counter },
    { type: 'HandOverCounter', counter, staff },
    {
      type: 'ReleaseCounter',
      counter,
      ...(other % 2 === 0 && { left: nth([`s${counter}`, 's1'], pick) }),
    },
    { type: 'CallForHelp', counter, kind: nth(KINDS_OF_HELP, other) },
    { type: 'CallForHelp', counter, kind: nth(KINDS_OF_HELP, other) },
    { type: 'AnswerHelp', counter },
    { type: 'EndHelp', counter },
    rate(picked),
    rate(picked),
  ];
  return nth(choices, other) ?? {};
};
const openCounter: Maker = (picked) => {
  const counter = counterIn(picked, 'closed');
  return { type: 'OpenCounter', counter, staff: picked.other % 9 === 0 ? 's1' : `s${counter}` };
};

const cancel: Maker = (picked) => {
  const ticket = ticketIn(picked, 'waiting', 'called', 'missed', 'serving', 'parked', 'preparing');
  const reason = nth(['removed-by-staff', 'cancelled-by-customer', 'walked-out'], picked.pick);
  return { type: 'CancelTicket', ticket: ticket?.number ?? anyTicket(picked), reason };
};
const ORDER_REASONS = ['overcrowded', 'equipment', 'emergency', 'customer-need'];
/** A departure from the posted hours, sometimes until an instant that has passed. */
const order: Maker = ({ book, pick, other }) => {
  const reason = nth(ORDER_REASONS, other);
  const untilAt = Math.max(0, book.factAt + (other - 20) * MINUTE_MS);
  if (other % 16 === 3) return { type: 'PostNextOpening', opensAt: pick < 40 ? null : untilAt };
  if (pick < 40) return { type: 'StopIssuing', reason, ...(pick > 10 && { untilAt }) };
  return pick < 120 ? { type: 'ExtendIssuing', reason, untilAt } : { type: 'ResumeIssuing' };
};

/** Seldom with people in the hall, so that days grow full. */
const closeDay: Maker = ({ book, pick }) => ({
  type: 'CloseDay',
  remaining: pick < 64 || book.live.size === 0 ? 'end-remaining' : 'refuse',
});

/** Seldom round the rule, and sometimes only a look for the customer. */
const miss: Maker = (picked) => {
  const about = onTicket('MissTicket', picked, 'called');
  if (picked.pick % 11 === 5) return { type: 'EscortTicket', ticket: about.ticket };
  const early = nth(['customer-left', 'customer-asked', 'looked-for'], picked.other);
  return { ...about, ...(picked.pick % 7 === 3 && { early }), ...wayOut(picked) };
};
const comeBack: Maker = (picked) => {
  const ticket = ticketIn(picked, 'missed')?.id ?? anyTicket(picked);
  const override = nth(['wrongly-missed', 'needs-care', 'complaint'], picked.other);
  return {
    ...{ type: 'ReturnTicket', ticket },
    ...(picked.pick % 5 === 2 && { override }),
    ...(picked.pick % 4 === 1 && { keepFor: nth(['counter', 'staff'], picked.other) }),
  };
};
/** Mostly at once, seldom on what is no longer the newest version. */
const changeConfiguration: Maker = ({ book, pick, other, at }) => ({
  type: 'ChangeConfiguration',
  config: otherConfig(book.config, pick, other),
  when: nth(['now', 'now', 'next-day', at + 30_000, 'now', at + 600_000], pick + other),
  basedOn: Math.max(1, book.latest - (other % 23 === 0 ? 1 : 0)),
  ...(other % 5 < 2 && { posted: postedFrom(book, pick, other, at) }),
});

const TURNS = [
  [0, 600],
  [1, 2, 5, 400],
  [2, 600],
];
/** Other hours of this day, or none; seldom of a day that it is not. */
const postedFrom = (book: Book, pick: number, other: number, at: Instant): PostedDay => {
  const turns = nth(TURNS, pick) ?? [];
  const own = other % 4 === 2 ? (['lanes', 'services'] as const) : [];
  const posted = pick % 7 === 3 ? null : { preIssue: 5, turns, own };
  const day = pick % 11 === 5 ? '2026-12-24' : book.businessDay;
  return {
    businessDay: BusinessDay.parse(day),
    schedule: scheduleFrom(posted, book.config, at - (other % 5) * MINUTE_MS) ?? null,
  };
};
const configuring: Maker = (picked) =>
  picked.pick % 9 === 0
    ? { type: 'WithdrawConfigurationPlan', basedOn: picked.book.latest }
    : changeConfiguration(picked);

/** Between two days: the hall no longer has the service of somebody who is to go on. */
const withdrawService: Maker = ({ book }) => {
  const index = book.config.services.findIndex(({ id }) => id === book.toCarry[0]?.service);
  const config = otherConfig(book.config, WITHOUT_SERVICE, Math.max(0, index));
  return { type: 'ChangeConfiguration', config, when: 'now', basedOn: book.latest };
};
const finish: Maker = (picked) => ({
  ...onTicket('FinishService', picked, 'serving', 'called'),
  ...wayOut(picked),
});

/** Shares of a hundred; the last one is the opening of a day. */
const KINDS: Kinds = [
  [15, issue],
  [1, order],
  [15, callNext],
  [5, bookingIntent],
  [5, (picked) => onTicket('RecallTicket', picked, 'called')],
  [6, (picked) => onTicket('StartService', picked, 'called')],
  [10, finish],
  [7, miss],
  [6, comeBack],
  [13, visit],
  [4, openCounter],
  [
    2,
    (picked) => ({
      type: 'PauseCounter',
      counter: counterIn(picked, 'open'),
      reason: nth(PauseReason.options, picked.other),
    }),
  ],
  [2, (picked) => ({ type: 'ResumeCounter', counter: counterIn(picked, 'paused') })],
  [3, atCounter],
  [1, (picked) => nth(BESIDE, picked.pick % 8)?.(picked) ?? {}],
  [2, cancel],
  [1, closeDay],
  [1, configuring],
];

const makerOf = (kind: number): Maker => {
  let rest = kind;
  for (const [share, make] of KINDS) {
    if (rest < share) return make;
    rest -= share;
  }
  return issue;
};

const DAY_MS = 86_400_000;
const firstDay = Date.UTC(2026, 10, 21);

/** The nth business day from 2026-11-21. */
const businessDayAt = (index: number): string =>
  new Date(firstDay + index * DAY_MS).toISOString().slice(0, 10);
const indexOf = (day: string): number => Math.round((Date.parse(day) - firstDay) / DAY_MS);

const spansOf = (turns: readonly number[], fromAt: Instant): Span[] =>
  turns.flatMap((turn, i) =>
    i % 2 === 0
      ? [{ fromAt: fromAt + turn * MINUTE_MS, toAt: fromAt + (turns[i + 1] ?? turn) * MINUTE_MS }]
      : [],
  );

/** The posted hours of a day that opens at an instant. */
const scheduleFrom = (posted: Posted, config: HallConfig, at: Instant): Schedule | undefined => {
  if (posted === null) return undefined;
  const { turns, preIssue, own } = posted;
  const late = spansOf(turns.slice(-2), at);
  const [lane, service] = [config.lanes[0]?.id, config.services[0]?.id];
  return {
    issuing: spansOf(turns, at),
    preIssueMs: preIssue * MINUTE_MS,
    ...(own.includes('lanes') && lane && { lanes: { [lane]: late } }),
    ...(own.includes('services') && service && { services: { [service]: late } }),
  };
};

const opening = (
  index: number,
  config: HallConfig,
  { posted, at }: { readonly posted: Posted; readonly at: Instant },
): HallCommand => {
  const schedule = scheduleFrom(posted, config, at);
  const businessDay = BusinessDay.parse(businessDayAt(index));
  return { type: 'OpenDay', businessDay, config, ...(schedule && { schedule }) };
};

/** The last day once more, a later one, or one that is over. */
const openDay = ({ book, pick }: Picked, posted: Posted): HallCommand => {
  const step = [0, 1, 1, 2, -1][pick % 5] ?? 1;
  const begins = { posted, at: book.factAt };
  // The configuration of the first day only: later ones open with what the journal knows.
  const config = otherConfig(book.config, 7, pick);
  return opening(indexOf(book.businessDay) + step, config, begins);
};

type DayKind = { readonly quiet: boolean; readonly posted: Posted };

/** What the intent means in the hall as the book has it. */
export const commandFor = (
  book: Book,
  [kind, pick, other]: Intent,
  { quiet, posted }: DayKind,
  at: Instant,
): HallCommand => {
  const picked = { book, pick, other, at };
  const opens = book.open ? kind === 99 : kind < 50;
  if (!book.open && kind >= 80) return bookingIntent(picked) as HallCommand;
  if (opens) return openDay(picked, posted);
  if (!book.open && kind >= 70 && book.toCarry.length > 0)
    return withdrawService(picked) as HallCommand;
  const make = makerOf(kind);
  const enough = quiet && make === issue && inPhase(book, 'waiting').length > 2;
  // A strict run holds each command against its schema; here that would cost as much as the hall.
  return (enough ? callNext : make)(picked) as HallCommand;
};

export const firstOpening = (config: HallConfig, posted: Posted, at: Instant): HallCommand =>
  opening(0, config, { posted, at });

const WAITS = [0, 20_000, 0, 0, 1, 0, 200, 1_000, 3_000, 10_000, 20_000, 20_000, 30_000, 90_000];
const LONG_WAITS = [180_000, 1_800_000];

/** How long the intent lets pass first, often nothing at all. Units: ms. */
export const waitOf = ([, , , wait]: Intent): number => [...WAITS, ...LONG_WAITS][wait] ?? 0;

const ROLES: readonly Role[] = ['lobby', 'teller', 'supervisor', 'kiosk', 'phone', 'anonymous'];
export const roleOf = ([, pick, other]: Intent): Role => nth(ROLES, pick + other) ?? 'lobby';

/** Keys are sometimes pressed twice; the second press is a command of its own. */
export const pressesOf = ([, pick]: Intent): number => (pick % 19 === 18 ? 2 : 1);
