/** Why one of two tickets was called first, in words. Pure. Rules: PROOF-2. Source: H44. */
import type { TicketComparison } from '@tingxu/contract/comparison';
import type { ExplainedStep, StepOf, TicketExplanation } from '@tingxu/contract/explanation';
import type { TicketId, TicketNumber } from '@tingxu/contract/ids';
import { explanation } from './explanation.ts';
import { formatClock, formatElapsed } from './format.ts';
import type { Locale } from './locale.ts';
import { staff } from './staff.ts';
import {
  counterName,
  decidedBy,
  goesBefore,
  linesOfReasons,
  type Telling,
  tellCandidate,
  tellReasons,
} from './tell-reasons.ts';
import { BETWEEN_PARTS, placeOf, tellingOf, tellStep } from './tell-step.ts';

/** How often a ticket was called: each time with time, counter and person. */
export type ToldHistory = {
  readonly ticket: TicketId;
  readonly number: TicketNumber;
  readonly head: string;
  readonly lines: readonly { readonly seq: number; readonly at: number; readonly text: string }[];
};

export type ToldOrder = {
  /** Which came first, and why. */
  readonly answer: readonly string[];
  /** How both stood, and the reasons of the call. */
  readonly notes: readonly string[];
  /** When the other was called, if it was. */
  readonly later: readonly string[];
  readonly histories: readonly ToldHistory[];
};

const BETWEEN_SENTENCES: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: ' ' };

type Attempt = StepOf<'called'> | StepOf<'recalled'>;

const attemptText = (telling: Telling, step: Attempt): string => {
  const { order } = explanation[telling.locale];
  const counted = step.kind === 'called' || step.counted;
  const text = order.attempt(placeOf(telling, step), step.attempt, counted);
  if (step.kind === 'called') return text;
  const { sinceMs, intervalMs } = step;
  const spaced = order.spaced(formatElapsed(sinceMs), formatElapsed(intervalMs));
  return [text, spaced].join(BETWEEN_PARTS[telling.locale]);
};

/** Calls with what came of them; whatever else happened stands in the ticket's own explanation. */
const historyText = (telling: Telling, step: ExplainedStep): string | null => {
  switch (step.kind) {
    case 'called':
    case 'recalled':
      return attemptText(telling, step);
    case 'missed':
    case 'returned':
    case 'started':
    case 'ended':
      return tellStep(telling, step).text;
    default:
      return null;
  }
};

const historyOf = (subject: TicketExplanation, locale: Locale): ToldHistory => {
  const telling = tellingOf(subject, locale);
  const { ticket, number, calls, counted } = subject;
  const lines = subject.steps.flatMap((step) => {
    const text = historyText(telling, step);
    return text === null ? [] : [{ seq: step.seq, at: step.at, text }];
  });
  const head = explanation[locale].order.attempts(number, calls, counted);
  return { ticket, number, head, lines };
};

/** How the other one stood at that moment. */
const otherLines = (subject: TicketComparison, telling: Telling): string[] => {
  const { call, other, later, reason } = subject;
  const { order, ticketState } = explanation[telling.locale];
  if (!call || !other) return [];
  const { as, state } = other;
  if (!as) {
    const words = state === 'ended' ? ticketState.ended : staff[telling.locale].ticketState[state];
    return [order.state(later.number, words)];
  }
  const compared = order.state(later.number, tellCandidate(call.reasons, as, telling.locale));
  if (reason !== 'passed-over') return [compared];
  return [compared, order.times(later.number, as.passedOver + 1, as.passOverCap)];
};

/** Of a ticket that the counter could have called too: what decided. */
const whatDecided = ({ call, other, reason }: TicketComparison, telling: Telling): string => {
  const { order } = explanation[telling.locale];
  if (!call) return '';
  const { winner, protectedBy } = call.reasons;
  const decided = decidedBy(call.reasons);
  if (reason === 'passed-over') return order.by[decided](winner.number);
  if (reason !== 'behind') return '';
  const as = other?.as ?? null;
  if (protectedBy !== null && as !== null && goesBefore(as, winner)) {
    return (as.first ? order.barredFirst : order.barred)(protectedBy.number);
  }
  const byHand = decided === 'first' || decided === 'chosen';
  return byHand ? order.by[decided](winner.number) : order.tied;
};

/** Why one was called before the other, and how often each was. */
export const tellOrder = (subject: TicketComparison, locale: Locale): ToldOrder => {
  const { call, earlier, later, reason, laterCalledAt } = subject;
  const telling = tellingOf(earlier, locale);
  const { order } = explanation[locale];
  const clock = (at: number): string => formatClock(at, telling.zone, locale);
  const histories = [historyOf(earlier, locale), historyOf(later, locale)];
  const counter = call ? counterName(telling, call.counter) : '';
  const parts = [order.why[reason](later.number, counter), whatDecided(subject, telling)];
  const why = parts.filter(Boolean).join(BETWEEN_SENTENCES[locale]);
  if (!call) return { answer: [why], notes: [], later: [], histories };
  // What the other one weighed is told already.
  const next = call.reasons.next?.ticket === later.ticket ? null : call.reasons.next;
  const reasons = tellReasons(telling, { ...call.reasons, next });
  const first = order.first(clock(call.at), placeOf(telling, call), earlier.number, later.number);
  return {
    answer: [first, why],
    notes: [...otherLines(subject, telling), ...linesOfReasons(reasons)],
    later: [
      laterCalledAt === null
        ? order.never(later.number)
        : order.later(later.number, clock(laterCalledAt)),
    ],
    histories,
  };
};
