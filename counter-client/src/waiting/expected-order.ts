/**
 * Waiting tickets in the order in which this counter is expected to call them. The first one is the
 * one that a call would take now; later ones may still be overtaken. Pure.
 * Rules: CALL-2, CALL-3, CALL-4, CALL-10, CALL-11, CALL-13, MISS-4, LEG-6.
 */
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { isProtected } from '@tingxu/ui/lib/pass-over';
import { type Desk, withinReach } from './within-reach.ts';

/** Above zero when the rule puts `b` first. Without a score the turn of the lane goes first. */
const byScore = ({ view, at }: Desk, a: TicketRow, b: TicketRow): number => {
  const left = scoreAt(a, at);
  const right = scoreAt(b, at);
  if (left !== null && right !== null) return right - left;
  const turn = ({ lane }: TicketRow) => view.lanes[lane]?.turn ?? 0;
  return turn(a) - turn(b) || a.waitFromAt - b.waitFromAt;
};

const scoreAt = ({ scoreFromAt, scoreWeight }: TicketRow, at: number): number | null =>
  scoreFromAt === null || scoreWeight === null ? null : (at - scoreFromAt) * scoreWeight;

type WithTickets = Desk & { readonly view: Pick<CounterView, 'tickets'> };

export const expectedOrder = (tickets: readonly TicketRow[], desk: Desk): TicketRow[] => {
  const waiting = tickets.filter(
    ({ state, service }) => state === 'waiting' && desk.counter.skills.includes(service),
  );
  const reach = new Set(withinReach(desk, waiting));
  const limit = earliestPlace([...reach].filter(isProtected));
  const group = (ticket: TicketRow): number => {
    if (!reach.has(ticket)) return 2;
    return ticket.place <= limit ? 0 : 1;
  };
  return waiting.sort(
    (a, b) =>
      group(a) - group(b) ||
      Number(b.first) - Number(a.first) ||
      (a.first ? 0 : byScore(desk, a, b)) ||
      a.place - b.place,
  );
};

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
