/** The hall in a handful of figures. Pure. */
import type { Instant } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow, TicketState } from '@tingxu/contract/views';
import { type LaneFigures, laneFigures, longestWait } from './lane-figures.ts';
import { allTotals, type Totals } from './totals.ts';

export type HallFigures = {
  /** Live tickets by state. */
  readonly tickets: Readonly<Record<TicketState, number>>;
  readonly over: number;
  readonly dueSoon: number;
  readonly oldest: TicketRow | null;
  /** Counters that work: free, calling or serving. */
  readonly countersOpen: number;
  readonly countersPaused: number;
  readonly counters: number;
  readonly totals: Totals;
  readonly lanes: readonly LaneFigures[];
};

export const hallFigures = (view: SupervisorView, at: Instant): HallFigures => {
  const live = Object.values(view.tickets);
  const count = (state: TicketState): number => live.filter((row) => row.state === state).length;
  const counters = Object.values(view.counters);
  const paused = counters.filter(({ state }) => state === 'paused').length;
  const closed = counters.filter(({ state }) => state === 'closed').length;
  const lanes = laneFigures(view, at);
  return {
    tickets: {
      waiting: count('waiting'),
      called: count('called'),
      serving: count('serving'),
      missed: count('missed'),
      parked: count('parked'),
      preparing: count('preparing'),
    },
    over: lanes.reduce((sum, lane) => sum + lane.over, 0),
    dueSoon: lanes.reduce((sum, lane) => sum + lane.dueSoon, 0),
    oldest: longestWait(
      live.filter(({ state }) => state === 'waiting'),
      at,
    ),
    countersOpen: counters.length - paused - closed,
    countersPaused: paused,
    counters: counters.length,
    totals: allTotals(view),
    lanes,
  };
};

/** Tickets that stand in the way of closing the day. Rules: DAY-3. */
export const unfinished = ({ tickets }: HallFigures): number =>
  tickets.waiting + tickets.called + tickets.serving + tickets.parked + tickets.preparing;
