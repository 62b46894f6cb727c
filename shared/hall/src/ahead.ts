/**
 * Who goes first: the waiting tickets that the rule would call before somebody who is called after a
 * given wait, and the later arrivals that would still overtake. Rules: WAIT-2, CALL-1, CALL-4.
 */
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { scoreOf } from './lane-policy.ts';
import type { Day, HallState } from './state.ts';

export type Asked = {
  readonly service: ServiceId;
  readonly lane: LaneId;
  readonly waitFromAt: Instant;
  /** Place in fairness order; larger than any for somebody who would take a ticket now. */
  readonly place: number;
};

/** Arrivals of the day are trusted as a rate after this time. Units: ms. */
const RATE_AFTER_MS = 10 * 60_000;

/** Score at an instant and growth per ms: every policy's score is a line. */
type Line = { readonly score: number; readonly growth: number };

const lineOf = (day: Day, ticket: Pick<Asked, 'lane' | 'waitFromAt'>, at: Instant): Line => {
  const score = scoreOf(day, ticket, at);
  return { score, growth: scoreOf(day, ticket, at + 1) - score };
};

type Rival = Line & {
  readonly service: ServiceId;
  readonly place: number;
  /** Later tickets that may still be called before it. Rules: CALL-4. */
  readonly passesLeft: number;
};

/** Later arrivals of one lane. */
type Stream = Line & {
  /** Units: tickets per ms. */
  readonly rate: number;
};

/** Everything that may come before the asked ticket, seen from an instant. */
export type Rivals = {
  readonly asked: Asked;
  readonly own: Line;
  /** Latest place first. */
  readonly waiting: readonly Rival[];
  readonly streams: readonly Stream[];
};

export const rivalsOf = (
  hall: HallState,
  day: Day,
  asked: Asked,
  beside: ReadonlySet<ServiceId>,
  at: Instant,
): Rivals => {
  const waiting: Rival[] = [];
  for (const ticket of hall.tickets.values()) {
    const { state, service, place, passOverCap, passedOver } = ticket;
    if (state !== 'waiting' || !beside.has(service) || place === asked.place) continue;
    waiting.push({
      ...lineOf(day, ticket, at),
      service,
      place,
      passesLeft: passOverCap - passedOver,
    });
  }
  waiting.sort((a, b) => b.place - a.place);
  const elapsed = at - day.openedAt;
  const compatible = beside.size / day.config.services.length;
  const others = elapsed < RATE_AFTER_MS ? [] : day.config.lanes;
  const streams = others
    .filter((lane) => lane.id !== asked.lane)
    .map((lane) => ({
      ...lineOf(day, { lane: lane.id, waitFromAt: at }, at),
      rate: ((hall.totals[lane.id]?.issued ?? 0) * compatible) / elapsed,
    }));
  return { asked, own: lineOf(day, asked, at), waiting, streams };
};

/** Expected later arrivals that would still be called first when the asked ticket waits that long. */
export const overtakers = ({ own, streams }: Rivals, waitMs: DurationMs): number => {
  const target = own.score + own.growth * waitMs;
  let expected = 0;
  for (const { score, growth, rate } of streams) {
    // Who arrives after `late` has too little of a wait left; scores grow with the wait.
    const late = growth > 0 ? waitMs - (target - score) / growth : 0;
    expected += rate * Math.min(waitMs, Math.max(0, late));
  }
  return expected;
};

export type Ahead = { readonly byService: ReadonlyMap<ServiceId, number>; readonly later: number };

/** Whom the rule calls first when the asked ticket waits that long. */
export const aheadAfter = (rivals: Rivals, waitMs: DurationMs): Ahead => {
  const { asked, own, waiting } = rivals;
  const later = overtakers(rivals, waitMs);
  const byService = new Map<ServiceId, number>();
  let passing = later;
  for (const { score, growth, service, place, passesLeft } of waiting) {
    const lead = score - own.score + (growth - own.growth) * waitMs;
    const earlier = place < asked.place;
    const first = lead > 0 || (earlier && (lead === 0 || passing >= passesLeft));
    if (!first) continue;
    byService.set(service, (byService.get(service) ?? 0) + 1);
    passing += 1;
  }
  return { byService, later };
};
