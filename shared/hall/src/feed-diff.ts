/**
 * The rows of a view that changed between two states, as feed events. Folding them into the view of
 * the first state gives the view of the second, whatever happened in between: no event can be
 * forgotten here, because nothing is listed by event.
 * Rules: FEED-2, FEED-3.
 */
import { AUDIENCE_ROWS } from '@tingxu/contract/access';
import type { FeedEvent } from '@tingxu/contract/feed';
import type { HallAudience } from '@tingxu/contract/roles';
import type { CallRow } from '@tingxu/contract/views';
import { publicCounterRow, ratingRow, staffCounterRow } from './counter-rows.ts';
import { kioskHelpRows } from './kiosk-help.ts';
import { sharedRows, staffServices } from './line-rows.ts';
import { allLive, findLive } from './live-tickets.ts';
import { counterOf } from './lookup.ts';
import { dayRow, profileOf } from './profile-rows.ts';
import { staffRules } from './staff-rules.ts';
import type { Counter, HallState, Ticket } from './state.ts';
import { missedRow, ticketRow } from './ticket-rows.ts';

/** A part of a view: what changed in it. `fresh` means that every row is sent. */
type Part = (before: HallState, after: HallState, fresh: boolean) => FeedEvent[];

/** Rows are flat and made by the same code, so their JSON is equal exactly when they are. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changed = <R>(
  before: Readonly<Record<string, R>>,
  after: Readonly<Record<string, R>>,
  fresh: boolean,
): R[] =>
  Object.entries(after)
    .filter(([key, row]) => fresh || (before[key] !== row && !same(before[key], row)))
    .map(([, row]) => row);

const lanes: Part = (before, after, fresh) =>
  changed(sharedRows(before).lanes, sharedRows(after).lanes, fresh).map((row) => ({
    type: 'lane',
    row,
  }));

const services: Part = (before, after, fresh) =>
  changed(sharedRows(before).services, sharedRows(after).services, fresh).map((row) => ({
    type: 'service',
    row,
  }));

const servicesForStaff: Part = (before, after, fresh) =>
  changed(staffServices(before), staffServices(after), fresh).map((row) => ({
    type: 'staff-service',
    row,
  }));

const rules: Part = (_before, { day }, fresh) =>
  fresh && day ? [{ type: 'staff-rules', rules: staffRules(day) }] : [];

const changedCounters = (before: HallState, after: HallState, fresh: boolean) =>
  after.counters.filter((counter) => {
    const was = counterOf(before, counter.id);
    const hadTicket = was?.ticket ? findLive(before.tickets, was.ticket) : undefined;
    const hasTicket = counter.ticket ? findLive(after.tickets, counter.ticket) : undefined;
    return fresh || was !== counter || hadTicket?.state !== hasTicket?.state;
  });

/** What changed may be nothing that the audience sees. */
const counterRows = <R>(
  before: HallState,
  after: HallState,
  fresh: boolean,
  rowOf: (hall: HallState, counter: Counter) => R,
): R[] =>
  changedCounters(before, after, fresh).flatMap((counter) => {
    const was = fresh ? undefined : counterOf(before, counter.id);
    const row = rowOf(after, counter);
    return was && same(rowOf(before, was), row) ? [] : [row];
  });

const publicCounters: Part = (before, after, fresh) =>
  counterRows(before, after, fresh, publicCounterRow).map((row) => ({ type: 'counter', row }));

const ratings: Part = (before, after, fresh) =>
  after.counters
    .filter((counter) => fresh || counterOf(before, counter.id)?.asked !== counter.asked)
    .map((counter) => ({ type: 'rating', row: ratingRow(counter) }));

const staffCounters: Part = (before, after, fresh) =>
  counterRows(before, after, fresh, staffCounterRow).map((row) => ({
    type: 'staff-counter',
    row,
  }));

const gone = (before: HallState, after: HallState): Ticket[] =>
  allLive(before.tickets).filter((ticket) => !findLive(after.tickets, ticket.id));

const tickets: Part = (before, after, fresh) => {
  const events: FeedEvent[] = [];
  for (const ticket of allLive(after.tickets)) {
    const was = fresh ? undefined : findLive(before.tickets, ticket.id);
    if (was === ticket) continue;
    const row = ticketRow(after, ticket);
    // What happened and was undone in one group changed nothing.
    if (!was || !same(ticketRow(before, was), row)) events.push({ type: 'ticket', row });
  }
  if (fresh) return events;
  for (const { id } of gone(before, after)) events.push({ type: 'ticket-gone', ticket: id });
  return events;
};

