/**
 * An explanation as lines of text, the same for API, command line and screens. Lines that belong to
 * the one above begin with two spaces. Pure. Rules: PROOF-2. Source: H44.
 */
import type { TicketComparison } from '@tingxu/contract/comparison';
import type { ExplainedStep, TicketExplanation } from '@tingxu/contract/explanation';
import { explanation } from './explanation.ts';
import { formatClock } from './format.ts';
import type { Locale } from './locale.ts';
import { type ToldHistory, tellOrder } from './tell-comparison.ts';
import type { Telling } from './tell-reasons.ts';
import { tellingOf, tellStep } from './tell-step.ts';

const INDENT = '  ';
const under = (lines: readonly string[]): string[] => lines.map((line) => `${INDENT}${line}`);

const timed = (telling: Telling, step: ExplainedStep): string[] => {
  const { locale, zone } = telling;
  const t = explanation[locale];
  const { text, notes, by, at } = tellStep(telling, step);
  const clock = formatClock(at, zone, locale);
  return [t.line(clock, by === null ? text : t.by(text, by)), ...under(notes)];
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

const historyLines = ({ head, lines }: ToldHistory, { zone, locale }: Telling): string[] => {
  const t = explanation[locale];
  const told = lines.map(({ at, text }) => t.line(formatClock(at, zone, locale), text));
  return [head, ...under(told)];
};

/** Why one was called before the other, and how often each was. */
export const tellComparison = (subject: TicketComparison, locale: Locale): string[] => {
  const telling = tellingOf(subject.earlier, locale);
  const { answer, notes, later, contested, histories } = tellOrder(subject, locale);
  return [
    ...answer,
    ...under(notes),
    ...later,
    ...contested.flatMap((call) => [...call.answer, ...under(call.notes)]),
    ...histories.flatMap((history) => historyLines(history, telling)),
  ];
};
