/** A change of the configuration in plain words, for API, command line and screens. Pure. */
import type { HallConfig } from '@tingxu/contract/config';
import type {
  ConfigurationConflict,
  ConfigurationDifference,
  Told,
} from '@tingxu/contract/configuration';
import { fieldsServices } from './admin-fields-services.ts';
import { fieldsVoice } from './admin-fields-voice.ts';
import { configuration } from './configuration.ts';
import { inEveryLanguage } from './in-every-language.ts';
import { type Locale, textIn } from './locale.ts';
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

const PARTS = ['lanes', 'services', 'counters'] as const;
type Part = (typeof PARTS)[number];

/** What a hall calls its lanes, services and counters; undefined where it knows no such id. */
export type Names = (part: Part, id: string, locale: Locale) => string | undefined;

/** Names of the first of these configurations that has the row. */
export const namesIn =
  (...configs: readonly HallConfig[]): Names =>
  (part, id, locale) => {
    for (const config of configs) {
      if (part === 'counters') {
        const counter = config.counters.find((row) => row.id === id);
        if (counter) return counter.label;
      } else {
        const row = [...config[part]].find((one) => one.id === id);
        if (row) return textIn(row.name, locale);
      }
    }
    return undefined;
  };

/** Members that hold ids, and of what. */
const ID_MEMBERS: Readonly<Record<string, Part>> = {
  ...{ skills: 'services', service: 'services' },
  ...{ lanes: 'lanes', lane: 'lanes', defaultLane: 'lanes' },
};

type Teller = { readonly locale: Locale; readonly names: Names };

const nameOf = ({ names, locale }: Teller, part: Part, id: string): string =>
  names(part, id, locale) ?? id;

/** What can be chosen for a member, in the words of the page where it is chosen. */
export const choicesOf = (key: string, locale: Locale): Readonly<Record<string, string>> => {
  if (key === 'kind') return staff[locale].policy;
  if (key === 'icon') return fieldsServices[locale].icons;
  if (key === 'languages') return fieldsVoice[locale].spokenName;
  return configuration[locale].choice[key] ?? {};
};

const tellText = (key: string, value: string, teller: Teller): string => {
  const { locale } = teller;
  const part = ID_MEMBERS[key];
  if (part) return nameOf(teller, part, value);
  return choicesOf(key, locale)[value] ?? value;
};

/** `key` is the member that holds it: hours of lanes stand under their ids. */
const tellRecord = (
  key: string,
  value: Readonly<Record<string, unknown>>,
  teller: Teller,
): string => {
  const t = configuration[teller.locale];
  const own = value[teller.locale] ?? value['zh-CN'];
  if (typeof own === 'string') return own;
  const { from, to } = value;
  if (typeof from === 'string' && typeof to === 'string') return `${from}–${to}`;
  const part = partOf(key);
  const word = (member: string): string =>
    part ? nameOf(teller, part, member) : (t.member[member] ?? member);
  const members = Object.entries(value).filter(([member]) => member !== 'id');
  return t.list(members.map(([name, inner]) => `${word(name)} ${tellValue(name, inner, teller)}`));
};

/** The value of a member, by what its name says of its unit. */
const tellValue = (key: string, value: unknown, teller: Teller): string => {
  const t = configuration[teller.locale];
  if (typeof value === 'number') return tellNumber(key, value, teller.locale);
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return tellText(key, value, teller);
  if (Array.isArray(value)) {
    return value.length === 0 ? t.nothing : t.list(value.map((row) => tellValue(key, row, teller)));
  }
  return isRecord(value) ? tellRecord(key, value, teller) : String(value ?? '');
};

const partOf = (member: string | undefined): Part | undefined =>
  PARTS.find((part) => part === member);

/** `lane VIP, promise, target wait`; a part may also stand within, as hours of a lane do. */
const tellPath = (path: string, teller: Teller): string => {
  const t = configuration[teller.locale];
  const members = path.split('.');
  const words = members.flatMap((member, i) => {
    const [kind, id] = [t.part[member], members[i + 1]];
    if (kind !== undefined && id !== undefined) {
      const part = partOf(member);
      return [t.named(kind, part ? nameOf(teller, part, id) : id)];
    }
    // The id was told with its part.
    return t.part[members[i - 1] ?? ''] === undefined ? [t.member[member] ?? member] : [];
  });
  return words.reduce(t.under);
};

const tellIn = (difference: ConfigurationDifference, teller: Teller): string => {
  const { path, what, from, to } = difference;
  const t = configuration[teller.locale];
  const subject = tellPath(path, teller);
  const key = path.slice(path.lastIndexOf('.') + 1);
  switch (what) {
    case 'added':
      return t.added(subject, tellValue(key, to, teller));
    case 'removed':
      // Of a whole row its name says enough.
      return t.removed(subject, isRecord(from) ? '' : tellValue(key, from, teller));
    case 'changed':
      return t.changed(subject, tellValue(key, from, teller), tellValue(key, to, teller));
    case 'moved':
      return t.moved(subject, tellMoved(path, to, teller));
    default:
      return what satisfies never;
  }
};

/** The new order, by names. */
const tellMoved = (path: string, ids: unknown, teller: Teller): string => {
  const part = partOf(path);
  const t = configuration[teller.locale];
  if (!part || !Array.isArray(ids)) return tellValue(path, ids, teller);
  return t.list(ids.map((id) => nameOf(teller, part, String(id))));
};

export const tellDifference = (difference: ConfigurationDifference, names: Names): Told =>
  inEveryLanguage((locale) => tellIn(difference, { locale, names }));

/** Of a setting that does nothing as the others stand. Rules: CONF-8. */
export const tellIdle = (path: string, names: Names): Told =>
  inEveryLanguage((locale) => configuration[locale].idle(tellPath(path, { locale, names })));

/** Of a quiet that is not kept as long as it is said. Rules: CARE-4, CONF-8. */
export const tellQuiet = (path: string, names: Names): Told =>
  inEveryLanguage((locale) => configuration[locale].quiet(tellPath(path, { locale, names })));

/** Of a counter's label that has nothing for the clips to say. Rules: VOICE-12. */
export const tellUnread = (path: string, names: Names): Told =>
  inEveryLanguage((locale) => configuration[locale].unread(tellPath(path, { locale, names })));

const CONFLICT_PARTS: Readonly<Record<ConfigurationConflict['kind'], Part | null>> = {
  ...{ hall: null, zone: null, 'cut-over': null },
  ...{ lane: 'lanes', service: 'services', unserved: 'services', counter: 'counters' },
};

export const tellConflict = ({ kind, id, tickets }: ConfigurationConflict, names: Names): Told =>
  inEveryLanguage((locale) => {
    const t = configuration[locale];
    const part = CONFLICT_PARTS[kind];
    const name = part ? nameOf({ names, locale }, part, id) : id;
    return t.conflict[kind](name, t.list(tickets));
  });

export const tellHistory = (
  what: 'changed' | 'planned' | 'postponed' | 'took-effect' | 'withdrawn',
  version: number,
): Told => inEveryLanguage((locale) => configuration[locale].history[what](version));
