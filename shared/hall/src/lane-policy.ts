/**
 * Who is next for a counter: of the tickets that the counter could take at the moment (eligibility.ts)
 * the one with the largest score, as far as the cap lets it go first (fairness.ts). Every calling policy
 * is one entry of `POLICIES`: its score of a ticket at a moment, the line that screens extend, if the
 * score is one, and the line that forecasts go by. Turns of lanes are kept in turns.ts; what earlier
 * versions of these rules chose, in rule-versions.ts. The counter's page cannot ask this, since screens
 * never import the hall: the order that it expects (counter-client/src/waiting/expected-order.ts) is a
 * second implementation, held against the calls that this one makes (test/feed/expected-order.test.ts).
 * Source: product.md 4.1 (largest weighted delay first, Stolyar & Ramanan 2001, with a head start).
 */
import type { LaneConfig, PolicyKind } from '@tingxu/contract/config';
import type { DurationMs, Instant, LaneId } from '@tingxu/contract/ids';
import { RATIO_TURN_STEP, STRICT_LANE_STEP } from '@tingxu/contract/scores';
import type { CallTier } from '@tingxu/contract/ticket-events';
import type { TicketRow } from '@tingxu/contract/views';
import { configIndex, type RankedLane } from './config-index.ts';
import { eligibleFor, type Moment, tierOf } from './eligibility.ts';
import { chooseFairly, type FairChoice } from './fairness.ts';
import type { Day, Ticket } from './state.ts';
import { inAdvance } from './turns.ts';

/**
 * Version of the rules that choose, here and in fairness.ts, eligibility.ts, kept.ts, presence.ts and
 * turns.ts; every call records it. It grows when the same hall could choose another ticket under the
 * same configuration. Rules: CALL-9.
 */
export const RULE_VERSION = 2;

/**
 * What a score is of a wait: a line, so two figures say it for every instant.
 * Units: urgency in millionths per minute.
 */
type ScoreOfWait = (waitMs: DurationMs, lane: RankedLane, urgency: number) => number;

/** The larger score is called first. All integers, so a replay gives the same choice on every machine. */
type Policy = {
  readonly score: (ticket: Ticket, moment: Moment) => number;
  /** The score as a line; null when it also depends on what happens to others. */
  readonly line: ScoreOfWait | null;
  /** The line that a forecast of the wait goes by. */
  readonly forecast: ScoreOfWait;
};

type RankedTicket = Pick<Ticket, 'lane' | 'waitFromAt'>;

const onLine = (
  line: ScoreOfWait,
  day: Day,
  { lane, waitFromAt }: RankedTicket,
  at: Instant,
): number => {
  const ranked = configIndex(day.config).lanes.get(lane);
  return ranked ? line(at - waitFromAt, ranked, day.urgencies[lane] ?? 0) : 0;
};

const lined = (line: ScoreOfWait): Policy => ({
  score: (ticket, { day, at }) => onLine(line, day, ticket, at),
  line,
  forecast: line,
});

const POLICIES: Readonly<Record<PolicyKind, Policy>> = {
  /** CALL-1: (wait + credit) × urgency. */
  'weighted-delay': lined((waitMs, { lane }, urgency) => (waitMs + lane.creditMs) * urgency),
  /** CALL-7: the due instant (leg entry + lane target) that comes first. */
  'earliest-due': lined((waitMs, { lane }) => waitMs - lane.promise.targetMs),
  /** CALL-7: first come first served, each lane with its head start. */
  'head-start': lined((waitMs, { lane }) => waitMs + lane.creditMs),
  /** CALL-7: lanes in the order of the configuration, first come first served inside. */
  strict: lined((waitMs, { rank }) => waitMs - rank * STRICT_LANE_STEP),
  /** CALL-7: first come first served. */
  fifo: lined((waitMs) => waitMs),
  /** CALL-13: the lane whose turn it is, first come first served inside. */
  ratio: {
    score: ({ lane, waitFromAt }, { hall, at }) =>
      at - waitFromAt - inAdvance(hall.turns, lane) * RATIO_TURN_STEP,
    line: null,
    forecast: (waitMs, { lane }) => waitMs * (lane.weight ?? 1),
  },
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

const policyOf = (day: Day): Policy => POLICIES[day.config.policy.kind];

/** The score that a forecast goes by; the larger is expected first. Rules: WAIT-2. */
export const scoreOf = (day: Day, ticket: RankedTicket, at: Instant): number =>
  onLine(policyOf(day).forecast, day, ticket, at);

/** What the score of a forecast gains with each ms of waiting. */
export const growthOf = (day: Day, lane: LaneId): number =>
  scoreOf(day, { lane, waitFromAt: 0 }, 1) - scoreOf(day, { lane, waitFromAt: 0 }, 0);

/** The score of a ticket at every instant, for the screens. Rules: CALL-1, CALL-7, CALL-13. */
export const scoreLine = (
  day: Day | null,
  ticket: RankedTicket,
): Pick<TicketRow, 'scoreFromAt' | 'scoreWeight'> => {
  if (!day) return { scoreFromAt: ticket.waitFromAt, scoreWeight: 1 };
  const { line } = policyOf(day);
  if (!line) return { scoreFromAt: null, scoreWeight: null };
  const atEntry = onLine(line, day, ticket, ticket.waitFromAt);
  const scoreWeight = onLine(line, day, ticket, ticket.waitFromAt + 1) - atEntry;
  return { scoreFromAt: ticket.waitFromAt - Math.round(atEntry / scoreWeight), scoreWeight };
};

/** The score of a waiting ticket at a moment; the larger is called first. Rules: CALL-1, CALL-7, CALL-13. */
export const scoreIn = (moment: Moment, ticket: Ticket): number =>
  policyOf(moment.day).score(ticket, moment);

/** A choice with every reason that the journal keeps. Rules: CALL-9. */
export type Choice = FairChoice & { readonly tier: CallTier | null };

/**
 * The ticket that a counter calls next, with the reasons that go into the journal; null when nobody
 * waits whom it may call.
 * Rules: CALL-1..CALL-5, CALL-10, CALL-11, CALL-13.
 */
export const chooseNext = (moment: Moment): Choice | null => {
  const choice = chooseFairly(eligibleFor(moment), (ticket) => scoreIn(moment, ticket));
  return choice && { ...choice, tier: tierOf(moment, choice.ticket) };
};
