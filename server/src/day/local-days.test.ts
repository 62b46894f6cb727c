import { expect, it } from 'vitest';
import { businessDayAt, cutOverBefore, type DayRule, nextCutOver } from './business-day.ts';

/** From, so that the days of 23 and 25 hours of each zone are in the twenty years. */
const ZONES: readonly (readonly [zone: string, from: number])[] = [
  ['Europe/Berlin', 2010],
  ['Africa/Cairo', 2006],
  ['Asia/Shanghai', 1980],
  ['America/New_York', 2010],
  ['Australia/Lord_Howe', 2010],
  ['America/St_Johns', 1998],
  ['Antarctica/Troll', 2005],
];
const DAY_MS = 86_400_000;

const known = new Map<string, ReadonlyMap<string, number>>();

/** Local calendar days with the hours that the zone's own clock shows on them, by Intl alone. */
const lengthsOf = (zone: string, from: number): ReadonlyMap<string, number> => {
  const made = known.get(zone);
  if (made) return made;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const lengths = new Map<string, number>();
  const end = Date.UTC(from + 20, 0, 2);
  for (let at = Date.UTC(from, 0, 1); at < end; at += 1_800_000) {
    const day = format.format(at);
    lengths.set(day, (lengths.get(day) ?? 0) + 0.5);
  }
  known.set(zone, lengths);
  return lengths;
};

/** The business days that begin one after the other, from the one that has begun at an instant. */
const walk = (rule: DayRule, from: number, count: number): readonly string[] => {
  let at = cutOverBefore(rule, from);
  return Array.from({ length: count }, () => {
    const day = businessDayAt(rule, at);
    const next = nextCutOver(rule, at);
    expect(businessDayAt(rule, next - 1), `${rule.zone} ${rule.cutOverHour} ${day}`).toBe(day);
    at = next;
    return day;
  });
};

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

it.each(ZONES)(
  'TIME-2 gives each local day of twenty years in %s one business day',
  (zone, from) => {
    const lengths = lengthsOf(zone, from);
    const days = [...lengths.keys()].slice(2, -2);
    for (const cutOverHour of [4]) {
      const found = walk({ zone, cutOverHour }, noonOf(days[0] ?? ''), days.length);
      expect(found.slice(1, -1)).toEqual(days.slice(days.indexOf(found[1] ?? '')).slice(0, -1));
    }
  },
);

it.each(ZONES)(
  'TIME-2 does so at any cut-over hour around the days of 23 and 25 hours in %s',
  (zone, from) => {
    const lengths = lengthsOf(zone, from);
    const days = [...lengths.keys()].slice(4, -4);
    const odd = days.filter((day) => lengths.get(day) !== 24);
    expect(odd.length).toBeGreaterThan(5);
    for (const day of odd.slice(0, 8)) {
      const week = days.slice(days.indexOf(day) - 3, days.indexOf(day) + 4);
      for (let cutOverHour = 0; cutOverHour < 24; cutOverHour += 1) {
        const found = walk({ zone, cutOverHour }, noonOf(week[0] ?? '') - DAY_MS, 10);
        const begins = found.indexOf(week[0] ?? '');
        expect(found.slice(begins, begins + 7), `${zone} ${cutOverHour}`).toEqual(week);
      }
    }
  },
);
