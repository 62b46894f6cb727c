/**
 * Waiting tickets in the order in which this counter would call them now, one after the other, while
 * nobody comes, no time passes and no other counter calls: the rule, run forward. Whom it could not
 * call at all stands behind them, and so does whoever is further than anybody plans. Pure.
 * Rules: CALL-2, CALL-3, CALL-4, CALL-10, CALL-11, CALL-13, CALL-14, MISS-4, LEG-6.
 */
import type { LaneId } from '@tingxu/contract/ids';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { isProtected } from '@tingxu/ui/lib/pass-over';
import { type Desk, withinReach } from './within-reach.ts';

/** Parts of a turn that a lane has had in advance, as the calls so far leave them. Rules: CALL-13. */
type Turns = ReadonlyMap<LaneId, number>;

const turnsOf = ({ view }: Desk): Turns =>
  new Map(Object.values(view.lanes).map(({ lane, turn = 0 }) => [lane, turn]));

/** A call takes its lane a turn further; the others save nothing up. */
const afterTurn = ({ view }: Desk, turns: Turns, called: LaneId): Turns => {
  const had = turns.get(called) ?? 0;
  const rest = [...turns].map(([lane, turn]) => [lane, Math.max(0, turn - had)] as const);
  return new Map(rest).set(called, view.lanes[called]?.turnStep ?? 0);
};

const scoreAt = ({ scoreFromAt, scoreWeight }: TicketRow, at: number): number | null =>
  scoreFromAt === null || scoreWeight === null ? null : (at - scoreFromAt) * scoreWeight;

/** Above zero when the rule puts `b` first. Without a score the turn of the lane goes first. */
const byScore = (at: number, turns: Turns, a: TicketRow, b: TicketRow): number => {
  const left = scoreAt(a, at);
  const right = scoreAt(b, at);
  if (left !== null && right !== null) return right - left;
  const turn = ({ lane }: TicketRow) => turns.get(lane) ?? 0;
  return turn(a) - turn(b) || a.waitFromAt - b.waitFromAt;
};

const byRule =
  ({ at }: Desk, turns: Turns) =>
  (a: TicketRow, b: TicketRow): number =>
    Number(b.first) - Number(a.first) ||
    (a.first ? 0 : byScore(at, turns, a, b)) ||
    a.place - b.place;

/** Whom a call would take, and whom it would pass over; null when it could take nobody. */
const callOf = (
  desk: Desk,
  waiting: readonly TicketRow[],
  turns: Turns,
): { readonly next: TicketRow; readonly passed: readonly TicketRow[] } | null => {
  const reach = withinReach(desk, waiting);
  const limit = earliestPlace(reach.filter(isProtected));
  const order = byRule(desk, turns);
  let next: TicketRow | null = null;
  for (const row of reach) {
    if (row.place <= limit && (next === null || order(row, next) < 0)) next = row;
  }
  if (next === null) return null;
  const { place } = next;
  return { next, passed: reach.filter((row) => row.place < place) };
};

/** What the call leaves of a ticket that still waits. Rules: CALL-4, MISS-4. */
const afterCall = (
  row: TicketRow,
  called: TicketRow,
  passed: ReadonlySet<TicketRow>,
): TicketRow => {
  const closer = row.hold > 0 && row.lane === called.lane;
  if (!closer && !passed.has(row)) return row;
  return {
    ...row,
    hold: closer ? row.hold - 1 : row.hold,
    passedOver: row.passedOver + Number(passed.has(row)),
  };
};

/** Each call looks at everybody who waits, so a full hall is not run to its end each second. */
const FORESEEN = 60;

export const expectedOrder = (tickets: readonly TicketRow[], desk: Desk): TicketRow[] => {
  let waiting = tickets.filter(
    ({ state, service }) => state === 'waiting' && desk.counter.skills.includes(service),
  );
  const shown = new Map(waiting.map((row) => [row.ticket, row]));
  const order: TicketRow[] = [];
  let turns = turnsOf(desk);
  while (order.length < FORESEEN) {
    const call = callOf(desk, waiting, turns);
    if (!call) break;
    const { next } = call;
    const passed = new Set(call.passed);
    order.push(shown.get(next.ticket) ?? next);
    turns = afterTurn(desk, turns, next.lane);
    waiting = waiting.filter((row) => row !== next).map((row) => afterCall(row, next, passed));
  }
  const reach = new Set(withinReach(desk, waiting));
  const rule = byRule(desk, turns);
  waiting.sort((a, b) => Number(reach.has(b)) - Number(reach.has(a)) || rule(a, b));
  return [...order, ...waiting.map((row) => shown.get(row.ticket) ?? row)];
};

type WithTickets = Desk & { readonly view: Pick<CounterView, 'tickets'> };

/** The oldest ticket that nobody may pass at this counter now. Rules: CALL-4. */
export const protectedFor = (desk: WithTickets): TicketRow | null => {
  const waiting = Object.values(desk.view.tickets).filter(
    ({ state, service }) => state === 'waiting' && desk.counter.skills.includes(service),
  );
  const shielded = withinReach(desk, waiting).filter(isProtected);
  return shielded.sort((a, b) => a.place - b.place)[0] ?? null;
};

const earliestPlace = (tickets: readonly TicketRow[]): number =>
  tickets.reduce((earliest, { place }) => Math.min(earliest, place), Number.POSITIVE_INFINITY);