const missed: Part = (before, after, fresh) => {
  const events: FeedEvent[] = [];
  const wasMissed = (ticket: Ticket) =>
    findLive(before.tickets, ticket.id)?.missedAt === ticket.missedAt;
  for (const ticket of allLive(after.tickets)) {
    const shown = ticket.state === 'missed' && (fresh || !wasMissed(ticket));
    if (shown) events.push({ type: 'missed', row: missedRow(ticket) });
  }
  if (fresh) return events;
  for (const { id, number, state } of allLive(before.tickets)) {
    const isGone = state === 'missed' && findLive(after.tickets, id)?.state !== 'missed';
    if (isGone) events.push({ type: 'missed-gone', number });
  }
  return events;
};

/**
 * Oldest first, so that folding puts the newest on top. An open call that left the list by being answered
 * is told once more: without a word the pages would keep it. Rules: FEED-8.
 */
const calls: Part = (before, after, fresh) => {
  const known = new Set(fresh ? [] : before.calls);
  const still = new Set(after.calls.map(({ number }) => number));
  const closed = [...known].filter(
    ({ number, state }) => state === 'calling' && !still.has(number),
  );
  return (
    [...after.calls, ...closed.map((row): CallRow => ({ ...row, state: 'over' }))]
      // A service that ended and went on in one group left its row as it was.
      .filter((row) => !known.has(row) && !before.calls.some((one) => !fresh && same(one, row)))
      .reverse()
      .map((row) => ({ type: 'call', row }))
  );
};

const totals: Part = (before, after, fresh) =>
  changed(before.totals, after.totals, fresh).map((row) => ({ type: 'totals', row }));

const kioskHelp: Part = (before, after, fresh) => {
  if (!fresh && before.kioskHelp === after.kioskHelp) return [];
  const rows = kioskHelpRows(after);
  const known = new Map(kioskHelpRows(before).map((row) => [row.kiosk, row]));
  const events: FeedEvent[] = rows
    .filter((row) => fresh || !same(known.get(row.kiosk), row))
    .map((row) => ({ type: 'kiosk-help', row }));
  if (fresh) return events;
  for (const { kiosk } of rows) known.delete(kiosk);
  for (const kiosk of known.keys()) events.push({ type: 'kiosk-help-gone', kiosk });
  return events;
};

const care: Part = (before, after, fresh) =>
  after.care && (fresh || before.care !== after.care) ? [{ type: 'care', row: after.care }] : [];

/** By the kind of row; who is told of which stands in the table of duties. */
const PARTS: Readonly<Record<(typeof AUDIENCE_ROWS)[HallAudience][number], Part>> = {
  lane: lanes,
  service: services,
  'staff-service': servicesForStaff,
  'staff-rules': rules,
  counter: publicCounters,
  'staff-counter': staffCounters,
  ticket: tickets,
  call: calls,
  missed,
  totals,
  rating: ratings,
  'kiosk-help': kioskHelp,
  care,
};

const profile = (after: HallState): FeedEvent => ({
  type: 'profile',
  profile: after.day ? profileOf(after.day, after.series) : null,
  policy: after.day?.config.policy.kind ?? null,
});

/** Another day or another configuration: every view begins anew. */
export const isAnew = (before: HallState, after: HallState): boolean =>
  before.day?.config !== after.day?.config || before.day?.businessDay !== after.day?.businessDay;

/** What every audience hears of. */
export const baseEvents = (before: HallState, after: HallState): FeedEvent[] => {
  const events: FeedEvent[] = isAnew(before, after) ? [profile(after)] : [];
  if (!same(dayRow(before), dayRow(after))) events.push({ type: 'day', row: dayRow(after) });
  return events;
};

/** The feed events of an audience between two committed states. */
export const feedEvents = (
  before: HallState,
  after: HallState,
  audience: HallAudience,
): readonly FeedEvent[] => {
  const events = baseEvents(before, after);
  const anew = isAnew(before, after);
  for (const kind of AUDIENCE_ROWS[audience]) events.push(...PARTS[kind](before, after, anew));
  return events;
};
