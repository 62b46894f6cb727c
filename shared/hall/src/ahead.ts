/**
 * Who goes first: the waiting tickets that the rule would call before somebody now, or who is called
 * after a given wait, and the later arrivals that would still overtake. People are told the first; the
 * second is for the range of the wait.
 * Rules: WAIT-2, WAIT-5, CALL-1, CALL-4, CALL-13, MISS-4.
 */
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { configIndex } from './config-index.ts';
import { passesLeft } from './fairness.ts';
import { growthOf, scoreOf } from './lane-policy.ts';
import { allLive } from './live-tickets.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { inAdvance, takeTurn, turnStep } from './turns.ts';

export type TicketInLine = {
  readonly service: ServiceId;
  readonly lane: LaneId;
  readonly waitFromAt: Instant;
  /** Place in fairness order; larger than any for somebody who would take a ticket now. */
  readonly place: number;
  readonly first: boolean;
  /** How many calls of its lane it still lets go first. Rules: MISS-4. */
  readonly hold: number;
  /** How many later ones may still be called before it; while it is held nothing bounds that. Rules: CALL-4. */
  readonly passesLeft: number;
};

/** Arrivals of the day are trusted as a rate after this time. Units: ms. */
const RATE_AFTER_MS = 10 * 60_000;

/** A lead that no wait makes up for. */
const FAR_AHEAD = Number.MAX_SAFE_INTEGER;

/** Score at an instant and growth per ms: every policy's score is a line. */
type GrowingScore = { readonly score: number; readonly growth: number };

const growingScoreOf = (
  day: Day,
  ticket: Pick<TicketInLine, 'lane' | 'waitFromAt'>,
  at: Instant,
): GrowingScore => ({
  score: scoreOf(day, ticket, at),
  growth: growthOf(day, ticket.lane),
});

type Rival = {
  /** By how much its score leads the asked ticket's now, and what the lead gains per ms. */
  readonly lead: number;
  readonly gain: number;
  /** The lead in the order of the calls as the hall stands. */
  readonly leadNow: number;
  /** Index of its service among those beside. */
  readonly service: number;
  readonly earlier: boolean;
  readonly place: number;
  /** Of the asked ticket's lane. */
  readonly alike: boolean;
  /** How many calls of its lane it still lets go first. Rules: MISS-4. */
  readonly hold: number;
  /** Later tickets that may still be called before it. Rules: CALL-4. */
  readonly passesLeft: number;
};

/** Later arrivals of one lane that may overtake. */
type Stream = {
  /** Units: tickets per ms. */
  readonly rate: number;
  /** Who arrives before `fromMs + slope × wait` overtakes somebody who waits that long. */
  readonly fromMs: number;
  readonly slope: number;
};

/** Everything that may come before the asked ticket, seen from an instant. */
export type Rivals = {
  /** Latest place first. */
  readonly waiting: readonly Rival[];
  readonly streams: readonly Stream[];
  /** How many services there are beside. */
  readonly services: number;
  readonly hold: number;
  readonly passesLeft: number;
};

const streamOf = (own: GrowingScore, { score, growth }: GrowingScore, rate: number): Stream => ({
  rate,
  fromMs: (score - own.score) / growth,
  slope: 1 - own.growth / growth,
});

/** Longer than anybody waits, so that turns are compared first. Units: ms. */
const WAITS_LESS_MS = 2 ** 40;

/**
 * Lanes that take turns: whoever goes first takes one of its lane out of its time, and each further ticket of a
 * lane has its call a step later. Larger is earlier.
 * Rules: CALL-13.
 */
