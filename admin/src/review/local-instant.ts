/** A local time of the hall's zone, as the field for it holds it, and the instant that it means. Pure. */

const MINUTE_MS = 60_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** What the clocks of the zone are ahead of UTC by. Units: ms. */
const offsetAt = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return local - Math.floor(at / MINUTE_MS) * MINUTE_MS;
};

/** Null when it is no time; one that a change of the clocks leaves out is the one after it. */
export const instantOf = (text: string, zone: string): number | null => {
  const [, year, month, day, hour, minute] = FORM.exec(text) ?? [];
  if (minute === undefined) return null;
  const local = Date.UTC(
    ...([Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)] as const),
  );
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
};
