/**
 * What stands on a ticket of paper, all of it in one or two languages, by layout and width. No personal data.
 * Rules: SLIP-1, SLIP-2, SLIP-9, SLIP-10. Source: product.md 4.5, ACC-13.
 */
import type { SlipLayout } from '@tingxu/contract/devices';
import type { Instant, Text, TicketNumber } from '@tingxu/contract/ids';
import type { MissedRule } from '@tingxu/contract/missed-rule';
import type { PaperWidth } from '@tingxu/contract/sheets';
import type { TicketState } from '@tingxu/contract/views';
import type { WaitRange } from '@tingxu/contract/wait-range';
import { common } from '@tingxu/i18n/common';
import { formatClock, formatDate, formatTime, formatWait } from '@tingxu/i18n/format';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { tellMissedRule } from '@tingxu/i18n/missed-rule';
import { slip as texts } from '@tingxu/i18n/slip';
import { DOTS, type Look, type Mark, textWidth } from './slip-marks.ts';

export type SlipFacts = {
  readonly hall: Text;
  readonly zone: string;
  readonly number: TicketNumber;
  /** The services of the visit, in their order. */
  readonly services: readonly Text[];
  /** Null for the lane of whoever names none. */
  readonly lane: Text | null;
  readonly issuedAt: Instant;
  readonly state: TicketState;
  /** Label of the counter that it is called to or served at. */
  readonly counter: string | null;
  /** These three only of a ticket in line. */
  readonly ahead: number;
  readonly worst: number | null;
  readonly wait: WaitRange | null;
  /** Labels of the counters that take the first service. */
  readonly counters: readonly string[];
  readonly documents: readonly Text[];
  readonly missed: MissedRule | null;
  readonly closesAt: Instant | null;
  /** Address of the ticket's page; null where phones cannot reach it. */
  readonly page: string | null;
  /** Another slip of the ticket may be in somebody's hands. */
  readonly copy: boolean;
};

export type SlipPlan = {
  readonly layout: SlipLayout;
  readonly paper: PaperWidth;
  /** The first one larger; a second one says all of it, too. */
  readonly languages: readonly [PublicLocale, ...PublicLocale[]];
};

const pick = (text: Text, locale: PublicLocale): string => text[locale] ?? text['zh-CN'];

const usual: Look = { wide: 1, high: 1, where: 'left' };
/** Six millimetres: read without glasses. */
const clear: Look = { wide: 2, high: 2, bold: true, where: 'left' };
const huge: Look = { wide: 3, high: 3, bold: true, where: 'left' };

type Writer = {
  readonly facts: SlipFacts;
  readonly plan: SlipPlan;
  readonly main: PublicLocale;
  readonly second: PublicLocale | null;
};

const text = (words: string, look: Look = usual): Mark => ({ kind: 'text', text: words, look });
const space = (dots: number): Mark => ({ kind: 'space', dots });
const RULE: Mark = { kind: 'rule' };

/** In the main language, and below it in the second where there is one. */
const both = (
  { main, second }: Writer,
  say: (locale: PublicLocale) => string,
  look: Look,
): Mark[] => {
  const first = say(main);
  const other = second === null ? first : say(second);
  const small: Look = { ...usual, where: look.where };
  return other === first ? [text(first, look)] : [text(first, look), text(other, small), space(6)];
};

/** As large as the paper is wide: digits of at least 12 mm. */
const numberLook = (number: string, paper: PaperWidth, large: boolean): Look => {
  const wide = Math.min(large ? 8 : 7, Math.floor(DOTS[paper] / textWidth(number)));
  return { wide, high: large ? 8 : 7, bold: true, where: 'centre' };
};

const head = (writer: Writer): Mark[] => {
  const { facts, plan } = writer;
  const centred: Look = { ...usual, where: 'centre' };
  return [
    ...both(writer, (locale) => pick(facts.hall, locale), { ...centred, bold: true }),
    ...(facts.copy
      ? [space(8), text(copyWord(writer), { ...clear, where: 'centre', inverse: true })]
      : []),
    space(12),
    text(facts.number, numberLook(facts.number, plan.paper, plan.layout === 'large')),
    space(8),
    ...both(writer, (locale) => formatDate(facts.issuedAt, facts.zone, locale), centred),
    ...both(
      writer,
      (locale) => texts[locale].taken(formatClock(facts.issuedAt, facts.zone, locale)),
      centred,
    ),
  ];
};

