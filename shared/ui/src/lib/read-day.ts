/** A day as a hand types it, as ISO has it; anything else as it stands, for whoever judges it. Pure. */
const DAY = /^(\d{4})(?:\D?(\d{2})\D?(\d{2})|\D(\d{1,2})\D(\d{1,2}))\D?$/;

const isOnCalendar = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
};

/** Also empty, which is no day. */
export const isDayOrNone = (text: string): boolean => text === '' || isOnCalendar(text);

/** `20261123`, `2026/11/23`, `2026年11月23日` and `2026-11-3` are days; the end of February is looked up. */
export const readDay = (typed: string): string => {
  const text = typed.trim();
  const [, year, month, date, shortMonth, shortDate] = DAY.exec(text) ?? [];
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const day = `${year ?? ''}-${two(month ?? shortMonth)}-${two(date ?? shortDate)}`;
  return isOnCalendar(day) ? day : text;
};