const turnsNow = (
  hall: HallState,
  day: Day,
  line: readonly InLane[],
): ReadonlyMap<number, number> => {
  const stepOf = (lane: LaneId): number =>
    turnStep(configIndex(day.config).lanes.get(lane)?.lane ?? {});
  let { turns } = hall;
  const inTurn: InLane[] = [];
  for (const row of [...line].sort((a, b) => a.place - b.place)) {
    if (row.first) turns = takeTurn(turns, row.lane, stepOf(row.lane));
    else inTurn.push(row);
  }
  const next = new Map<LaneId, number>();
  const order = new Map<number, number>();
  for (const { lane, place, waitFromAt } of inTurn.sort(byAge)) {
    const turn = next.get(lane) ?? inAdvance(turns, lane);
    order.set(place, -turn - waitFromAt / WAITS_LESS_MS);
    next.set(lane, turn + stepOf(lane));
  }
  return order;
};

type InLane = Pick<TicketInLine, 'lane' | 'place' | 'waitFromAt' | 'first'>;

const byAge = (a: InLane, b: InLane): number => a.waitFromAt - b.waitFromAt || a.place - b.place;

/** Those in line for the services, without the asked one. */
const besideOf = (
  hall: HallState,
  asked: TicketInLine,
  beside: readonly ServiceId[],
): readonly Ticket[] =>
  allLive(hall.tickets).filter(
    ({ state, place, service }) =>
      state === 'waiting' && place !== asked.place && beside.includes(service),
  );

/** By how much a ticket leads the asked one as the hall stands; under most policies that is the score. */
const leadsNow = (
  hall: HallState,
  day: Day,
  asked: TicketInLine,
  line: readonly Ticket[],
): ((ticket: Ticket, lead: number) => number) => {
  if (day.config.policy.kind !== 'ratio') return (_, lead) => lead;
  const turns = turnsNow(hall, day, [...line, asked]);
  const own = turns.get(asked.place) ?? 0;
  return ({ place, first }, lead) => (first || asked.first ? lead : (turns.get(place) ?? 0) - own);
};

const rivalsWaiting = (
  hall: HallState,
  day: Day,
  asked: TicketInLine,
  beside: readonly ServiceId[],
  at: Instant,
): readonly Rival[] => {
  const own = growingScoreOf(day, asked, at);
  const gains = new Map(
    day.config.lanes.map(({ id }) => [id, growthOf(day, id) - own.growth] as const),
  );
  const line = besideOf(hall, asked, beside);
  const leadNow = leadsNow(hall, day, asked, line);
  const waiting: Rival[] = [];
  for (const ticket of line) {
    const { place } = ticket;
    const rank = Number(ticket.first) - Number(asked.first);
    const scored = rank === 0 && !asked.first;
    const alike = ticket.lane === asked.lane;
    // First ones lead all others, and one another by their places.
    const lead = scored ? scoreOf(day, ticket, at) - own.score : rank * FAR_AHEAD;
    waiting.push({
      lead,
      gain: scored ? (gains.get(ticket.lane) ?? 0) : 0,
      leadNow: leadNow(ticket, lead),
      service: beside.indexOf(ticket.service),
      place,
      earlier: place < asked.place,
      ...{ alike, hold: ticket.hold },
      passesLeft: passesLeft(ticket),
    });
  }
  return waiting.sort((a, b) => b.place - a.place);
};

export const rivalsOf = (
  hall: HallState,
  day: Day,
  asked: TicketInLine,
  beside: readonly ServiceId[],
  at: Instant,
): Rivals => {
  const own = growingScoreOf(day, asked, at);
  const elapsed = at - day.openedAt;
  const compatible = beside.length / day.config.services.length;
  const others = day.config.lanes.filter(({ id }) => id !== asked.lane);
  const streams = others.map(({ id }) => {
    const totals = hall.totals[id];
    const arrived = totals ? (totals.issued + totals.entered) * compatible : 0;
    return streamOf(own, growingScoreOf(day, { lane: id, waitFromAt: at }, at), arrived / elapsed);
  });
  return {
    waiting: rivalsWaiting(hall, day, asked, beside, at),
    // Nobody who comes later goes before one that goes first.
    streams: elapsed < RATE_AFTER_MS || asked.first ? [] : streams,
    services: beside.length,
    hold: asked.hold,
    passesLeft: asked.hold > 0 ? Number.POSITIVE_INFINITY : asked.passesLeft,
  };
};

