/** One step of a ticket's life as a sentence with its notes, for API, command line and screens. Pure. */
import type { KeptFor } from '@tingxu/contract/commands';
import type {
  ExplainedStep,
  LegTarget,
  StepOf,
  TicketExplanation,
} from '@tingxu/contract/explanation';
import type { CounterId, StaffId } from '@tingxu/contract/ids';
import { placeAfterReturn } from '@tingxu/contract/missed-rule';
import { devices } from './devices.ts';
import { explanation } from './explanation.ts';
import { visit } from './explanation-visit.ts';
import { formatClock, formatElapsed, formatWait } from './format.ts';
import { type Locale, textIn } from './locale.ts';
import { staff } from './staff.ts';
import {
  BETWEEN,
  counterName,
  laneName,
  linesOfReasons,
  serviceName,
  type Telling,
  tellReasons,
} from './tell-reasons.ts';
import { trail } from './trail.ts';
import { voice } from './voice.ts';

/** What happened and what belongs to it. */
type Told = { readonly text: string; readonly notes: readonly string[] };

export type ToldStep = Told & {
  readonly seq: number;
  readonly kind: ExplainedStep['kind'];
  /** Units: epoch ms. */
  readonly at: number;
  /** Who did it; null where the sentence names the person. */
  readonly by: string | null;
};

export const tellingOf = ({ zone, names }: TicketExplanation, locale: Locale): Telling => ({
  locale,
  zone,
  names,
});

/** `3 号窗口（柜员 1003）`. */
export const placeOf = (
  telling: Telling,
  { counter, staff: person }: { readonly counter: CounterId; readonly staff: StaffId },
): string => explanation[telling.locale].at(counterName(telling, counter), person);

const clockIn = ({ zone, locale }: Telling, at: number): string => formatClock(at, zone, locale);

const told = (text: string, notes: readonly string[] = []): Told => ({ text, notes });

/** It is set aside as it was; nothing is promised to it before it is in line again. */
const carriedLine = (
  telling: Telling,
  { number, untilAt }: NonNullable<StepOf<'issued'>['carried']>,
): string =>
  visit[telling.locale].carriedFrom(number, untilAt === null ? '' : clockIn(telling, untilAt));

/** Rules: LEG-1, LEG-9. */
const serviceAdded = (telling: Telling, step: StepOf<'service-added'>): Told => {
  const v = visit[telling.locale];
  const service = serviceName(telling, step.service);
  if (step.referral === undefined) return told(v.serviceAdded(service));
  return told(v.referred(service), [v.because(v.referral[step.referral])]);
};

const issued = (telling: Telling, step: StepOf<'issued'>): Told => {
  const t = explanation[telling.locale];
  const v = visit[telling.locale];
  const { lane, service, ahead, earlier, passOverCap, wait, proof, laneReason } = step;
  const { further, preOpeningMs } = step;
  const text = t.issued(laneName(telling, lane), serviceName(telling, service));
  if (step.carried) return told(text, [carriedLine(telling, step.carried)]);
  const names = further.map((id) => serviceName(telling, id)).join(BETWEEN[telling.locale]);
  return told(text, [
    t.told(ahead, formatWait(wait, telling.locale)),
    ...(step.noWorst ? [] : [t.worst(earlier + passOverCap, earlier, passOverCap)]),
    ...(proof ? [v.proof(v.proofKind[proof])] : []),
    ...(laneReason ? [v.because(v.laneReason[laneReason])] : []),
    ...(names ? [v.further(names)] : []),
    ...(step.preparing ? [v.formsMissing] : []),
    ...(preOpeningMs > 0 ? [v.preOpening(formatElapsed(preOpeningMs))] : []),
  ]);
};

const recalled = (telling: Telling, step: StepOf<'recalled'>): Told => {
  const t = explanation[telling.locale];
  const why = step.counted ? t.counted : t.notCounted;
  return told(t.recalled(placeOf(telling, step), step.attempt), [
    why(formatElapsed(step.sinceMs), formatElapsed(step.intervalMs)),
  ]);
};

/** What the rule makes of a miss from here on. */
const afterMiss = (telling: Telling, step: StepOf<'missed'>): string[] => {
  const t = explanation[telling.locale];
  const v = visit[telling.locale];
  const { rule, returns, validUntilAt, toleranceCalls, returnsAt } = step;
  const left = rule.maxReturns - returns;
  if (left <= 0) return [t.mayNotReturn];
  return [
    t.mayReturn(clockIn(telling, validUntilAt), placeAfterReturn(rule).hold, left),
    ...(toleranceCalls === null ? [] : [v.tolerance(toleranceCalls)]),
    ...(returnsAt === null ? [] : [v.returnsAt(clockIn(telling, returnsAt))]),
  ];
};

const missed = (telling: Telling, step: StepOf<'missed'>): Told => {
  const t = explanation[telling.locale];
  const v = visit[telling.locale];
  const { rule, counted, sinceFirstMs, early, timer, ruleVersion, config } = step;
  return told(t.missed(placeOf(telling, step)), [
    ...(early ? [v.early(v.earlyReason[early])] : []),
    ...(timer ? [v.timer] : []),
    t.missedCounts(counted, rule.minCalls, formatElapsed(rule.intervalMs)),
    t.missedSince(formatElapsed(sinceFirstMs), formatElapsed(rule.minTotalMs)),
    ...afterMiss(telling, step),
    v.missedRule(ruleVersion, config.version),
  ]);
};

