/** The reasons of a call in words: what the score was made of, whom it passed. Pure. */

import type { CallReasons, Candidate } from '@tingxu/contract/call-reasons';
import type { TicketExplanation } from '@tingxu/contract/explanation';
import { RATIO_TURN_STEP, TURN } from '@tingxu/contract/scores';
import { explanation } from './explanation.ts';
import { formatClock, formatElapsed } from './format.ts';
import { type ConfiguredText, type Locale, textIn } from './locale.ts';
import { staff } from './staff.ts';

/** What a telling needs beside its subject. */
export type Telling = {
  readonly locale: Locale;
  readonly zone: string;
  readonly names: TicketExplanation['names'];
};

const nameOf = (
  texts: Readonly<Record<string, ConfiguredText>>,
  id: string,
  locale: Locale,
): string => {
  const text = texts[id];
  return text ? textIn(text, locale) : id;
};

export const laneName = ({ names, locale }: Telling, id: string): string =>
  nameOf(names.lanes, id, locale);
export const serviceName = ({ names, locale }: Telling, id: string): string =>
  nameOf(names.services, id, locale);
export const counterName = ({ names }: Telling, id: string): string =>
  (names.counters as Readonly<Record<string, string>>)[id] ?? id;

/** Between the names of a list. */
export const BETWEEN: Readonly<Record<Locale, string>> = {
  'zh-CN': '、',
  'zh-HK': '、',
  en: ', ',
};

const MINUTE_MS = 60_000;

const creditText = (creditMs: number, none: string): string =>
  creditMs === 0 ? none : formatElapsed(creditMs);

/** Between notes on a wait. */
const BETWEEN_NOTES: Readonly<Record<Locale, string>> = {
  'zh-CN': '；',
  'zh-HK': '；',
  en: '; ',
};

/** Where the score went by another wait: that one, and what makes the difference. Rules: STAT-5. */
const scoredNote = ({ waitMs, waitedMs }: Candidate, locale: Locale): string[] => {
  const { words } = explanation[locale];
  const scored = formatElapsed(waitMs);
  if (scored === formatElapsed(waitedMs)) return [];
  const other = formatElapsed(Math.abs(waitMs - waitedMs));
  return [(waitMs > waitedMs ? words.scoredMore : words.scoredLess)(scored, other)];
};

/** What the customer waited in the whole visit, and how it falls into parts. Rules: STAT-5. */
const waitText = (candidate: Candidate, locale: Locale): string => {
  const { words } = explanation[locale];
  const { waitedMs, earlierWaitMs = 0 } = candidate;
  const earlier = earlierWaitMs > 0 ? [words.earlier(formatElapsed(earlierWaitMs))] : [];
  const notes = [...earlier, ...scoredNote(candidate, locale)];
  const waited = formatElapsed(waitedMs);
  return notes.length === 0 ? waited : words.noted(waited, notes.join(BETWEEN_NOTES[locale]));
};

/** What made a candidate's score, in words that two candidates can be compared by. Rules: CALL-1, CALL-7. */
export const tellCandidate = (
  { policy, baseUrgency }: Pick<CallReasons, 'policy' | 'baseUrgency'>,
  candidate: Candidate,
  locale: Locale,
): string => {
  const { words, none } = explanation[locale];
  const { waitMs, creditMs, targetMs, urgency, rank, score } = candidate;
  const wait = waitText(candidate, locale);
  const base = Math.max(1, baseUrgency);
  const overMs = waitMs - targetMs;
  switch (policy) {
    case 'weighted-delay': {
      const minutes = (score / base / MINUTE_MS).toFixed(1);
      return words.weighted(wait, creditText(creditMs, none), (urgency / base).toFixed(1), minutes);
    }
    case 'earliest-due':
      return overMs >= 0
        ? words.due(wait, formatElapsed(targetMs), formatElapsed(overMs))
        : words.dueIn(wait, formatElapsed(targetMs), formatElapsed(-overMs));
    case 'head-start':
      return words.headStart(wait, creditText(creditMs, none), formatElapsed(waitMs + creditMs));
    case 'strict':
      return words.strict(rank + 1, wait);
    case 'ratio':
      return words.ratio(wait, ((waitMs - score) / RATIO_TURN_STEP / TURN).toFixed(2));
    case 'fifo':
      return words.wait(wait);
    default:
      return policy satisfies never;
  }
};

/** A score as one figure that candidates can be compared by. */
const shortWords = (reasons: CallReasons, one: Candidate, locale: Locale): string => {
  const { words } = explanation[locale];
  if (reasons.policy !== 'weighted-delay') return words.wait(waitText(one, locale));
  const minutes = (one.score / Math.max(1, reasons.baseUrgency) / MINUTE_MS).toFixed(1);
  return words.weighs(waitText(one, locale), minutes);
};

/** Why a call was the right one: first the answer, then the others, then the rule it was made by. */
export type ToldReasons = {
  readonly because: readonly string[];
  readonly others: readonly string[];
  readonly basis: readonly string[];
};