const copyWord = ({ main, second }: Writer): string =>
  second === null || texts[second].copy === texts[main].copy
    ? texts[main].copy
    : `${texts[main].copy} ${texts[second].copy}`;

const service = (writer: Writer, look: Look): Mark[] => {
  const { facts } = writer;
  const named = (locale: PublicLocale): string =>
    facts.services.map((name) => pick(name, locale)).join(' + ');
  const { lane } = facts;
  return [
    ...both(writer, named, look),
    ...(lane ? both(writer, (locale) => pick(lane, locale), look) : []),
  ];
};

/** How long it takes of a ticket in line; else where it is, for a copy. Rules: SLIP-10. */
const standing = (writer: Writer, look: Look): Mark[] => {
  const { facts } = writer;
  const { state, counter } = facts;
  if (state !== 'waiting') {
    return [
      ...both(writer, (locale) => texts[locale].state[state], look),
      ...(counter === null ? [] : both(writer, (locale) => common[locale].counter(counter), look)),
    ];
  }
  return [
    ...both(
      writer,
      (locale) => `${texts[locale].ahead} ${texts[locale].people(facts.ahead)}`,
      look,
    ),
    ...both(writer, (locale) => `${texts[locale].wait} ${formatWait(facts.wait, locale)}`, look),
  ];
};

const bring = (writer: Writer, look: Look): Mark[] => {
  const { documents } = writer.facts;
  if (documents.length === 0) return [];
  return [
    space(8),
    ...both(writer, (locale) => texts[locale].bring, { ...look, bold: true }),
    ...documents.flatMap((document) =>
      both(writer, (locale) => `□ ${pick(document, locale)}`, look),
    ),
  ];
};

const small = (writer: Writer): Mark[] => {
  const { facts, plan } = writer;
  const { worst, counters, missed, closesAt } = facts;
  const look: Look = plan.layout === 'large' ? { ...usual, wide: 2, high: 2 } : usual;
  const say = (words: (locale: PublicLocale) => string): Mark[] => both(writer, words, look);
  return [
    ...(worst === null ? [] : say((locale) => texts[locale].worst(worst))),
    ...(counters.length === 0
      ? []
      : say((locale) => texts[locale].counters(counters.reduce(texts[locale].listed)))),
    ...(missed ? say((locale) => tellMissedRule(missed, locale)) : []),
    ...(closesAt === null
      ? []
      : say((locale) => texts[locale].closes(formatTime(closesAt, facts.zone, locale)))),
  ];
};

/** A module of at least half a millimetre, and as large as the paper allows. Source: ACC-13. */
const code = (writer: Writer): Mark[] => {
  const { facts, plan } = writer;
  if (facts.page === null) return [];
  const module = plan.paper === 80 ? 7 : 5;
  const centred: Look = { ...usual, where: 'centre' };
  return [
    space(16),
    { kind: 'qr', text: facts.page, module },
    space(8),
    ...both(writer, (locale) => texts[locale].code, centred),
  ];
};

const foot = (writer: Writer): Mark[] => [
  space(8),
  ...both(writer, (locale) => texts[locale].valid, { ...usual, where: 'centre' }),
  space(16),
];

const normal = (writer: Writer): Mark[] => [
  ...head(writer),
  RULE,
  ...service(writer, clear),
  ...standing(writer, clear),
  ...bring(writer, usual),
  RULE,
  ...small(writer),
  ...code(writer),
  ...foot(writer),
];

const large = (writer: Writer): Mark[] => [
  ...head(writer),
  RULE,
  ...service(writer, huge),
  ...standing(writer, huge),
  ...bring(writer, clear),
  RULE,
  ...small(writer),
  ...code(writer),
  ...foot(writer),
];

/** What must be fetched, all of it at once, on a slip to take home. Source: H22. */
const documents = (writer: Writer): Mark[] => [
  ...head(writer),
  RULE,
  ...service(writer, clear),
  ...bring(writer, clear),
  space(16),
  ...code(writer),
  ...foot(writer),
];

const LAYOUTS: Readonly<Record<SlipLayout, (writer: Writer) => Mark[]>> = {
  normal,
  large,
  documents,
};

export const slipMarks = (facts: SlipFacts, plan: SlipPlan): readonly Mark[] => {
  const [main, second] = plan.languages;
  return LAYOUTS[plan.layout]({ facts, plan, main, second: second ?? null });
};