/** Where a returned ticket stands. */
const standing = (telling: Telling, step: StepOf<'returned'>): string => {
  const t = explanation[telling.locale];
  const v = visit[telling.locale];
  if (step.override) return v.overridden(v.override[step.override]);
  if (step.first) return v.firstByRule;
  return step.hold > 0 ? t.held(step.hold) : t.notHeld;
};

const onlyWords = (telling: Telling, only: KeptFor | null): string[] => {
  if (!only) return [];
  const v = visit[telling.locale];
  return 'counter' in only
    ? [v.onlyCounter(counterName(telling, only.counter))]
    : [v.onlyStaff(only.staff)];
};

const returned = (telling: Telling, step: StepOf<'returned'>): Told => {
  const v = visit[telling.locale];
  const via = step.via === null ? '' : v.via[step.via];
  const anew = step.waitFromAt === step.at;
  return told(explanation[telling.locale].returned(step.returns, via), [
    standing(telling, step),
    ...onlyWords(telling, step.only ?? null),
    ...(anew ? [v.lastByRule] : []),
    ...(step.waitFromAt !== null && !anew ? [v.waitFrom(clockIn(telling, step.waitFromAt))] : []),
    v.ruleVersion(step.ruleVersion),
  ]);
};

const passedOver = (telling: Telling, step: StepOf<'passed-over'>): Told => {
  const { winner, winnerLane, times, passOverCap } = step;
  const lane = laneName(telling, winnerLane);
  const { passedOver: words } = explanation[telling.locale];
  return told(words(placeOf(telling, step), winner, lane, times, passOverCap));
};

/** How a ticket stands in line for its next service: one line. */
const targetLine = (telling: Telling, to: LegTarget, at: number): string => {
  const v = visit[telling.locale];
  const kept = to.waitFromAt < at;
  const parts = [
    to.first ? v.first : v.inOrder,
    ...onlyWords(telling, to.only),
    kept ? v.waitKept(clockIn(telling, to.waitFromAt)) : v.waitAnew,
  ];
  return parts.join(BETWEEN[telling.locale]);
};

const transferred = (telling: Telling, step: StepOf<'transferred'>): Told => {
  const v = visit[telling.locale];
  const { counter, staff: person, serviceMs, from, to, at } = step;
  const place = counter && person ? placeOf(telling, { counter, staff: person }) : null;
  const left = place
    ? serviceMs === null
      ? v.transferred(place)
      : v.transferredServed(place, formatElapsed(serviceMs))
    : v.redirected;
  if (!to) return told(left);
  const service = serviceName(telling, to.service);
  const lane = laneName(telling, to.lane);
  const same = to.service === from.service && to.lane === from.lane;
  const change = same
    ? v.unchanged(service, lane)
    : v.change(serviceName(telling, from.service), laneName(telling, from.lane), service, lane);
  return told(`${left}${BETWEEN_PARTS[telling.locale]}${change}`, [targetLine(telling, to, at)]);
};

/** Between the parts of a sentence. */
export const BETWEEN_PARTS: Readonly<Record<Locale, string>> = {
  'zh-CN': '，',
  'zh-HK': '，',
  en: ', ',
};

const legFinished = (telling: Telling, step: StepOf<'leg-finished'>): Told => {
  const v = visit[telling.locale];
  const { service, serviceMs, to, at } = step;
  const done = v.legFinished(
    placeOf(telling, step),
    serviceName(telling, service),
    formatElapsed(serviceMs),
  );
  if (!to) return told(done);
  const next = serviceName(telling, to.service);
  if (to.stays) return told(done, [v.stays(next, counterName(telling, to.stays))]);
  return told(done, [v.next(next, laneName(telling, to.lane)), targetLine(telling, to, at)]);
};

const ended = (telling: Telling, { reason, why }: StepOf<'ended'>): Told => {
  const t = explanation[telling.locale];
  const words = staff[telling.locale].endReason[reason];
  return told(why ? t.endedBecause(words, visit[telling.locale].whyEnded[why]) : t.ended(words));
};

const resumed = (telling: Telling, { first, awayMs }: StepOf<'resumed'>): Told => {
  const v = visit[telling.locale];
  const words = first ? v.resumed : v.resumedLate;
  return told(awayMs === null ? v.resumedCarried : words(formatElapsed(awayMs)), [
    first ? v.first : v.inOrder,
  ]);
};

const documents = ({ locale }: Telling, { missing }: StepOf<'documents'>): Told => {
  const v = visit[locale];
  if (missing.length === 0) return told(v.documentsThere);
  return told(
    v.documentsMissing(missing.map((name) => textIn(name, locale)).join(BETWEEN[locale])),
  );
};

