/** The reasons of a call in words: what the score was made of, whom it passed. Pure. */
import { RATIO_TURN_STEP, TURN } from '@tingxu/contract/events';
import type { CallReasons, Candidate, TicketExplanation } from '@tingxu/contract/explanation';
import { explanation } from './explanation.ts';
import { formatClock, formatElapsed } from './format.ts';
import type { Locale } from './locale.ts';
import { staff } from './staff.ts';

/** What a telling needs beside its subject. */
export type Telling = {
  readonly locale: Locale;
  readonly zone: string;
  readonly names: TicketExplanation['names'];
};

const nameOf = (
  texts: Readonly<Record<string, Readonly<Record<Locale, string>>>>,
  id: string,
  locale: Locale,
): string => texts[id]?.[locale] ?? id;

export const laneName = ({ names, locale }: Telling, id: string): string =>
  nameOf(names.lanes, id, locale);
export const serviceName = ({ names, locale }: Telling, id: string): string =>
  nameOf(names.services, id, locale);
export const counterName = ({ names }: Telling, id: string): string =>
  (names.counters as Readonly<Record<string, string>>)[id] ?? id;

/** Between the names of a list. */
export const BETWEEN: Readonly<Record<Locale, string>> = { 'zh-CN': '、', en: ', ' };

const MINUTE_MS = 60_000;

const creditText = (creditMs: number, none: string): string =>
  creditMs === 0 ? none : formatElapsed(creditMs);

/** What made a candidate's score, in words that two candidates can be compared by. Rules: CALL-1, CALL-7. */
export const tellCandidate = (
  { policy, baseUrgency }: Pick<CallReasons, 'policy' | 'baseUrgency'>,
  candidate: Candidate,
  locale: Locale,
): string => {
  const { words, none } = explanation[locale];
  const { waitMs, creditMs, targetMs, urgency, rank, score } = candidate;
  const wait = formatElapsed(waitMs);
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
      return words.other(wait, score);
  }
};

const rivalLines = (telling: Telling, reasons: CallReasons): string[] => {
  const { locale } = telling;
  const t = explanation[locale];
  const { next, barred } = reasons;
  const words = (one: Candidate): string => tellCandidate(reasons, one, locale);
  return [
    ...(next ? [t.next(next.number, laneName(telling, next.lane), words(next))] : []),
    ...(barred ? [t.barred(barred.number, laneName(telling, barred.lane), words(barred))] : []),
  ];
};

/** Of a choice by hand the score is told as it was, not as its reason. */
const chosenByRule = ({ locale }: Telling, reasons: CallReasons): string[] => {
  const t = explanation[locale];
  const { how, winner } = reasons;
  if (how === 'alone' || how === 'first') return [t[how]];
  const words = tellCandidate(reasons, winner, locale);
  return [how === 'chosen' ? t.order.state(winner.number, words) : t.score(winner.number, words)];
};

/** Which rule, which candidates, why this one. */
export const tellReasons = (telling: Telling, reasons: CallReasons): string[] => {
  const { locale, zone } = telling;
  const t = explanation[locale];
  const { how, winner, protectedBy, policy, ruleVersion, config, skills, passedOver } = reasons;
  const services = skills.map((id) => serviceName(telling, id)).join(BETWEEN[locale]);
  const shield = protectedBy && t[how === 'protected' ? 'protected' : 'limited'];
  const passed = passedOver.map((one) =>
    t.passedOne(one.number, laneName(telling, one.lane), one.passedOver + 1, one.passOverCap),
  );
  return [
    t.rule(
      staff[locale].policy[policy],
      ruleVersion,
      config.version,
      formatClock(config.at, zone, locale),
      config.seq,
    ),
    t.skills(services, reasons.candidates),
    ...(shield && protectedBy ? [shield(protectedBy.number, protectedBy.passOverCap)] : []),
    ...(reasons.chosen ? [t.chosen(winner.number, t.choiceReason[reasons.chosen])] : []),
    ...(reasons.tier ? [t.tier[reasons.tier]] : []),
    ...chosenByRule(telling, reasons),
    ...rivalLines(telling, reasons),
    passed.length === 0 ? t.nobody : t.passed(passed.join(BETWEEN[locale])),
  ];
};
