/** A change of the configuration in plain words, for API, command line and screens. Pure. */
import type {
  ConfigurationConflict,
  ConfigurationDifference,
  Told,
} from '@tingxu/contract/configuration';
import { configuration } from './configuration.ts';
import type { Locale } from './locale.ts';
import { staff } from './staff.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** `1 h 30 min`; parts that are zero are left out. */
const duration = (ms: number, locale: Locale): string => {
  const t = configuration[locale];
  const parts = [
    { count: Math.floor(ms / HOUR_MS), text: t.hours },
    { count: Math.floor((ms % HOUR_MS) / MINUTE_MS), text: t.minutes },
    { count: (ms % MINUTE_MS) / 1_000, text: t.seconds },
  ];
  const told = parts.filter(({ count }) => count > 0).map(({ count, text }) => text(count));
  return told.length > 0 ? told.join(' ') : t.seconds(0);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tellNumber = (key: string, value: number, locale: Locale): string => {
  if (key.endsWith('Ms')) return duration(value, locale);
  if (key === 'passOverPermille') return `${value / 1_000} ×`;
  return key.endsWith('Permille') ? `${value / 10} %` : String(value);
};

const policyName = (value: string, locale: Locale): string =>
  Object.entries(staff[locale].policy).find(([kind]) => kind === value)?.[1] ?? value;

const tellRecord = (value: Readonly<Record<string, unknown>>, locale: Locale): string => {
  const t = configuration[locale];
  const own = value[locale];
  if (typeof own === 'string') return own;
  const members = Object.entries(value).filter(([key]) => key !== 'id');
  return t.list(
    members.map(([key, member]) => `${t.member[key] ?? key} ${tellValue(key, member, locale)}`),
  );
};

/** The value of a member, by what its name says of its unit. */
const tellValue = (key: string, value: unknown, locale: Locale): string => {
  const t = configuration[locale];
  if (typeof value === 'number') return tellNumber(key, value, locale);
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return key === 'kind' ? policyName(value, locale) : value;
  if (Array.isArray(value)) return t.list(value.map((row) => tellValue(key, row, locale)));
  return isRecord(value) ? tellRecord(value, locale) : String(value ?? '');
};

/** `lane vip, promise, target wait`. */
const tellPath = (path: string, locale: Locale): string => {
  const t = configuration[locale];
  const [first = '', ...rest] = path.split('.');
  const part = t.part[first];
  const [id, ...members] = rest;
  const words = (keys: readonly string[]) => keys.map((key) => t.member[key] ?? key);
  if (part !== undefined && id !== undefined) {
    return words(members).reduce(t.under, t.named(part, id));
  }
  return words(rest).reduce(t.under, t.member[first] ?? first);
};

const tellIn = ({ path, what, from, to }: ConfigurationDifference, locale: Locale): string => {
  const t = configuration[locale];
  const subject = tellPath(path, locale);
  const key = path.slice(path.lastIndexOf('.') + 1);
  switch (what) {
    case 'added':
      return t.added(subject, tellValue(key, to, locale));
    case 'removed':
      return t.removed(subject, tellValue(key, from, locale));
    case 'changed':
      return t.changed(subject, tellValue(key, from, locale), tellValue(key, to, locale));
    case 'moved':
      return t.moved(subject, tellValue(key, to, locale));
    default:
      return what satisfies never;
  }
};

const inBoth = (tell: (locale: Locale) => string): Told => ({
  'zh-CN': tell('zh-CN'),
  en: tell('en'),
});

export const tellDifference = (difference: ConfigurationDifference): Told =>
  inBoth((locale) => tellIn(difference, locale));

export const tellConflict = ({ kind, id, tickets }: ConfigurationConflict): Told =>
  inBoth((locale) => {
    const t = configuration[locale];
    return t.conflict[kind](id, t.list(tickets));
  });

export const tellHistory = (
  what: 'changed' | 'planned' | 'postponed' | 'took-effect' | 'withdrawn',
  version: number,
): Told => inBoth((locale) => configuration[locale].history[what](version));
