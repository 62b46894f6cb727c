/**
 * What each audience sees of a hall, built from the state alone. Public views are built from an
 * allow-list of rows; nothing of staff or customers can reach them.
 * Rules: FEED-2.
 */

import type { HallAudience } from '@tingxu/contract/roles';
import type {
  BoardView,
  CounterView,
  KioskView,
  PadView,
  SupervisorView,
  ViewOf,
} from '@tingxu/contract/views';
import { publicCounterRow, ratingRow, staffCounterRow } from './counter-rows.ts';
import { kioskHelpRows } from './kiosk-help.ts';
import { sharedRows, staffServices } from './line-rows.ts';
import { allLive } from './live-tickets.ts';
import { dayRow, profileOf } from './profile-rows.ts';
import { staffRules } from './staff-rules.ts';
import type { HallState } from './state.ts';
import { missedRow, ticketRow } from './ticket-rows.ts';

const mapRows = <K extends string, V extends { readonly id: K }, R>(
  rows: readonly V[],
  make: (value: V) => R,
): Record<K, R> => Object.fromEntries(rows.map((row) => [row.id, make(row)])) as Record<K, R>;

const missedRows = (hall: HallState): BoardView['missed'] => {
  const missed = allLive(hall.tickets).filter((ticket) => ticket.state === 'missed');
  return Object.fromEntries(missed.map((ticket) => [ticket.number, missedRow(ticket)]));
};

/** What every view begins with. */
export const baseOf = (hall: HallState) => ({
  profile: hall.day ? profileOf(hall.day, hall.series) : null,
  day: dayRow(hall),
});

/** By kiosk. Rules: HELP-1. */
const kioskHelp = (hall: HallState): KioskView['kioskHelp'] =>
  Object.fromEntries(kioskHelpRows(hall).map((row) => [row.kiosk, row]));

export const kioskView = (hall: HallState): KioskView => ({
  audience: 'kiosk',
  ...baseOf(hall),
  ...sharedRows(hall),
  kioskHelp: kioskHelp(hall),
});

export const boardView = (hall: HallState): BoardView => ({
  audience: 'board',
  ...baseOf(hall),
  lanes: sharedRows(hall).lanes,
  counters: mapRows(hall.counters, (counter) => publicCounterRow(hall, counter)),
  calls: [...hall.calls],
  missed: missedRows(hall),
});

export const padView = (hall: HallState): PadView => ({
  audience: 'pad',
  ...baseOf(hall),
  ratings: mapRows(hall.counters, ratingRow),
});

const staffPart = (hall: HallState) => ({
  ...baseOf(hall),
  lanes: sharedRows(hall).lanes,
  services: staffServices(hall),
  rules: hall.day ? staffRules(hall.day) : null,
  counters: mapRows(hall.counters, (counter) => staffCounterRow(hall, counter)),
  tickets: mapRows(allLive(hall.tickets), (ticket) => ticketRow(hall, ticket)),
});

export const counterView = (hall: HallState): CounterView => ({
  audience: 'counter',
  ...staffPart(hall),
});

export const supervisorView = (hall: HallState): SupervisorView => ({
  audience: 'supervisor',
  ...staffPart(hall),
  kioskHelp: kioskHelp(hall),
  care: hall.care ?? null,
  policy: hall.day?.config.policy.kind ?? null,
  calls: [...hall.calls],
  totals: hall.totals,
});

type Views = { readonly [A in HallAudience]: (hall: HallState) => ViewOf<A> };

const VIEWS: Views = {
  kiosk: kioskView,
  board: boardView,
  pad: padView,
  counter: counterView,
  supervisor: supervisorView,
};

/** The whole view of an audience. */
export const viewOf = <A extends HallAudience>(hall: HallState, audience: A): ViewOf<A> =>
  VIEWS[audience](hall);
