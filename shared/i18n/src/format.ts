/**
 * Times, durations, ranges and counts for people. Pure: the zone and the language are arguments.
 * Units: instants are epoch ms, durations ms.
 */
import type { PublicLocale } from './locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const isChinese = (locale: PublicLocale): boolean => locale !== 'en';

/** Words around figures. */
type Words = {
  readonly tomorrow: string;
  readonly todayAt: (time: string) => string;
  readonly tomorrowAt: (weekday: string, time: string) => string;
  readonly minutes: string;
  readonly hours: string;
  readonly underMinute: string;
  readonly hoursAndMinutes: (hours: number, minutes: number) => string;
  readonly unknownWait: string;
  readonly within: (wait: string) => string;
  /** Where there is little room. */
  readonly atMost: (wait: string) => string;
  readonly about: (wait: string) => string;
  readonly ahead: (people: number) => string;
  readonly people: (people: number) => string;
};

const WORDS: Readonly<Record<PublicLocale, Words>> = {
  'zh-CN': {
    ...{ tomorrow: '明天', minutes: '分钟', hours: '小时' },
    todayAt: (time) => `今天 ${time}`,
    tomorrowAt: (weekday, time) => `明天（${weekday}）${time}`,
    underMinute: '不到 1 分钟',
    hoursAndMinutes: (hours, minutes) => `${hours} 小时 ${minutes} 分`,
    unknownWait: '暂时无法预计',
    within: (wait) => `${wait}以内`,
    atMost: (wait) => `${wait}以内`,
    about: (wait) => `约 ${wait}`,
    ahead: (people) => (people === 0 ? '前面没有人' : `前面还有 ${people} 人`),
    people: (people) => `${people} 人`,
  },
  'zh-HK': {
    ...{ tomorrow: '明天', minutes: '分鐘', hours: '小時' },
    todayAt: (time) => `今日 ${time}`,
    tomorrowAt: (weekday, time) => `明天（${weekday}）${time}`,
    underMinute: '不足 1 分鐘',
    hoursAndMinutes: (hours, minutes) => `${hours} 小時 ${minutes} 分`,
    unknownWait: '暫時未能預計',
    within: (wait) => `${wait}內`,
    atMost: (wait) => `${wait}內`,
    about: (wait) => `約 ${wait}`,
    ahead: (people) => (people === 0 ? '前面無人' : `前面尚有 ${people} 人`),
    people: (people) => `${people} 人`,
  },
  en: {
    ...{ tomorrow: 'tomorrow', minutes: 'min', hours: 'h' },
    todayAt: (time) => `${time} today`,
    tomorrowAt: (weekday, time) => `${time} tomorrow (${weekday})`,
    underMinute: 'under 1 min',
    hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
    unknownWait: 'no estimate yet',
    within: (wait) => `within ${wait}`,
    atMost: (wait) => `max ${wait}`,
    about: (wait) => `about ${wait}`,
    ahead: (people) => {
      if (people === 0) return 'nobody ahead of you';
      return people === 1 ? '1 person ahead of you' : `${people} people ahead of you`;
    },
    people: (people) => (people === 1 ? '1 person' : `${people} people`),
  },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: PublicLocale,
  zone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${name}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    ...options,
  });
  formatters.set(key, made);
  return made;
}

