/** Why one of two tickets was called first, in words. Pure. Rules: PROOF-2. Source: H44. */
import type { ContestedCall, TicketComparison } from '@tingxu/contract/comparison';
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
import { BETWEEN_PARTS, byWhom, placeOf, tellingOf, tellStep } from './tell-step.ts';

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
  /** Every later call of either while the other stood in line, as the first one is told. */
  readonly contested: readonly Pick<ToldOrder, 'answer' | 'notes'>[];
  readonly histories: readonly ToldHistory[];
};

const BETWEEN_SENTENCES: Readonly<Record<Locale, string>> = { 'zh-CN': '', 'zh-HK': '', en: ' ' };

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

/** One call of the two: which was called, and which stood where it did. */
type ToldCall = {
  readonly reason: TicketComparison['reason'];
  readonly call: NonNullable<TicketComparison['call']>;
  readonly other: TicketComparison['other'];
  readonly rival: TicketExplanation;
  /** Of the one that was called. */
  readonly own: TicketExplanation;
};

/** How the other one stood at that moment. */
const otherLines = ({ call, other, rival, reason }: ToldCall, telling: Telling): string[] => {
  const { order, ticketState } = explanation[telling.locale];
  if (!other) return [];
  const { as, state } = other;
  if (!as) {
    const words = state === 'ended' ? ticketState.ended : staff[telling.locale].ticketState[state];
    return [order.state(rival.number, words)];
  }
  const compared = order.state(rival.number, tellCandidate(call.reasons, as, telling.locale));
  if (reason !== 'passed-over') return [compared];
  return [compared, order.times(rival.number, as.passedOver + 1, as.passOverCap)];
};

/** A choice by hand, with who chose and why: that need not be the teller of the counter. Rules: PROOF-2. */
const chosenByHand = ({ call, own }: ToldCall, telling: Telling): string => {
  const { order, choiceReason } = explanation[telling.locale];
  const { winner, chosen } = call.reasons;
  const step = own.steps.find(({ kind, at }) => kind === 'called' && at === call.at);
  const who = step ? byWhom(telling, step) : null;
  return order.chosenBy(winner.number, who, chosen ? choiceReason[chosen] : null);
};

/** Of a ticket that the counter could have called too: what decided. */
const whatDecided = (told: ToldCall, telling: Telling): string => {
  const { call, other, reason } = told;
  if (reason !== 'passed-over' && reason !== 'behind') return '';
  const { order } = explanation[telling.locale];
  const { winner, protectedBy } = call.reasons;
  const decided = decidedBy(call.reasons);
  const as = other?.as ?? null;
  if (reason === 'behind' && protectedBy !== null && as !== null && goesBefore(as, winner)) {
    return (as.first ? order.barredFirst : order.barred)(protectedBy.number);
  }
  if (decided === 'chosen') return chosenByHand(told, telling);
  const said = reason === 'passed-over' || decided === 'first';
  return said ? order.by[decided](winner.number) : order.tied;
};

/** Why it was this one, and the reasons of the call. */
const tellCall = (told: ToldCall, telling: Telling): Pick<ToldOrder, 'answer' | 'notes'> => {
  const { call, rival, reason } = told;
  const { order } = explanation[telling.locale];
  const counter = counterName(telling, call.counter);
  const parts = [order.why[reason](rival.number, counter), whatDecided(told, telling)];
  const why = parts.filter(Boolean).join(BETWEEN_SENTENCES[telling.locale]);
  // What the other one weighed is told already.
  const next = call.reasons.next?.ticket === rival.ticket ? null : call.reasons.next;
  const reasons = tellReasons(telling, { ...call.reasons, next });
  return { answer: [why], notes: [...otherLines(told, telling), ...linesOfReasons(reasons)] };
};

/** A later call for which both stood in line. */
const tellContested = (
  { earlier, later }: TicketComparison,
  { called, ...rest }: ContestedCall,
  telling: Telling,
): Pick<ToldOrder, 'answer' | 'notes'> => {
  const [own, rival] = called === 'earlier' ? [earlier, later] : [later, earlier];
  const { answer, notes } = tellCall({ ...rest, rival, own }, telling);
  const clock = formatClock(rest.call.at, telling.zone, telling.locale);
  const { again } = explanation[telling.locale].order;
  return { answer: [again(clock, placeOf(telling, rest.call), own.number), ...answer], notes };
};

/** Why one was called before the other, every later call that they competed for, and how often each was called. */
export const tellOrder = (subject: TicketComparison, locale: Locale): ToldOrder => {
  const { call, earlier, later, reason, other, laterCalledAt } = subject;
  const telling = tellingOf(earlier, locale);
  const { order } = explanation[locale];
  const clock = (at: number): string => formatClock(at, telling.zone, locale);
  const histories = [historyOf(earlier, locale), historyOf(later, locale)];
  if (!call) {
    const answer = [order.why[reason](later.number, '')];
    return { answer, notes: [], later: [], contested: [], histories };
  }
  const first = order.first(clock(call.at), placeOf(telling, call), earlier.number, later.number);
  const told = tellCall({ reason, call, other, rival: later, own: earlier }, telling);
  return {
    answer: [first, ...told.answer],
    notes: told.notes,
    later: [
      laterCalledAt === null
        ? order.never(later.number)
        : order.later(later.number, clock(laterCalledAt)),
    ],
    contested: subject.contested.map((one) => tellContested(subject, one, telling)),
    histories,
  };
};
