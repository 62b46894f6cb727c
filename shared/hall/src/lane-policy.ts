/**
 * Who is next for a counter. This is the only place where a calling rule lives: a policy is one
 * function from a waiting ticket to a score, and the fairness rule below bounds all of them alike.
 * Source: product.md 4.1 (largest weighted delay first, Stolyar & Ramanan 2001, with a head start).
 */
import type { CounterConfig, LaneConfig, PolicyKind } from '@tingxu/contract/config';
import { STRICT_LANE_STEP } from '@tingxu/contract/events';
import type { Instant, LaneId } from '@tingxu/contract/ids';
import { chooseFairly, eligibleFor, type FairChoice } from './fairness.ts';
import type { Day, HallState, Ticket } from './state.ts';

/** Version of the rules in this file and in fairness.ts; every call records it. Rules: CALL-9. */
export const RULE_VERSION = 1;

/** What a lane brings into its tickets' scores. */
type LaneWeight = {
  readonly lane: LaneConfig;
  /** Position of the lane in the configuration, first = 0. */
  readonly rank: number;
  /** Units: millionths per minute. */
  readonly urgency: number;
};

/** All integers, so a replay gives the same choice on every machine. */
const SCORES: Readonly<Record<PolicyKind, (waitMs: number, weight: LaneWeight) => number>> = {
  /** CALL-1: (wait + credit) × urgency. */
  'weighted-delay': (waitMs, { lane, urgency }) => (waitMs + lane.creditMs) * urgency,
  /** CALL-7: the due instant (leg entry + lane target) that comes first. */
  'earliest-due': (waitMs, { lane }) => waitMs - lane.promise.targetMs,
  /** CALL-7: first come first served, each lane with its head start. */
  'head-start': (waitMs, { lane }) => waitMs + lane.creditMs,
  /** CALL-7: lanes in the order of the configuration, first come first served inside. */
  strict: (waitMs, { rank }) => waitMs - rank * STRICT_LANE_STEP,
  /** CALL-7: first come first served. */
  fifo: (waitMs) => waitMs,
};

/**
 * A lane's weight in the default rule: −ln(1 − share) ÷ target, never zero.
 * Units: millionths per minute. Rules: CALL-1.
 */
export const urgencyOf = (lane: LaneConfig): number => {
  const minutes = lane.promise.targetMs / 60_000;
  const urgency = -Math.log(1 - lane.promise.sharePermille / 1000) / minutes;
  return Math.max(1, Math.round(urgency * 1_000_000));
};

const weights = new WeakMap<Day, ReadonlyMap<LaneId, LaneWeight>>();

/** Scores are asked for every waiting ticket with every call, so a day makes its weights once. */
const weightsOf = (day: Day): ReadonlyMap<LaneId, LaneWeight> => {
  const known = weights.get(day);
  if (known) return known;
  const made = new Map<LaneId, LaneWeight>();
  for (const [rank, lane] of day.config.lanes.entries()) {
    made.set(lane.id, { lane, rank, urgency: day.urgencies[lane.id] ?? 0 });
  }
  weights.set(day, made);
  return made;
};

/** The score of a ticket at an instant; larger is called first. Rules: CALL-1, CALL-7. */
export const scoreOf = (
  day: Day,
  ticket: Pick<Ticket, 'lane' | 'waitFromAt'>,
  at: Instant,
): number => {
  const weight = weightsOf(day).get(ticket.lane);
  return weight ? SCORES[day.config.policy.kind](at - ticket.waitFromAt, weight) : 0;
};

/** What a score gains with each ms of waiting: every policy's is a line. */
export const growthOf = (day: Day, lane: LaneId): number =>
  scoreOf(day, { lane, waitFromAt: 0 }, 1) - scoreOf(day, { lane, waitFromAt: 0 }, 0);

/**
 * The ticket that a counter calls next, with the reasons that go into the journal; null when nobody
 * waits whom it may call.
 * Rules: CALL-1..CALL-5.
 */
export const chooseNext = (
  hall: HallState,
  day: Day,
  counter: CounterConfig,
  at: Instant,
): FairChoice | null =>
  chooseFairly(eligibleFor(hall, counter), (ticket) => scoreOf(day, ticket, at));