/** Whether the rule puts one before the other, as far as no place decides. Rules: LEG-6. */
export const goesBefore = (one: Candidate, other: Candidate): boolean => {
  if (one.first !== other.first) return one.first === true;
  return !one.first && one.score > other.score;
};

const barredLine = (telling: Telling, reasons: CallReasons, barred: Candidate): string => {
  const { locale } = telling;
  const t = explanation[locale];
  const lane = laneName(telling, barred.lane);
  return barred.first
    ? t.barredFirst(barred.number, lane)
    : t.barred(barred.number, lane, tellCandidate(reasons, barred, locale));
};

const rivalLines = (telling: Telling, reasons: CallReasons): string[] => {
  const { locale } = telling;
  const t = explanation[locale];
  const { next, barred } = reasons;
  const words = (one: Candidate): string => tellCandidate(reasons, one, locale);
  return [
    ...(next ? [t.next(next.number, laneName(telling, next.lane), words(next))] : []),
    ...(barred ? [barredLine(telling, reasons, barred)] : []),
  ];
};

const passedLine = (telling: Telling, reasons: CallReasons): string => {
  const { locale } = telling;
  const t = explanation[locale];
  const passed = reasons.passedOver.map((one) => {
    const words = shortWords(reasons, one, locale);
    const times = one.passedOver + 1;
    return t.passedOne(one.number, laneName(telling, one.lane), words, times, one.passOverCap);
  });
  return passed.length === 0 ? t.nobody : t.passed(passed.join(BETWEEN[locale]));
};

const notTakenLines = ({ locale }: Telling, { notTaken }: CallReasons): string[] => {
  const t = explanation[locale];
  const groups = notTaken.map(({ why, count, numbers }) =>
    t.notTakenOne(
      numbers.join(BETWEEN[locale]),
      count > numbers.length ? count : 0,
      t.notTakenWhy[why],
    ),
  );
  return groups.length === 0 ? [] : [t.notTaken(groups.join(BETWEEN[locale]))];
};

/** What decided among those that could be called, also where a protected ticket limited them. */
export const decidedBy = ({
  how,
  within = 'score',
}: Pick<CallReasons, 'how' | 'within'>): 'chosen' | 'alone' | 'first' | 'score' =>
  how === 'protected' || how === 'limited' ? within : how;

/** Of a choice by hand the score is told as it was, not as its reason. */
const chosenLine = ({ locale }: Telling, reasons: CallReasons): string => {
  const t = explanation[locale];
  const { how, winner, firstBy } = reasons;
  const decided = decidedBy(reasons);
  const isLimited = decided !== how;
  if (decided === 'alone') return isLimited ? t.aloneOfThese(winner.number) : t.alone;
  if (decided === 'first') return t.first(firstBy ? t.firstBy[firstBy] : t.wentFirst);
  const words = tellCandidate(reasons, winner, locale);
  if (decided === 'chosen') return t.order.state(winner.number, words);
  return isLimited ? t.scoreOfThese(winner.number, words) : t.score(winner.number, words);
};

const keptLines = (telling: Telling, { only }: CallReasons): string[] => {
  if (!only) return [];
  const t = explanation[telling.locale];
  return [
    'counter' in only ? t.keptCounter(counterName(telling, only.counter)) : t.keptStaff(only.staff),
  ];
};

const because = (telling: Telling, reasons: CallReasons): string[] => {
  const t = explanation[telling.locale];
  const { how, winner, protectedBy, chosen, tier, heldFor } = reasons;
  const shield = protectedBy && t[how === 'protected' ? 'protected' : 'limited'];
  return [
    ...(shield && protectedBy ? [shield(protectedBy.number, protectedBy.passOverCap)] : []),
    ...(chosen ? [t.chosen(winner.number, t.choiceReason[chosen])] : []),
    chosenLine(telling, reasons),
    ...(heldFor ? [t.heldEarly(heldFor)] : []),
    ...keptLines(telling, reasons),
    ...(tier ? [t.tier[tier]] : []),
  ];
};

/** Which rule, which candidates, why this one. */
export const tellReasons = (telling: Telling, reasons: CallReasons): ToldReasons => {
  const { locale, zone } = telling;
  const t = explanation[locale];
  const { policy, ruleVersion, config, skills, candidates } = reasons;
  const services = skills.map((id) => serviceName(telling, id)).join(BETWEEN[locale]);
  const since = formatClock(config.at, zone, locale);
  return {
    because: because(telling, reasons),
    others: [
      ...rivalLines(telling, reasons),
      passedLine(telling, reasons),
      ...notTakenLines(telling, reasons),
    ],
    basis: [
      t.skills(services, candidates),
      t.rule(staff[locale].policy[policy], ruleVersion, config.version, since, config.seq),
    ],
  };
};

export const linesOfReasons = ({ because: why, others, basis }: ToldReasons): string[] => [
  ...why,
  ...others,
  ...basis,
];