/** Time of day with seconds by the hall's zone: `09:30:05`. */
export function formatClock(at: number, zone: string, locale: PublicLocale): string {
  return formatter(locale, zone, 'clock', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Time of day by the hall's zone: `09:30`. */
export function formatTime(at: number, zone: string, locale: PublicLocale): string {
  return formatter(locale, zone, 'time', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Calendar date by the hall's zone: `2026年11月21日 星期六`, `Sat 21 Nov 2026`. */
export function formatDate(at: number, zone: string, locale: PublicLocale): string {
  const day = formatter(locale, zone, 'date', {
    year: 'numeric',
    month: isChinese(locale) ? 'long' : 'short',
    day: 'numeric',
  }).format(at);
  const weekday = formatter(locale, zone, 'weekday', {
    weekday: isChinese(locale) ? 'long' : 'short',
  }).format(at);
  return isChinese(locale) ? `${day} ${weekday}` : `${weekday} ${day}`;
}

const formatWeekday = (at: number, zone: string, locale: PublicLocale): string =>
  formatter(locale, zone, 'weekday-short', { weekday: 'short' }).format(at);

/** The date without the year, for narrow places: `11月21日 周六`, `Sat 21 Nov`. */
export function formatDay(at: number, zone: string, locale: PublicLocale): string {
  const day = formatMonthDay(at, zone, locale);
  const weekday = formatWeekday(at, zone, locale);
  return isChinese(locale) ? `${day} ${weekday}` : `${weekday} ${day}`;
}

/** Month and day alone, for the narrowest places: `11月21日`, `21 Nov`. */
export function formatMonthDay(at: number, zone: string, locale: PublicLocale): string {
  return formatter(locale, zone, 'day', {
    month: isChinese(locale) ? 'long' : 'short',
    day: 'numeric',
  }).format(at);
}

/** Calendar day of the hall's zone, to compare by: `2026-11-21`. */
const dayKey = (at: number, zone: string): string =>
  formatter('en', zone, 'day-key', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

/**
 * An instant to come, with its day where that is not today: `14:30`, `明天 09:00`,
 * `11月24日周二 09:00`; `tomorrow 09:00`, `Tue 24 Nov 09:00`.
 */
export function formatWhen(at: number, now: number, zone: string, locale: PublicLocale): string {
  const time = formatTime(at, zone, locale);
  if (dayKey(at, zone) === dayKey(now, zone)) return time;
  const isTomorrow = dayKey(at, zone) === dayKey(now + 24 * HOUR, zone);
  return `${isTomorrow ? WORDS[locale].tomorrow : formatDay(at, zone, locale)} ${time}`;
}

/**
 * When the hall opens, for people who stand before it: always with the day. `今天 09:00`, `明天（周二）09:00`,
 * `11月30日周一 09:00`; `09:00 today`, `09:00 tomorrow (Tue)`, `Mon 30 Nov 09:00`.
 */
export function formatOpening(at: number, now: number, zone: string, locale: PublicLocale): string {
  const time = formatTime(at, zone, locale);
  const day = dayKey(at, zone);
  if (day === dayKey(now, zone)) return WORDS[locale].todayAt(time);
  if (day !== dayKey(now + 24 * HOUR, zone)) return formatWhen(at, now, zone, locale);
  return WORDS[locale].tomorrowAt(formatWeekday(at, zone, locale), time);
}

/** A running timer: `04:32`, from an hour on `1:04:32`. Negative durations read as zero. */
export function formatElapsed(durationMs: number): string {
  const seconds = Math.floor(Math.max(0, durationMs) / 1000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const tail = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return seconds < 3600 ? tail : `${Math.floor(seconds / 3600)}:${tail}`;
}

/** A duration in whole minutes, cut down: `12 分钟`, `1 小时 5 分`; `12 min`, `1 h 5 min`. */
export function formatAge(durationMs: number, locale: PublicLocale): string {
  const words = WORDS[locale];
  const minutes = Math.floor(Math.max(0, durationMs) / MINUTE);
  if (minutes < 1) return words.underMinute;
  if (minutes < 60) return `${minutes} ${words.minutes}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `${hours} ${words.hours}` : words.hoursAndMinutes(hours, rest);
}

export type WaitRangeMs = { readonly lowMs: number; readonly highMs: number };

/** Coarser steps for longer waits: a wait of 47 to 53 minutes claims a precision nobody has. */
function stepMs(highMs: number): number {
  if (highMs <= 15 * MINUTE) return MINUTE;
  return highMs <= 2 * HOUR ? 5 * MINUTE : 30 * MINUTE;
}

type WaitFigures = { readonly figures: string; readonly hours: boolean; readonly within: boolean };

/** Rounded outwards; over two hours in half hours. */
function waitFigures(wait: WaitRangeMs): WaitFigures {
  const step = stepMs(wait.highMs);
  const low = Math.floor(wait.lowMs / step) * step;
  const high = Math.max(step, Math.ceil(wait.highMs / step) * step);
  const hours = high > 2 * HOUR;
  const unitMs = hours ? HOUR : MINUTE;
  const within = low <= 0;
  const single = within || low === high;
  const figures = single ? `${high / unitMs}` : `${low / unitMs}–${high / unitMs}`;
  return { figures, hours, within };
}

/**
 * A wait told to a person, always rounded outwards so that the range stays true: `约 5–10 分钟`,
 * `about 5–10 min`; from zero `10 分钟以内`, over two hours in half hours; null when nobody can say.
 */
export function formatWait(wait: WaitRangeMs | null, locale: PublicLocale): string {
  const words = WORDS[locale];
  if (!wait) return words.unknownWait;
  const { figures, hours, within } = waitFigures(wait);
  const told = `${figures} ${hours ? words.hours : words.minutes}`;
  return within ? words.within(told) : words.about(told);
}

/** The same range for narrow places: `5–10 分钟`, `10 分钟以内`; `5–10 min`, `within 10 min`; `—` when unknown. */
export function formatWaitShort(wait: WaitRangeMs | null, locale: PublicLocale): string {
  if (!wait) return '—';
  const words = WORDS[locale];
  const { figures, hours, within } = waitFigures(wait);
  const told = `${figures} ${hours ? words.hours : words.minutes}`;
  return within ? words.atMost(told) : told;
}

/** The same range in minutes for a column that names its unit: `5–30`, `≤ 4`; `—` when unknown. */
export function formatWaitMinutes(wait: WaitRangeMs | null): string {
  if (!wait) return '—';
  const step = stepMs(wait.highMs);
  const low = (Math.floor(wait.lowMs / step) * step) / MINUTE;
  const high = Math.max(step, Math.ceil(wait.highMs / step) * step) / MINUTE;
  if (low <= 0) return `≤ ${high}`;
  return low === high ? `${high}` : `${low}–${high}`;
}

/** `前面还有 3 人`, `3 people ahead of you`. */
export function formatAhead(people: number, locale: PublicLocale): string {
  return WORDS[locale].ahead(people);
}

/** `12 人`, `12 people`. */
export function formatPeople(people: number, locale: PublicLocale): string {
  return WORDS[locale].people(people);
}

/** A share as a whole percentage, cut down so that 99.6 % never reads as all; `—` when there is nothing to divide. */
export function formatShare(part: number, whole: number): string {
  return whole <= 0 ? '—' : `${Math.floor((part / whole) * 100)}%`;
}
