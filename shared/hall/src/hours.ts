/**
 * Whether tickets are issued at an instant: by the posted hours of the day, or by what a manager
 * ordered against them (issuing-orders.ts). Source: H1, H2; product.md 3.
 */
import type { EventOf } from '@tingxu/contract/events';
import type { IssuingRow, Span } from '@tingxu/contract/hours';
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { type Refused, reject } from './decision.ts';
import type { Day, HallState, IssuingOrder } from './state.ts';

/** The order that is in force. Rules: HOURS-4, HOURS-5. */
export const orderAt = ({ order }: Day, at: Instant): IssuingOrder | null =>
  order !== null && (order.untilAt === null || at < order.untilAt) ? order : null;

const covers = (at: Instant, { fromAt, toAt }: Span): boolean => at >= fromAt && at < toAt;

const nextOf = (spans: readonly Span[], at: Instant): Span | undefined =>
  spans.find(({ fromAt }) => fromAt > at);

/** By the posted hours alone. Rules: HOURS-2. */
const postedAt = (spans: readonly Span[], at: Instant): IssuingRow => {
  const now = spans.find((span) => covers(at, span));
  if (now) return { state: 'open', untilAt: now.toAt, reason: null };
  const next = nextOf(spans, at);
  return next
    ? { state: 'not-yet', untilAt: next.fromAt, reason: null }
    : { state: 'over', untilAt: null, reason: null };
};

/** What everybody may know; null where nobody posted or ordered anything. Rules: HOURS-6. */
export const issuingAt = (day: Day, at: Instant): IssuingRow | null => {
  const order = orderAt(day, at);
  if (order) return { state: order.kind, untilAt: order.untilAt, reason: order.reason };
  return day.schedule && postedAt(day.schedule.issuing, at);
};

/** Issuing ends so long before. Rules: HOURS-2. */
const CUT_OFF_UNIT_MS = 60_000;

/** When the doors shut for the day: posted, or by an order that goes beyond it. Rules: HOURS-10. */
export const closesAt = ({ schedule, config, order }: Day): Instant | null => {
  const last = schedule?.issuing.at(-1);
  if (!last) return null;
  const posted = last.toAt + (config.hours?.cutOffMinutes ?? 0) * CUT_OFF_UNIT_MS;
  return order?.kind === 'extended' ? Math.max(posted, order.untilAt ?? posted) : posted;
};

/** Those of the hall, and of lanes and services that have their own. Rules: HOURS-7. */
const allSpans = ({ schedule }: Day): readonly Span[] => {
  if (!schedule) return [];
  const { issuing, lanes = {}, services = {} } = schedule;
  return [issuing, ...Object.values(lanes), ...Object.values(services)].flat();
};

/** That a lane or a service gives no numbers by its own hours; null while it does. Rules: HOURS-7, HOURS-12. */
const ownIssuing = (
  day: Day,
  spans: readonly Span[] | undefined,
  at: Instant,
): IssuingRow | null => {
  if (!spans || orderAt(day, at)?.kind === 'extended') return null;
  const row = postedAt(spans, at);
  return row.state === 'open' ? null : row;
};

export const laneIssuing = (day: Day, lane: LaneId, at: Instant): IssuingRow | null =>
  ownIssuing(day, day.schedule?.lanes?.[lane], at);

export const serviceIssuing = (day: Day, service: ServiceId, at: Instant): IssuingRow | null =>
  ownIssuing(day, day.schedule?.services?.[service], at);

/** The first instant at which the answer changes by itself and the journal does not say so yet. Rules: HOURS-6. */
export const nextTurn = (day: Day): Instant | null => {
  const { turnsToldAt: after } = day;
  const spans = allSpans(day);
  const ends = [day.order?.untilAt, ...spans.flatMap(({ fromAt, toAt }) => [fromAt, toAt])];
  let next: Instant | null = null;
  for (const at of ends) {
    if (typeof at === 'number' && at > after && (next === null || at < next)) next = at;
  }
  return next;
};

/** The state that has come since the last fact, to be told. Rules: HOURS-6. */
export const turnSince = (hall: HallState, at: Instant): readonly EventOf<'IssuingTurned'>[] => {
  const { day } = hall;
  const turnsAt = day && nextTurn(day);
  if (!day || turnsAt === null || turnsAt > at) return [];
  const row = issuingAt(day, at);
  return [{ type: 'IssuingTurned', state: row?.state ?? 'open' }];
};

/** A manager has stopped issuing, whoever asks and whatever for. Rules: HOURS-4. Rejects: issuing-stopped. */
export const refusedByStop = (day: Day, at: Instant): Refused | null => {
  const order = orderAt(day, at);
  if (order?.kind !== 'stopped') return null;
  const retry = order.untilAt === null ? {} : { retryAt: order.untilAt };
  return reject('issuing-stopped', { state: order.reason, ...retry });
};

type ToIssue = {
  readonly lane: LaneId;
  /** Everything that the ticket is to be issued for. */
  readonly services: readonly ServiceId[];
  readonly staff: boolean;
};

/** The posted hours that concern somebody, and whose they are. Rules: HOURS-7. */
const concerned = ({ schedule }: Day, { lane, services }: ToIssue) => {
  const sets: { readonly whose: string; readonly spans: readonly Span[] }[] = [];
  if (schedule === null) return sets;
  sets.push({ whose: 'hall', spans: schedule.issuing });
  const ofLane = schedule.lanes?.[lane];
  if (ofLane) sets.push({ whose: lane, spans: ofLane });
  for (const service of services) {
    const ofService = schedule.services?.[service];
    if (ofService) sets.push({ whose: service, spans: ofService });
  }
  return sets;
};

/**
 * Why somebody gets no ticket now, if so. Staff may issue some minutes before an opening.
 * Rules: HOURS-2..HOURS-5, HOURS-7. Rejects: issuing-stopped, issuing-not-yet, issuing-over.
 */
export const refusedByHours = (day: Day, asked: ToIssue, at: Instant): Refused | null => {
  if (orderAt(day, at)?.kind === 'extended') return null;
  const stopped = refusedByStop(day, at);
  if (stopped) return stopped;
  const aheadMs = asked.staff ? (day.schedule?.preIssueMs ?? 0) : 0;
  for (const { whose, spans } of concerned(day, asked)) {
    if (spans.some(({ fromAt, toAt }) => covers(at, { fromAt: fromAt - aheadMs, toAt }))) continue;
    const next = nextOf(spans, at);
    if (!next) return reject('issuing-over', { state: whose });
    return reject('issuing-not-yet', { state: whose, retryAt: next.fromAt - aheadMs });
  }
  return null;
};

/** How long it is until the hall opens for whoever comes earlier. Rules: HOURS-3. */
export const preOpeningAt = ({ schedule }: Day, at: Instant): DurationMs => {
  const [first] = schedule?.issuing ?? [];
  return first && at < first.fromAt ? first.fromAt - at : 0;
};
