/** What is wrong at a place of the draft, in the language of the page. */
import { ConfigurationFinding } from '@tingxu/contract/config-faults';
import { useAdmin } from '../admin-context.tsx';
import type { Fault } from '../draft/faults.ts';
import { type AdminI18n, useI18n } from '../texts.ts';

type Words = AdminI18n['t']['adminFaults'];

const MINUTE_MS = 60_000;
const TIMES = ['from', 'to'];
const TEXTS = ['zh-CN', 'zh-HK', 'en', 'label'];

/** A figure in the unit of the field it stands in. */
const figure = (words: Words, path: string, value: number): string => {
  if (path.endsWith('Ms')) {
    return value >= MINUTE_MS
      ? words.minutes(String(value / MINUTE_MS))
      : words.seconds(String(value / 1_000));
  }
  return path.endsWith('Permille') ? words.percent(String(value / 10)) : String(value);
};

const DATED = /^(notices|panels)\./;

const formOf = (words: Words, path: string, last: string): string => {
  if (last === 'id') return words.formOf.id;
  if (last === 'series') return words.formOf.series;
  if (TIMES.includes(last)) return DATED.test(path) ? words.formOf.date : words.formOf.time;
  return TEXTS.includes(last) || /\.values\.\d+$/.test(path) ? words.formOf.text : words.form;
};

export const tellFault = (words: Words, fault: Fault): string => {
  const { path } = fault;
  const last = path.split('.').at(-1) ?? '';
  switch (fault.kind) {
    case 'missing':
      return /Ms$|Permille$|Minutes$|Hour$|Age$/.test(last) ? words.missingNumber : words.missing;
    case 'least':
      return fault.of === 'rows' ? words.leastRows : words.least(figure(words, path, fault.least));
    case 'most':
      if (fault.of === 'rows') return words.mostRows(fault.most);
      if (fault.of === 'text') return words.mostLetters(fault.most);
      return words.most(figure(words, path, fault.most));
    case 'form':
      return formOf(words, path, last);
    case 'rule':
      return words.rule[fault.rule] ?? words.other;
    case 'unknown-member':
      return words.unknownMember(fault.members.join(', '), fault.meant ?? null);
    case 'type':
      return words.type[fault.expected] ?? words.form;
    case 'choice':
      return words.choice(fault.values.join(' / '));
    case 'syntax':
      return words.syntax[fault.code] ?? words.syntaxOther;
    default:
      return fault satisfies never;
  }
};

const INDEX = /\[(\d+)\]/g;

/** What the server found in a file, in the language of the page; null where it says no more than English. */
export const tellFinding = (words: Words, error: unknown): Told | null => {
  const read = ConfigurationFinding.safeParse(error);
  if (!read.success) return null;
  const { line, fault } = read.data;
  const path = read.data.path.replaceAll(INDEX, '.$1');
  return { line, path, text: tellFault(words, { path, ...fault }) };
};

export type Told = { readonly line: number; readonly path: string; readonly text: string };

/** The first fault that stands exactly there. */
export const useFault = (path: string): string | undefined => {
  const { draft } = useAdmin();
  const { t } = useI18n();
  const fault = draft.faults.value.find((one) => one.path === path);
  return fault && tellFault(t.adminFaults, fault);
};