/** Expected later arrivals that would still be called first when the asked ticket waits that long. */
const overtakers = (streams: readonly Stream[], waitMs: DurationMs): number => {
  let expected = 0;
  for (const { rate, fromMs, slope } of streams) {
    expected += rate * Math.min(waitMs, Math.max(0, fromMs + slope * waitMs));
  }
  return expected;
};

export type Ahead = {
  /** Waiting tickets by index of their service. */
  readonly waiting: readonly number[];
  /** Those with a later place, apart. No more of them than `passesLeft` are called first. Rules: CALL-4. */
  readonly passing: readonly number[];
  /** Expected later arrivals. */
  readonly later: number;
};

type LeadOf = (rival: Rival) => number;

type Standing = { readonly leads: number; readonly place: number };

const byTurn = (a: Standing, b: Standing): number => b.leads - a.leads || a.place - b.place;

/**
 * The last of those that a held ticket lets go; whoever is called before that one goes before it, too.
 * Null when it is not held, or nobody of its lane is there to be let go.
 * Rules: MISS-4.
 */
const lastLetGo = ({ waiting, hold }: Rivals, leadOf: LeadOf): Standing | null => {
  if (hold === 0) return null;
  const others = waiting
    .filter((rival) => rival.alike && rival.hold < hold)
    .map((rival) => ({ leads: leadOf(rival), place: rival.place }))
    .sort(byTurn);
  return others[Math.min(hold, others.length) - 1] ?? null;
};

/** Whether the rule calls it first, when so many pass whoever it passes. Rules: CALL-1, CALL-4, MISS-4. */
const goesFirst = (
  { earlier, place, passesLeft }: Rival,
  { leads, last, passing }: { leads: number; last: Standing | null; passing: number },
): boolean =>
  leads > 0 ||
  (earlier && (leads === 0 || passing >= passesLeft)) ||
  (last !== null && byTurn({ leads, place }, last) <= 0);

/**
 * Whom the rule calls first by their leads. Whoever is held for more calls of the lane than the asked
 * ticket stands back until so many of the lane have been called.
 */
const aheadBy = (rivals: Rivals, leadOf: LeadOf, later: number): Ahead => {
  const { services, hold } = rivals;
  const last = lastLetGo(rivals, leadOf);
  const counts = { earlier: newCounts(services), later: newCounts(services) };
  let passing = later;
  let ofLane = 0;
  const countIn = (rival: Rival): void => {
    const leads = leadOf(rival);
    if (!goesFirst(rival, { leads, last, passing })) return;
    const { service, earlier, alike } = rival;
    const side = earlier ? counts.earlier : counts.later;
    side[service] = (side[service] ?? 0) + 1;
    passing += 1;
    if (alike) ofLane += 1;
  };
  const held: Rival[] = [];
  for (const rival of rivals.waiting) {
    if (rival.alike && rival.hold > hold) held.push(rival);
    else countIn(rival);
  }
  held.sort((a, b) => a.hold - b.hold);
  for (const rival of held) if (rival.hold <= ofLane) countIn(rival);
  return { waiting: counts.earlier, passing: counts.later, later };
};

/** Whom the rule calls first when the asked ticket waits that long. */
export const aheadAfter = (rivals: Rivals, waitMs: DurationMs): Ahead => {
  const leadOf = ({ lead, gain }: Rival): number => lead + gain * waitMs;
  return aheadBy(rivals, leadOf, overtakers(rivals.streams, waitMs));
};

/** Whom it calls first as the hall stands, while nobody comes and no time passes. Rules: WAIT-5. */
export const aheadNow = (rivals: Rivals): Ahead => aheadBy(rivals, ({ leadNow }) => leadNow, 0);

const newCounts = (services: number): number[] => new Array<number>(services).fill(0);
