/**
 * Puts one changed row into a view. Pure; a row that an audience does not have is left out, so an
 * event meant for another view can never add to this one.
 * Rules: FEED-2, FEED-3.
 */
import type { FeedEvent } from '@tingxu/contract/feed';
import { shownCalls } from '@tingxu/contract/shown-calls';
import type { CallRow, CounterView, HallView, SupervisorView } from '@tingxu/contract/views';

/** Folding the same row again changes nothing. Untouched parts keep their identity. */
export const fold = <V extends HallView>(view: V, event: FeedEvent): V => {
  switch (event.type) {
    case 'profile':
      return foldProfile(view, event);
    case 'day':
      return { ...view, day: event.row };
    case 'lane':
      return foldLane(view, event.row);
    case 'service':
      return foldService(view, event.row);
    case 'staff-service':
      return foldStaffService(view, event.row);
    case 'staff-rules':
      return isStaff(view) ? { ...view, rules: event.rules } : view;
    case 'counter':
      return foldCounter(view, event.row);
    case 'staff-counter':
      return foldStaffCounter(view, event.row);
    case 'ticket':
    case 'ticket-gone':
      return foldTicket(view, event);
    case 'call':
      return foldCall(view, event.row);
    case 'missed':
    case 'missed-gone':
      return foldMissed(view, event);
    case 'totals':
      return foldTotals(view, event.row);
    case 'phone':
      return view.audience === 'phone'
        ? { ...view, ticket: event.row, rating: event.rating }
        : view;
    case 'rating':
      return foldRating(view, event.row);
    case 'kiosk-help':
    case 'kiosk-help-gone':
      return foldKioskHelp(view, event);
    case 'care':
      return view.audience === 'supervisor' ? { ...view, care: event.row } : view;
    default:
      return event satisfies never;
  }
};

/** A whole batch, in order. Idempotent. */
export const foldAll = <V extends HallView>(view: V, events: readonly FeedEvent[]): V =>
  events.reduce<V>((folded, event) => fold(folded, event), view);

const isStaff = (view: HallView): view is CounterView | SupervisorView =>
  view.audience === 'counter' || view.audience === 'supervisor';

type Row<T extends FeedEvent['type']> = Extract<FeedEvent, { type: T; row: unknown }>['row'];

const NO_OTHER_ROWS = { totals: {}, kioskHelp: {}, care: null };
const NO_STAFF_ROWS = { lanes: {}, services: {}, rules: null, counters: {}, tickets: {} };

/**
 * Another profile is another day or another configuration: the view begins anew, and the rows that follow in the same batch
 * fill it.
 */
const foldProfile = <V extends HallView>(
  view: V,
  event: Extract<FeedEvent, { type: 'profile' }>,
): V => {
  const { profile } = event;
  switch (view.audience) {
    case 'kiosk':
      return { ...view, profile, lanes: {}, services: {}, kioskHelp: {} };
    case 'board':
      return { ...view, profile, lanes: {}, counters: {}, calls: [], missed: {} };
    case 'phone':
      return { ...view, profile, ticket: null, rating: null };
    case 'pad':
      return { ...view, profile, ratings: {} };
    case 'counter':
      return { ...view, profile, ...NO_STAFF_ROWS };
    case 'supervisor':
      return {
        ...view,
        profile,
        policy: event.policy,
        ...NO_STAFF_ROWS,
        calls: [],
        ...NO_OTHER_ROWS,
      };
    default:
      return view satisfies never;
  }
};

const foldLane = <V extends HallView>(view: V, row: Row<'lane'>): V =>
  view.audience === 'phone' || view.audience === 'pad'
    ? view
    : { ...view, lanes: { ...view.lanes, [row.lane]: row } };

const foldRating = <V extends HallView>(view: V, row: Row<'rating'>): V =>
  view.audience === 'pad' ? { ...view, ratings: { ...view.ratings, [row.counter]: row } } : view;

const foldService = <V extends HallView>(view: V, row: Row<'service'>): V =>
  view.audience === 'kiosk'
    ? { ...view, services: { ...view.services, [row.service]: row } }
    : view;

const foldStaffService = <V extends HallView>(view: V, row: Row<'staff-service'>): V =>
  isStaff(view) ? { ...view, services: { ...view.services, [row.service]: row } } : view;

const foldCounter = <V extends HallView>(view: V, row: Row<'counter'>): V =>
  view.audience === 'board'
    ? { ...view, counters: { ...view.counters, [row.counter]: row } }
    : view;

const foldStaffCounter = <V extends HallView>(view: V, row: Row<'staff-counter'>): V =>
  isStaff(view) ? { ...view, counters: { ...view.counters, [row.counter]: row } } : view;

const foldTicket = <V extends HallView>(
  view: V,
  event: Extract<FeedEvent, { type: 'ticket' | 'ticket-gone' }>,
): V => {
  if (!isStaff(view)) return view;
  if (event.type === 'ticket') {
    return { ...view, tickets: { ...view.tickets, [event.row.ticket]: event.row } };
  }
  return event.ticket in view.tickets
    ? { ...view, tickets: without(view.tickets, event.ticket) }
    : view;
};

const foldMissed = <V extends HallView>(
  view: V,
  event: Extract<FeedEvent, { type: 'missed' | 'missed-gone' }>,
): V => {
  if (view.audience !== 'board') return view;
  if (event.type === 'missed') {
    return { ...view, missed: { ...view.missed, [event.row.number]: event.row } };
  }
  return event.number in view.missed
    ? { ...view, missed: without(view.missed, event.number) }
    : view;
};

const foldKioskHelp = <V extends HallView>(
  view: V,
  event: Extract<FeedEvent, { type: 'kiosk-help' | 'kiosk-help-gone' }>,
): V => {
  if (view.audience !== 'kiosk' && view.audience !== 'supervisor') return view;
  if (event.type === 'kiosk-help') {
    return { ...view, kioskHelp: { ...view.kioskHelp, [event.row.kiosk]: event.row } };
  }
  return event.kiosk in view.kioskHelp
    ? { ...view, kioskHelp: without(view.kioskHelp, event.kiosk) }
    : view;
};

const foldTotals = <V extends HallView>(view: V, row: Row<'totals'>): V =>
  view.audience === 'supervisor' ? { ...view, totals: { ...view.totals, [row.lane]: row } } : view;

const foldCall = <V extends HallView>(view: V, row: CallRow): V =>
  view.audience === 'board' || view.audience === 'supervisor'
    ? { ...view, calls: placeCall(view.calls, row) }
    : view;

/**
 * The list is newest first. The same attempt of a number changes in place; a new call or a recall
 * goes above everything that is not later than it. Rows called in the same millisecond therefore
 * keep the order in which they arrive, and the server sends new rows oldest first.
 */
const placeCall = (calls: readonly CallRow[], row: CallRow): CallRow[] => {
  const known = calls.find((call) => call.number === row.number);
  if (known?.attempt === row.attempt && known.calledAt === row.calledAt) {
    return shownCalls(calls.map((call) => (call === known ? row : call)));
  }
  const others = calls.filter((call) => call.number !== row.number);
  const later = others.filter((call) => call.calledAt > row.calledAt);
  return shownCalls([...later, row, ...others.slice(later.length)]);
};

const without = <K extends string, R>(rows: Record<K, R>, gone: K): Record<K, R> => {
  const { [gone]: _gone, ...rest } = rows;
  return rest as Record<K, R>;
};
