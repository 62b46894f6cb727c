/** What a simulation found, as figures and as lines. */
import { MARKS } from './marks.ts';
import type { DayRecord, Year } from './simulate-year.ts';

export type YearFigures = {
  readonly seed: number;
  readonly days: number;
  readonly tickets: number;
  readonly commands: number;
  readonly events: number;
  readonly minutes: number;
  readonly hash: string;
  readonly runs: number;
  readonly sameHash: boolean;
  /** Opening hours of the days ÷ time on the processor, checks and all. */
  readonly timesRealTime: number;
  /** The same from midnight to midnight. */
  readonly timesCalendar: number;
  /** Days of 20 counters and some 1,500 tickets. Units: ms on the processor. Source: DS-16. */
  readonly busyDay: {
    readonly days: number;
    readonly meanMs: number;
    readonly meanTickets: number;
  };
  readonly marks: number;
  readonly missedMarks: readonly string[];
  readonly seen: Readonly<Record<string, number>>;
};

const sum = (days: readonly DayRecord[], of: (day: DayRecord) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

const DAY_MS = 86_400_000;

export const figuresOf = (years: readonly Year[], missed: readonly string[]): YearFigures => {
  const [first] = years;
  if (!first) throw new Error('no year was simulated');
  const days = years.flatMap((year) => year.days);
  const busy = days.filter(({ kind }) => kind === 'busy');
  const cpuMs = sum(days, (day) => day.cpuMs);
  return {
    seed: first.seed,
    days: first.days.length,
    tickets: sum(first.days, (day) => day.tickets),
    commands: sum(first.days, (day) => day.commands),
    events: first.events,
    minutes: first.minutes,
    hash: first.hash,
    runs: years.length,
    sameHash: years.every(({ hash }) => hash === first.hash),
    timesRealTime: Math.round(sum(days, (day) => day.openMs) / cpuMs),
    timesCalendar: Math.round((days.length * DAY_MS) / cpuMs),
    busyDay: {
      days: busy.length,
      meanMs: Math.round(sum(busy, (day) => day.cpuMs) / Math.max(1, busy.length)),
      meanTickets: Math.round(sum(busy, (day) => day.tickets) / Math.max(1, busy.length)),
    },
    marks: MARKS.length,
    missedMarks: missed,
    seen: Object.fromEntries([...first.seen].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};

/** The branches that came up least: how near a shorter run would be to missing one. */
const rarest = ({ seen }: YearFigures): string =>
  MARKS.flatMap((mark) => (seen[mark] === undefined ? [] : [[mark, seen[mark]] as const]))
    .sort(([, a], [, b]) => a - b)
    .slice(0, 4)
    .map(([mark, times]) => `${mark} ${times} ×`)
    .join(', ');

const grouped = (value: number): string => value.toLocaleString('en');

export const linesOf = (figures: YearFigures): string[] => {
  const { busyDay, missedMarks, marks, runs, sameHash } = figures;
  return [
    `${grouped(figures.tickets)} tickets, ${grouped(figures.commands)} commands, ${grouped(figures.events)} events, the whole hall checked in ${grouped(figures.minutes)} minutes`,
    `hash ${figures.hash}`,
    runs < 2
      ? 'run once: no hash to compare'
      : `${sameHash ? '✓' : '✗'} ${runs} runs, ${sameHash ? 'the same hash' : 'different hashes'}`,
    `${grouped(figures.timesRealTime)} × real time in opening hours, ${grouped(figures.timesCalendar)} × by the calendar (time on the processor, checks and all)`,
    `a day of 20 counters: ${grouped(busyDay.meanTickets)} tickets in ${busyDay.meanMs} ms, mean of ${busyDay.days}`,
    missedMarks.length === 0
      ? `✓ branches taken: none missed of ${marks}, the rarest ${rarest(figures)}`
      : `✗ branches never taken: ${missedMarks.join(', ')}`,
  ];
};

export const progressOf = (day: DayRecord, days: number): string =>
  `day ${day.index + 1}/${days} ${day.kind}: ${day.tickets} tickets, ${day.commands} commands, ${Math.round(day.cpuMs)} ms`;
