/**
 * An explanation as lines of text, the same for API, command line and screens. Lines that belong to
 * the one above begin with two spaces. Pure. Rules: PROOF-2. Source: H44.
 */
import type {
  ExplainedStep,
  ExplainedText,
  StepOf,
  TicketComparison,
  TicketExplanation,
} from '@tingxu/contract/explanation';
import { explanation } from './explanation.ts';
import { formatClock, formatElapsed, formatWait } from './format.ts';
import type { Locale } from './locale.ts';
import { staff } from './staff.ts';
import {
  BETWEEN,
  counterName,
  laneName,
  serviceName,
  type Telling,
  tellCandidate,
  tellReasons,
} from './tell-reasons.ts';
import { trail } from './trail.ts';

const INDENT = '  ';
const under = (lines: readonly string[]): string[] => lines.map((line) => `${INDENT}${line}`);

const tellingOf = ({ zone, names }: TicketExplanation, locale: Locale): Telling => ({
  locale,
  zone,
  names,
});

/** `3 号窗口（柜员 1003）`. */
const placeOf = (
  telling: Telling,
  { counter, staff: person }: { readonly counter: string; readonly staff: string },
): string => explanation[telling.locale].at(counterName(telling, counter), person);

/** With who did it. */
const byWhom = ({ locale }: Telling, { by }: ExplainedStep, text: string): string =>
  explanation[locale].by(text, trail[locale].role[by.role], by.staff ?? '');

/** It is set aside as it was; nothing is promised to it before it is in line again. */
const carriedLine = (
  { locale, zone }: Telling,
  { number, untilAt }: NonNullable<StepOf<'issued'>['carried']>,
): string =>
  explanation[locale].carriedFrom(
    number,
    untilAt === null ? '' : formatClock(untilAt, zone, locale),
  );

const issuedLines = (telling: Telling, step: StepOf<'issued'>): string[] => {
  const t = explanation[telling.locale];
  const { lane, service, ahead, earlier, passOverCap, wait, noWorst, carried } = step;
  const issued = t.issued(laneName(telling, lane), serviceName(telling, service));
  if (carried) return [byWhom(telling, step, issued), ...under([carriedLine(telling, carried)])];
  return [
    byWhom(telling, step, issued),
    ...under([
      t.told(ahead, formatWait(wait, telling.locale)),
      ...(noWorst ? [] : [t.worst(earlier + passOverCap, earlier, passOverCap)]),
    ]),
  ];
};

const recalledLine = (telling: Telling, step: StepOf<'recalled'>): string => {
  const t = explanation[telling.locale];
  const why = step.counted ? t.counted : t.notCounted;
  const spaced = why(formatElapsed(step.sinceMs), formatElapsed(step.intervalMs));
  return t.recalled(placeOf(telling, step), step.attempt, spaced);
};

const missedLines = (telling: Telling, step: StepOf<'missed'>): string[] => {
  const t = explanation[telling.locale];
  const { rule, returns, counted, sinceFirstMs, validUntilAt } = step;
  const left = rule.maxReturns - returns;
  const until = formatClock(validUntilAt, telling.zone, telling.locale);
  const since = formatElapsed(sinceFirstMs);
  const total = formatElapsed(rule.minTotalMs);
  return [
    t.missed(placeOf(telling, step), counted, rule.minCalls, since, total),
    ...under([left > 0 ? t.mayReturn(until, rule.returnAfterCalls, left) : t.mayNotReturn]),
  ];
};

const passedOverLine = (telling: Telling, step: StepOf<'passed-over'>): string => {
  const { winner, winnerLane, times, passOverCap } = step;
  const lane = laneName(telling, winnerLane);
  const { passedOver } = explanation[telling.locale];
  return passedOver(placeOf(telling, step), winner, lane, times, passOverCap);
};

type Words = (typeof explanation)[Locale];

/** An event without reasons of its own; one of a newer server is named rather than left out. */
const tellOther = ({ visit, other }: Words, type: string): string =>
  Object.entries(visit).find(([known]) => known === type)?.[1] ?? other(type);

