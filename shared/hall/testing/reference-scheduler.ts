/**
 * Who is next, written from docs/SPEC.md alone: it shares no code with the rule it judges. The default
 * rule with its cap takes some sixty lines; six policies, secondary services, dedicated counters, turns,
 * kept and held tickets take the others, each as plain as the sentence that it stands for.
 * Rules: CALL-1..CALL-5, CALL-7, CALL-10, CALL-11, CALL-13, CTR-10, MISS-4, LEG-6, LEG-7.
 * Source: quality.md INV-05.
 */
import type { CounterConfig, HallConfig, LaneConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';

export type ReferenceTicket = {
  readonly id: string;
  readonly lane: string;
  readonly service: string;
  /** Start of the wait that counts. */
  readonly waitFromAt: Instant;
  readonly place: number;
  readonly passedOver: number;
  readonly cap: number;
  /** Calls of its lane that a returned ticket still lets pass. */
  readonly heldFor: number;
  /** LEG-6: before every score. */
  readonly first: boolean;
  /** LEG-7: the counter that alone may call it. */
  readonly keeper: string | null;
};

/** The hall around the waiting tickets, as a call finds it. */
export type ReferenceHall = {
  readonly config: HallConfig;
  readonly waiting: readonly ReferenceTicket[];
  /** CTR-10: ids of the counters that are open, or paused and not away. */
  readonly there: readonly string[];
  /** Since when each counter has been open without a ticket; none while it is not. */
  readonly freeSince: ReadonlyMap<string, Instant>;
  /** Lanes of the calls of the day, oldest first. */
  readonly laneCalls: readonly string[];
};

export type ReferenceChoice = {
  readonly id: string;
  /** Ids in place order. */
  readonly passedOver: readonly string[];
  readonly protectedBy: string | undefined;
  readonly tier: string | undefined;
  /** Ids of everybody whom the counter could have taken. */
  readonly couldTake: ReadonlySet<string>;
};

/** CALL-1: millionths per minute, at least one. */
const urgency = ({ promise }: LaneConfig): number => {
  const perMinute = -Math.log(1 - promise.sharePermille / 1_000) / (promise.targetMs / 60_000);
  return Math.max(1, Math.round(perMinute * 1_000_000));
};

/** CALL-13: how far each lane is in turns, and where the line of them stands, by counting the calls. */
const turns = (
  hall: ReferenceHall,
): { readonly far: Map<string, number>; readonly line: number } => {
  const far = new Map<string, number>();
  const weights = new Map(hall.config.lanes.map(({ id, weight }) => [String(id), weight ?? 1]));
  let line = 0;
  for (const id of hall.laneCalls) {
    line = Math.max(line, far.get(id) ?? 0);
    far.set(id, line + 720_720 / (weights.get(id) ?? 1));
  }
  return { far, line };
};

const unknownLane = (lane: string): never => {
  throw new Error(`no lane ${lane}`);
};

/** LEG-6: first ones by their places, then all others by the policy. */
const ranks = (hall: ReferenceHall, at: Instant) => {
  const byPolicy = policyRanks(hall, at);
  return (ticket: ReferenceTicket): readonly number[] =>
    ticket.first ? [0, ticket.place] : [1, ...byPolicy(ticket)];
};

/** What makes one ticket come before another: the smaller figure, the first one that differs. */
const policyRanks = (hall: ReferenceHall, at: Instant) => {
  const { lanes, policy } = hall.config;
  const { far, line } = policy.kind === 'ratio' ? turns(hall) : { far: new Map(), line: 0 };
  const known = new Map(
    lanes.map((lane, index) => [String(lane.id), { lane, index, weight: urgency(lane) }]),
  );
  return (ticket: ReferenceTicket): readonly number[] => {
    const { lane, index, weight } = known.get(ticket.lane) ?? unknownLane(ticket.lane);
    switch (policy.kind) {
      case 'weighted-delay':
        return [-(at - ticket.waitFromAt + lane.creditMs) * weight, ticket.place];
      case 'earliest-due':
        return [ticket.waitFromAt + lane.promise.targetMs, ticket.place];
      case 'head-start':
        return [ticket.waitFromAt - lane.creditMs, ticket.place];
      case 'strict':
        return [index, ticket.waitFromAt, ticket.place];
      case 'ratio':
        return [Math.max(line, far.get(lane.id) ?? 0), ticket.waitFromAt, ticket.place];
      case 'fifo':
        return [ticket.waitFromAt, ticket.place];
      default:
        return policy.kind satisfies never;
    }
  };
};

const ranksBefore = (left: readonly number[], right: readonly number[]): boolean => {
  const differs = left.findIndex((figure, i) => figure !== right[i]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? 0);
};

const keeps = ({ dedicated }: CounterConfig, { lane }: ReferenceTicket): boolean =>
  dedicated === undefined || dedicated.lanes.some((id) => id === lane);

/** Everybody whom the counter could take now, each with the reason why, in place order. */
const couldTake = (hall: ReferenceHall, counter: CounterConfig, at: Instant) => {
  const skilled = hall.waiting.filter(
    ({ service, keeper }) =>
      counter.skills.some((id) => id === service) && (keeper === null || keeper === counter.id),
  );
  const elsewhere = (ticket: ReferenceTicket): boolean =>
    hall.config.counters.some(
      (other) =>
        other.id !== counter.id &&
        hall.there.includes(other.id) &&
        other.skills.some((id) => id === ticket.service) &&
        keeps(other, ticket),
    );
  const mine = skilled.filter(
    (ticket) => ticket.keeper !== null || keeps(counter, ticket) || !elsewhere(ticket),
  );
  const idleFor = at - (hall.freeSince.get(counter.id) ?? at + 1);
  const helps = mine.length === 0 && idleFor >= (counter.dedicated?.helpsAfterMs ?? 120_000);
  const tiers = (helps ? skilled : mine).map((ticket) => {
    const limit = counter.secondary?.find(({ service }) => service === ticket.service)?.limitMs;
    const overdue = limit !== undefined && at - ticket.waitFromAt >= limit;
    const plain = overdue ? 'overdue' : 'secondary';
    return { ticket, kind: limit === undefined ? undefined : plain };
  });
  const first = tiers.filter(({ kind }) => kind !== 'secondary');
  const now = first.length > 0 ? first : tiers;
  const free = new Set(
    now.filter(({ ticket }) => ticket.heldFor === 0).map((row) => row.ticket.lane),
  );
  return now
    .filter(({ ticket }) => ticket.heldFor === 0 || !free.has(ticket.lane))
    .map(({ ticket, kind }) => ({ ticket, tier: helps ? 'helping' : kind }))
    .sort((a, b) => a.ticket.place - b.ticket.place);
};

export const referenceChoice = (
  hall: ReferenceHall,
  counter: CounterConfig,
  at: Instant,
): ReferenceChoice | null => {
  const inOrder = couldTake(hall, counter, at);
  const limit = inOrder.findIndex(({ ticket }) => ticket.passedOver >= ticket.cap);
  const allowed = limit >= 0 ? inOrder.slice(0, limit + 1) : inOrder;
  const rank = ranks(hall, at);
  let best = allowed[0];
  if (!best) return null;
  let bestRank = rank(best.ticket);
  for (const row of allowed) {
    const own = rank(row.ticket);
    if (!ranksBefore(own, bestRank)) continue;
    best = row;
    bestRank = own;
  }
  return {
    id: best.ticket.id,
    passedOver: inOrder.slice(0, inOrder.indexOf(best)).map(({ ticket }) => ticket.id),
    protectedBy: inOrder[limit]?.ticket.id,
    tier: best.tier,
    couldTake: new Set(inOrder.map(({ ticket }) => ticket.id)),
  };
};