const checkedIn = (telling: Telling, step: StepOf<'checked-in'>): Told => {
  const v = visit[telling.locale];
  return told(v.checkedIn(clockIn(telling, step.bookedAt)), [
    v.countsFrom(clockIn(telling, step.waitFromAt)),
  ]);
};

const announced = ({ locale }: Telling, step: StepOf<'announced'>): Told => {
  const v = voice[locale];
  if (step.end === 'spoken') return told(v.trailSpoken(step.attempt));
  return told(v.trailSilent(step.attempt, step.why === null ? '' : v.why[step.why]));
};

/** What happens to a visit beside its calls. */
const visitStep = (telling: Telling, step: Exclude<ExplainedStep, { kind: CallKind }>): Told => {
  const t = explanation[telling.locale];
  const v = visit[telling.locale];
  const d = devices[telling.locale];
  switch (step.kind) {
    case 'checked-in':
      return checkedIn(telling, step);
    case 'rated':
      return told(
        v.rated(counterName(telling, step.counter), v.score[step.score as keyof typeof v.score]),
      );
    case 'service-added':
      return serviceAdded(telling, step);
    case 'leg-finished':
      return legFinished(telling, step);
    case 'transferred':
      return transferred(telling, step);
    case 'lane-changed':
      return told(v.laneChanged(laneName(telling, step.from), laneName(telling, step.to)), [
        v.because(v.laneReason[step.reason]),
      ]);
    case 'parked':
      return told(
        v.parked(placeOf(telling, step), clockIn(telling, step.untilAt)),
        onlyWords(telling, step.only),
      );
    case 'resumed':
      return resumed(telling, step);
    case 'carried':
      return told(v.carried(step.number));
    case 'not-carried':
      return told(v.notCarried);
    case 'preparing':
      return told(v.preparing, step.reason ? [v.because(v.prepareReason[step.reason])] : []);
    case 'documents':
      return documents(telling, step);
    case 'cared':
      return told(v.cared);
    case 'sent-back':
      return told(v.sentBack(placeOf(telling, step)), onlyWords(telling, step.only));
    case 'ready':
      return told(v.ready, [step.first ? v.first : v.samePlace]);
    case 'restored':
      return told(v.restored(v.restoredAs[step.state]), step.first ? [v.first] : []);
    case 'slip-asked':
      return told((step.copy ? d.askedCopy : d.asked)(step.printer));
    case 'slip-ended':
      return told(d.ended(d.slip[step.outcome], step.why === null ? '' : d.trouble[step.why]));
    case 'shown':
      return told(voice[telling.locale].trailShown(step.attempt));
    case 'sign-shown':
      return told(voice[telling.locale].trailSign(step.attempt, step.device, step.address));
    case 'announced':
      return announced(telling, step);
    case 'ended':
      return ended(telling, step);
    case 'other':
      return told(t.other(step.type));
    default:
      return step satisfies never;
  }
};

const CALL_KINDS = [
  ...['issued', 'called', 'recalled', 'started', 'finished'],
  ...['missed', 'returned', 'escorted', 'released', 'passed-over'],
] as const;
type CallKind =
  | ('issued' | 'called' | 'recalled' | 'started' | 'finished')
  | ('missed' | 'returned' | 'escorted' | 'released' | 'passed-over');

const isCallStep = (step: ExplainedStep): step is Extract<ExplainedStep, { kind: CallKind }> =>
  CALL_KINDS.some((kind) => kind === step.kind);

const callStep = (telling: Telling, step: Extract<ExplainedStep, { kind: CallKind }>): Told => {
  const t = explanation[telling.locale];
  switch (step.kind) {
    case 'issued':
      return issued(telling, step);
    case 'called':
      return told(
        t.called(placeOf(telling, step), step.attempt),
        linesOfReasons(tellReasons(telling, step.reasons)),
      );
    case 'recalled':
      return recalled(telling, step);
    case 'started':
      return told(t.started(placeOf(telling, step)));
    case 'finished':
      return told(t.finished(placeOf(telling, step), formatElapsed(step.serviceMs)));
    case 'missed':
      return missed(telling, step);
    case 'returned':
      return returned(telling, step);
    case 'escorted':
      return told(t.escorted(counterName(telling, step.counter)));
    case 'released':
      return told(t.released(placeOf(telling, step), t.releaseReason[step.why]));
    case 'passed-over':
      return passedOver(telling, step);
    default:
      return step satisfies never;
  }
};

/** The role, with the personnel number where there is one: `主管 s01`. */
export const byWhom = ({ locale }: Telling, step: ExplainedStep): string | null => {
  const named = 'staff' in step ? step.staff : null;
  const { role, staff: person } = step.by;
  if (person !== undefined && person === named) return null;
  // The sentence says that it was at the kiosk.
  if (step.kind === 'returned' && step.via === role) return null;
  return [trail[locale].role[role], person].filter(Boolean).join(' ');
};

export const tellStep = (telling: Telling, step: ExplainedStep): ToldStep => ({
  ...(isCallStep(step) ? callStep(telling, step) : visitStep(telling, step)),
  ...{ seq: step.seq, kind: step.kind, at: step.at, by: byWhom(telling, step) },
});