/** Where the ticket goes, and for whom it is kept. */
const aboutLines = (telling: Telling, step: StepOf<'other'>): string[] => {
  const { about } = explanation[telling.locale];
  const { service, lane, counter, staff: person, first, only, untilAt } = step;
  const clock = untilAt === undefined ? '' : formatClock(untilAt, telling.zone, telling.locale);
  const parts = [
    service && about.service(serviceName(telling, service)),
    lane && about.lane(laneName(telling, lane)),
    counter && about.counter(counterName(telling, counter)),
    person && about.staff(person),
    first && about.first,
    only && 'counter' in only && about.onlyCounter(counterName(telling, only.counter)),
    only && 'staff' in only && about.onlyStaff(only.staff),
    clock && about.until(clock),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length === 0 ? [] : under([parts.join(BETWEEN[telling.locale])]);
};

const linesOf = (telling: Telling, step: ExplainedStep): string[] => {
  const t = explanation[telling.locale];
  switch (step.kind) {
    case 'issued':
      return issuedLines(telling, step);
    case 'called':
      return [
        t.called(placeOf(telling, step), step.attempt),
        ...under(tellReasons(telling, step.reasons)),
      ];
    case 'recalled':
      return [recalledLine(telling, step)];
    case 'started':
      return [t.started(placeOf(telling, step))];
    case 'finished':
      return [t.finished(placeOf(telling, step), formatElapsed(step.serviceMs))];
    case 'missed':
      return missedLines(telling, step);
    case 'returned':
      return [byWhom(telling, step, t.returned(step.returns, step.hold))];
    case 'escorted':
      return [byWhom(telling, step, t.escorted(counterName(telling, step.counter)))];
    case 'released':
      return [t.released(placeOf(telling, step), t.releaseReason[step.why])];
    case 'passed-over':
      return [passedOverLine(telling, step)];
    case 'carried':
      return [t.carried(step.number)];
    case 'ended':
      return [byWhom(telling, step, t.ended(staff[telling.locale].endReason[step.reason]))];
    case 'other':
      return [byWhom(telling, step, tellOther(t, step.type)), ...aboutLines(telling, step)];
    default:
      return step satisfies never;
  }
};

const timed = (telling: Telling, step: ExplainedStep): string[] => {
  const [first = '', ...rest] = linesOf(telling, step);
  const clock = formatClock(step.at, telling.zone, telling.locale);
  return [explanation[telling.locale].line(clock, first), ...rest];
};

/** The whole life of a ticket. */
export const tellExplanation = (subject: TicketExplanation, locale: Locale): string[] => {
  const telling = tellingOf(subject, locale);
  const t = explanation[locale];
  return [
    t.head(subject.number, subject.businessDay),
    t.calls(subject.calls, subject.counted),
    ...subject.steps.flatMap((step) => timed(telling, step)),
  ];
};

type Attempt = StepOf<'called'> | StepOf<'recalled'>;
const isAttempt = (step: ExplainedStep): step is Attempt =>
  step.kind === 'called' || step.kind === 'recalled';

/** How often a ticket was called, each time with time, counter and person. */
const attemptLines = (subject: TicketExplanation, locale: Locale): string[] => {
  const telling = tellingOf(subject, locale);
  const { order } = explanation[locale];
  const attempts = subject.steps.filter(isAttempt).map((step) => {
    const clock = formatClock(step.at, telling.zone, locale);
    const counted = step.kind === 'called' || step.counted;
    return order.attempt(clock, placeOf(telling, step), step.attempt, counted);
  });
  return [order.attempts(subject.number, subject.calls, subject.counted), ...under(attempts)];
};

/** How the other one stood at that moment. */
const otherLines = (subject: TicketComparison, telling: Telling): string[] => {
  const { call, other, later, reason } = subject;
  const t = explanation[telling.locale];
  if (!call || !other) return [];
  const { as, state } = other;
  if (!as) {
    const words =
      state === 'ended' ? t.ticketState.ended : staff[telling.locale].ticketState[state];
    return [t.order.state(later.number, words)];
  }
  const compared = t.order.state(later.number, tellCandidate(call.reasons, as, telling.locale));
  if (reason !== 'passed-over') return [compared];
  return [compared, t.order.times(later.number, as.passedOver + 1, as.passOverCap)];
};

/** Why one was called before the other, and how often each was. */
export const tellComparison = (subject: TicketComparison, locale: Locale): string[] => {
  const { call, earlier, later, reason, laterCalledAt } = subject;
  const telling = tellingOf(earlier, locale);
  const { order } = explanation[locale];
  const clock = (at: number): string => formatClock(at, telling.zone, locale);
  const counter = call ? counterName(telling, call.counter) : '';
  const attempts = [...attemptLines(earlier, locale), ...attemptLines(later, locale)];
  if (!call) return [order.why[reason](later.number, counter), ...attempts];
  const found =
    laterCalledAt === null
      ? order.never(later.number)
      : order.later(later.number, clock(laterCalledAt));
  return [
    order.first(clock(call.at), placeOf(telling, call), earlier.number, later.number),
    order.why[reason](later.number, counter),
    ...under([...otherLines(subject, telling), ...tellReasons(telling, call.reasons)]),
    found,
    ...attempts,
  ];
};

/** The same lines in every language of the product. */
export const inEveryLanguage = (tell: (locale: Locale) => string[]): ExplainedText => ({
  'zh-CN': tell('zh-CN'),
  en: tell('en'),
});
