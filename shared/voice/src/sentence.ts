/**
 * What is said, as names of clips and as words: one function per language. Nothing but numbers, counters
 * and fixed sentences, so no name of a customer can be said. Rules: VOICE-12. Source: product.md 4.4.
 */
import type { PublicLocale } from '@tingxu/contract/locale';
import { type AskedKind, COMMA } from '@tingxu/contract/voice';

/** `counter` is its id, `label` what the board says. */
export type SaidCall = {
  readonly number: string;
  readonly counter: string;
  readonly label: string;
};
export type SaidAsked = { readonly what: AskedKind; readonly numbers: readonly string[] };

export type Manner = {
  /** How 1 is read in a Mandarin number. */
  readonly one: 'yi' | 'yao';
  /** Whether the pack has a recording of this name in this language. */
  readonly has: (clip: string) => boolean;
};

export type Sentence = { readonly clips: readonly string[]; readonly words: string };

/** Letters and digits of a number or a label, one by one; whatever else stands there is not read. */
const spelled = (text: string): readonly string[] =>
  [...text.toUpperCase()].filter((sign) => /[A-Z0-9]/.test(sign));

const spelledClip = (sign: string, one: 'yi' | 'yao'): string => {
  if (sign === '1' && one === 'yao') return 'yao';
  return /\d/.test(sign) ? `d${sign}` : `letter-${sign.toLowerCase()}`;
};

/** The digits of a ticket's number, one by one. */
export const numberClips = (
  number: string,
  language: PublicLocale,
  { one }: Manner,
): readonly string[] =>
  spelled(number).map((sign) => spelledClip(sign, language === 'zh-CN' ? one : 'yi'));

/** 1 to 99 in Chinese: 12 is ten-two, 20 two-ten. */
const chineseCount = (count: number): readonly string[] => {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? [] : [...(tens === 1 ? [] : [`d${tens}`]), 'ten'];
  return [...ten, ...(ones === 0 ? [] : [`d${ones}`])];
};

const englishCount = (count: number): readonly string[] => {
  if (count < 10) return [`d${count}`];
  if (count < 20) return [`n${count}`];
  const ones = count % 10;
  return [`n${count - ones}`, ...(ones === 0 ? [] : [`d${ones}`])];
};

/** A counter's label: a count where it is one of two digits at most, else sign by sign. */
const labelClips = (label: string, language: PublicLocale): readonly string[] => {
  if (/^[1-9]\d?$/.test(label)) {
    const count = Number(label);
    return language === 'en' ? englishCount(count) : chineseCount(count);
  }
  return spelled(label).map((sign) => spelledClip(sign, 'yi'));
};

const spaced = (number: string): string => spelled(number).join(' ');

/** Whether a label has anything that the clips can say. */
export const canBeRead = (label: string): boolean => spelled(label).length > 0;

type Way = { readonly to: 'go-to' | 'to'; readonly word: 'counter' | 'no' };

/**
 * Where to go: a recording of this very counter where the pack has one, else its label. Of a label that cannot be
 * read the board says it; what is said stays a sentence, “请 A001 号办理业务”.
 */
const wayClips = (
  { counter, label }: SaidCall,
  language: PublicLocale,
  { has }: Manner,
  { to, word }: Way,
): readonly string[] => {
  const own = `counter-${counter}`;
  if (has(own)) return [to, own];
  const read = labelClips(label, language);
  if (language === 'en') return [to, 'counter', ...read];
  return read.length === 0 ? ['no'] : [to, ...read, word];
};

const WORDS: Readonly<Record<PublicLocale, (call: SaidCall) => string>> = {
  'zh-CN': ({ number, label }) => `请 ${spaced(number)} 号到 ${label} 号窗口办理业务`,
  'zh-HK': ({ number, label }) => `請 ${spaced(number)} 號到 ${label} 號櫃位`,
  en: ({ number, label }) => `Ticket ${spaced(number)}, please go to counter ${label}`,
};

/** One call in full. */
const oneCall = (call: SaidCall, language: PublicLocale, manner: Manner): Sentence => ({
  clips: [
    ...['lead', ...numberClips(call.number, language, manner)],
    ...wayClips(call, language, manner, { to: 'go-to', word: 'counter' }),
    ...(language === 'zh-CN' ? ['business'] : []),
  ],
  words: WORDS[language](call),
});

const SHORT: Readonly<Record<PublicLocale, (call: SaidCall) => string>> = {
  'zh-CN': ({ number, label }) => `${spaced(number)} 到 ${label} 号窗口`,
  'zh-HK': ({ number, label }) => `${spaced(number)} 到 ${label} 號櫃位`,
  en: ({ number, label }) => `${spaced(number)} to counter ${label}`,
};
const LEAD: Readonly<Record<PublicLocale, string>> = {
  'zh-CN': '请 ',
  'zh-HK': '請 ',
  en: 'Ticket ',
};

/** Several in one sentence, as short as can be understood. */
const someCalls = (
  calls: readonly SaidCall[],
  language: PublicLocale,
  manner: Manner,
): Sentence => {
  const pieces = calls.flatMap((call, i) => [
    ...(i > 0 ? [COMMA] : []),
    ...numberClips(call.number, language, manner),
    ...wayClips(call, language, manner, {
      to: 'to',
      word: i === calls.length - 1 ? 'counter' : 'no',
    }),
  ]);
  return {
    clips: ['lead', ...pieces],
    words: `${LEAD[language]}${calls.map(SHORT[language]).join('，')}`,
  };
};

/** Rules: VOICE-8, VOICE-12. */
export const callSentence = (
  calls: readonly SaidCall[],
  language: PublicLocale,
  manner: Manner,
): Sentence => {
  const [first, ...others] = calls;
  return first && others.length === 0
    ? oneCall(first, language, manner)
    : someCalls(calls, language, manner);
};

const ASKED: Readonly<Record<PublicLocale, Readonly<Record<AskedKind, string>>>> = {
  'zh-CN': {
    closing: '各位客户，本厅即将停止营业，请抓紧时间办理业务',
    'one-metre-line': '请您在一米线外等候，谢谢配合',
    'missed-list': '以下号码已过号，请到服务台',
  },
  'zh-HK': {
    closing: '各位客戶，本行即將休息，請盡快辦理手續',
    'one-metre-line': '請在一米線外等候，多謝合作',
    'missed-list': '以下號碼已過號，請到服務台',
  },
  en: {
    closing: 'The hall is about to close. Please finish your business',
    'one-metre-line': 'Please wait behind the line. Thank you',
    'missed-list': 'These numbers have been missed. Please see our staff',
  },
};

/** As many missed numbers as people listen to. */
export const MOST_LISTED = 6;

export const askedSentence = (
  { what, numbers }: SaidAsked,
  language: PublicLocale,
  manner: Manner,
): Sentence => {
  const listed = what === 'missed-list' ? numbers.slice(0, MOST_LISTED) : [];
  return {
    clips: [what, ...listed.flatMap((number) => [COMMA, ...numberClips(number, language, manner)])],
    words: [ASKED[language][what], ...listed.map(spaced)].join('，'),
  };
};
