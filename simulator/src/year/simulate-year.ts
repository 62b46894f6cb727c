/**
 * A year of random halls through the pure core, deterministic by its seed, with a second account of
 * it (the model's book) beside. What is checked when:
 * - each fact and each refusal, when it happens: INV-02, INV-03, INV-04, INV-05, INV-06, INV-13 and
 *   every rule that the book knows;
 * - each simulated minute: the whole hall against the book, INV-11;
 * - each day's end: statistics equal totals (STAT-1), everybody was called or has a reason, INV-12; the day folded again from its
 *   journal is the same hall and every call is decided again, INV-09, INV-10, PROOF-1.
 * Source: quality.md DS-14, DS-15, DS-16.
 */
import { createHash, type Hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { chanceOf } from '@tingxu/chance/chance';
import { type HallCommand, OpenDay } from '@tingxu/contract/commands';
import type { Schedule } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import type { DayStatistics } from '@tingxu/contract/statistics';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import { statisticsFold } from '@tingxu/hall/statistics';
import { agree } from '@tingxu/hall/testing/agree';
import { must } from '@tingxu/hall/testing/book';
import {
  CORE,
  type Core,
  closeUp,
  drain,
  newRun,
  type Run,
  send,
} from '@tingxu/hall/testing/model-run';
import { callDifferences } from '@tingxu/hall/verify-call';
import { emptyAgenda } from '../drive/agenda.ts';
import { type DayPlan, dayPlan } from './day-plan.ts';
import { endWork, type Happening, happen, type SimulatedDay } from './people.ts';

export type DayRecord = {
  readonly index: number;
  readonly kind: DayPlan['kind'];
  readonly tickets: number;
  readonly commands: number;
  readonly openMs: number;
  /** What the day took on the processor. Units: ms. */
  readonly cpuMs: number;
};

export type Year = {
  readonly seed: number;
  readonly days: readonly DayRecord[];
  readonly minutes: number;
  readonly events: number;
  /** SHA-256 over every event and instant of the year, in order. */
  readonly hash: string;
  readonly seen: ReadonlyMap<string, number>;
};

export type YearOptions = {
  readonly seed: number;
  readonly days: number;
  readonly core?: Core;
  /** Told after each day. */
  readonly onDay?: (day: DayRecord) => void;
};

const DAY_MS = 86_400_000;

const MINUTE_MS = 60_000;

/** Issuing from a while after the opening to a while before the end. Rules: HOURS-2. */
const postedHours = (at: Instant, { postsHours, openMs }: DayPlan): { schedule?: Schedule } => {
  const span = { fromAt: at + 20 * MINUTE_MS, toAt: at + openMs - 40 * MINUTE_MS };
  return postsHours ? { schedule: { issuing: [span], preIssueMs: 5 * MINUTE_MS } } : {};
};

/** The opening of the next day, on the morning after, by another configuration. Rules: CONF-1. */
const openNext = (run: Run, plan: DayPlan): void => {
  const { config } = plan;
  run.at = (Math.floor(run.at / DAY_MS) + 1) * DAY_MS + DAY_MS / 3;
  const last = run.book?.businessDay ?? '2026-11-21';
  const businessDay = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
  const basedOn = run.hall.configuration.latest;
  send(run, { type: 'ChangeConfiguration', config, when: 'next-day', basedOn }, 'supervisor');
  const posted = postedHours(run.at, plan);
  const command: HallCommand = OpenDay.parse({ type: 'OpenDay', businessDay, config, ...posted });
  // A day that is over never comes again. Rules: DAY-2.
  const over = new Date(Date.parse(last) - DAY_MS).toISOString().slice(0, 10);
  send(run, OpenDay.parse({ ...command, businessDay: over }), 'supervisor');
  must(send(run, command, 'supervisor') !== null, 'DAY-2', `${businessDay} does not open`);
  const inForce = run.hall.day?.config.counters.length;
  must(inForce === config.counters.length, 'CONF-1', 'the day opens by another configuration');
};

/**
 * INV-09, INV-10, PROOF-1: the day's journal, as it was written down, leads to the same hall. What is
 * written goes into the hash of the year.
 */
const foldAgain = (run: Run, before: HallState, hash: Hash): void => {
  let hall = before;
  let last = 0;
  const statistics = statisticsFold();
  for (const { at, event } of run.journal) {
    must(at >= last, 'INV-09', 'time runs backwards');
    last = at;
    statistics.add({ at, event });
    const text = JSON.stringify(event);
    hash.update(`${at} ${text}\n`);
    if (event.type === 'TicketCalled') {
      const differences = callDifferences(hall, event, at);
      must(differences.length === 0, 'PROOF-1', () => JSON.stringify(differences));
    }
    hall = run.core.evolve(hall, JSON.parse(text), at);
  }
  must(isDeepStrictEqual(hall, run.hall), 'INV-10', 'the journal folds into another hall');
  agreeOnStatistics(statistics.figures(), run.hall);
};

/** STAT-1: the statistics of the day's events are the totals of the hall. */
const agreeOnStatistics = (figures: DayStatistics | null, hall: HallState): void => {
  for (const [lane, row] of Object.entries(hall.totals)) {
    const own = figures?.lanes[row.lane];
    const same =
      own?.issued === row.issued &&
      own.entered === row.entered &&
      (own.ended.served ?? 0) === row.served &&
      (own.ended['no-show'] ?? 0) === row.noShow &&
      own.waits.sumMs === row.waitSumMs &&
      own.passedOverMax === row.passedOverMax;
    must(same, 'INV-11', () => `${lane}: ${JSON.stringify([own, row])}`);
  }
};

const liveThrough = (run: Run, plan: DayPlan, seed: number): SimulatedDay => {
  const agenda = emptyAgenda<Happening>();
  const closesAt = run.at + plan.openMs;
  const day: SimulatedDay = {
    ...{ run, plan, chance: chanceOf(seed), agenda, closesAt },
    ...{ absent: new Set(), unstarted: new Set(), idle: new Set(), minutes: 0 },
  };
  agenda.add(run.at, 0, { kind: 'minute' });
  agenda.add(run.at + 1, 0, { kind: 'arrival' });
  if (plan.straysPerMinute > 0) agenda.add(run.at + 2, 0, { kind: 'stray' });
  for (const { id } of plan.config.counters) agenda.add(run.at + 3, 0, { kind: 'counter', id });
  for (let next = agenda.next(); next && next.at <= closesAt; next = agenda.next()) {
    run.at = Math.max(run.at, next.at);
    happen(day, next.what);
  }
  if (plan.ends === 'rolled-over') endWork(day);
  return day;
};

const note = (run: Run, what: string): void =>
  void run.seen.set(what, (run.seen.get(what) ?? 0) + 1);

/** Marks beside those that the model itself sets. */
const markDay = (run: Run, plan: DayPlan): void => {
  note(run, `policy ${plan.config.policy.kind}`);
  note(run, `${plan.kind === 'absurd' ? 'an' : 'a'} ${plan.kind} day`);
  for (const { event } of run.journal) {
    if (event.type === 'CounterPaused') note(run, `paused for ${event.reason}`);
    if (event.type === 'TicketLeft' || event.type === 'TicketCancelled') {
      note(run, `ended as ${event.reason}`);
    }
  }
};

const endDay = (run: Run, { ends }: DayPlan): void => {
  if (run.book && !run.book.open) return;
  if (ends === 'drained') {
    drain(run);
    closeUp(run);
    note(run, 'a day drained');
  } else {
    if ((run.book?.live.size ?? 0) > 0) note(run, 'a day rolled over with people in the hall');
    const closed = send(run, { type: 'CloseDay', remaining: 'end-remaining' }, 'supervisor');
    must(closed !== null, 'DAY-4', 'the day does not close');
  }
};

const cpuMsNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Rejects: throws at the first thing that may not be, with the invariant's id and the seed's day. */
export const simulateYear = ({ seed, days, core = CORE, onDay }: YearOptions): Year => {
  const hash = createHash('sha256');
  const records: DayRecord[] = [];
  let [minutes, events] = [0, 0];
  let run: Run | null = null;
  for (let index = 0; index < days; index += 1) {
    const startedMs = cpuMsNow();
    const plan = dayPlan(seed, index);
    const before: HallState | null = run?.hall ?? null;
    const commands = run?.commands ?? 0;
    if (run === null) run = newRun(plan, core, { agreeSeldom: true });
    else openNext(run, plan);
    const first = before ?? emptyHall(plan.config.hall);
    minutes += liveThrough(run, plan, seed + index).minutes;
    endDay(run, plan);
    if (run.book) agree(run.book, run.hall);
    foldAgain(run, first, hash);
    markDay(run, plan);
    events += run.journal.length;
    const tickets = run.book?.tickets.size ?? 0;
    run.journal.length = 0;
    const cpuMs = cpuMsNow() - startedMs;
    const { kind, openMs } = plan;
    const record = { index, kind, tickets, commands: run.commands - commands, openMs, cpuMs };
    records.push(record);
    onDay?.(record);
  }
  const seen = run?.seen ?? new Map<string, number>();
  return { seed, days: records, minutes, events, hash: hash.digest('hex'), seen };
};
