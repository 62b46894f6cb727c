/** What is wrong with posted hours beyond their form. Rules: HOURS-1, HOURS-7. */
import type { HoursConfig, PostedInterval, PostedWeek } from './hours.ts';

type Row = { readonly id: string };
type Hall = {
  readonly hours?: HoursConfig | undefined;
  readonly cutOverHour: number;
  readonly lanes: readonly Row[];
  readonly services: readonly Row[];
};
type Fault = { readonly path: (string | number)[]; readonly message: string };

/** Of 30 February, `Date` makes another day. */
const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isFinite(at.getTime()) && at.toISOString().slice(0, 10) === day;
};

/** Minutes from the cut-over hour, at which the business day begins. */
const minuteOfDay = (time: string, cutOverHour: number): number => {
  const [hour = '0', minute = '0'] = time.split(':');
  return (Number(hour) * 60 + Number(minute) - cutOverHour * 60 + 1_440) % 1_440;
};

const inOrder = (rows: readonly PostedInterval[], cutOverHour: number): boolean => {
  let last = 0;
  return rows.every(({ from, to }) => {
    const [begins, ends] = [minuteOfDay(from, cutOverHour), minuteOfDay(to, cutOverHour) || 1_440];
    const fits = begins >= last && begins < ends;
    last = ends;
    return fits;
  });
};

const NO_DAY = 'no day of the calendar';

const daysThatAreNone = (holidays: Readonly<Record<string, unknown>>): Fault[] =>
  Object.keys(holidays).flatMap((day) =>
    isDay(day) ? [] : [{ path: ['hours', 'holidays', day], message: NO_DAY }],
  );

const UNORDERED = 'posted hours overlap, run backwards or cross the cut-over hour';

const unordered = (
  table: Readonly<Record<string, readonly PostedInterval[] | undefined>>,
  cutOverHour: number,
  path: (string | number)[],
): Fault[] =>
  Object.entries(table).flatMap(([name, rows]) =>
    inOrder(rows ?? [], cutOverHour) ? [] : [{ path: [...path, name], message: UNORDERED }],
  );

const ofOwn = (
  weeks: Readonly<Record<string, PostedWeek>>,
  known: readonly Row[],
  cutOverHour: number,
  what: 'lanes' | 'services',
): Fault[] =>
  Object.entries(weeks).flatMap(([id, week]) => {
    const path = ['hours', what, id];
    const message = `posted hours name one of the ${what} that is none of this hall`;
    const stranger = known.some((row) => row.id === id) ? [] : [{ path, message }];
    return [...stranger, ...unordered(week, cutOverHour, path)];
  });

/** Each fault where it stands. */
export const hoursFaults = ({ hours, cutOverHour, lanes, services }: Hall): Fault[] =>
  hours
    ? [
        ...unordered(hours.week, cutOverHour, ['hours', 'week']),
        ...daysThatAreNone(hours.holidays ?? {}),
        ...unordered(hours.holidays ?? {}, cutOverHour, ['hours', 'holidays']),
        ...ofOwn(hours.lanes ?? {}, lanes, cutOverHour, 'lanes'),
        ...ofOwn(hours.services ?? {}, services, cutOverHour, 'services'),
      ]
    : [];
