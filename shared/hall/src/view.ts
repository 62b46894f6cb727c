/**
 * What each audience sees of a hall, built from the state alone. Public views are built from an
 * allow-list of rows; nothing of staff or customers can reach them.
 * Rules: FEED-2.
 */

import type { LaneConfig } from '@tingxu/contract/config';
import type { IssuingRow } from '@tingxu/contract/hours';
import type { LaneId, SeriesLetter, ServiceId } from '@tingxu/contract/ids';
import { standsOn } from '@tingxu/contract/notices';
import { isOffered } from '@tingxu/contract/offered';
import type { RatingRow } from '@tingxu/contract/rating';
import type { HallAudience } from '@tingxu/contract/roles';
import type {
  BoardView,
  CounterView,
  DayRow,
  HallProfile,
  KioskView,
  LaneRow,
  MissedRow,
  PadView,
  PublicCounterRow,
  ServiceRow,
  StaffCounterRow,
  StaffServiceRow,
  SupervisorView,
  TicketRow,
  ViewOf,
} from '@tingxu/contract/views';
import { mayWalkOut } from './cancel.ts';
import { documentsSeen } from './documents.ts';
import { forecast, waitNow } from './estimate.ts';
import { closesAt, issuingAt, laneIssuing, serviceIssuing } from './hours.ts';
import { kioskHelpRows } from './kiosk-help.ts';
import { scoreLine } from './lane-policy.ts';
import { countsFrom } from './leg-clock.ts';
import { allLive, findLive } from './live-tickets.ts';
import { laneConfig, takesService } from './lookup.ts';
import { missAllowedAt, nextCountsAt } from './missed-rule.ts';
import { staffRules } from './staff-rules.ts';
import type { Counter, Day, HallState, Ticket } from './state.ts';
import { clockOf, waitedSoFar } from './totals.ts';
import { inAdvance, turnStep } from './turns.ts';

/** Of the configuration, and of numbers given before it. Rules: NUM-3, CONF-5. */
const lettersOf = ({ lanes, services }: Day['config'], given: HallState['series']) => {
  const configured = [...lanes, ...services].flatMap(({ series }) => series ?? []);
  return [...new Set([...configured, ...(Object.keys(given) as SeriesLetter[])])].sort();
};

export const profileOf = (day: Day, given: HallState['series']): HallProfile => {
  const { hall, name, zone, lanes, services, counters, defaultLane } = day.config;
  const { appointments, kiosks, serviceGroups } = day.config;
  return {
    hall,
    name,
    zone,
    lanes: lanes.map(({ id, name, hint, series, selfSelect, proof, promise, missed }) => ({
      ...{ id, name, selfSelect, promise, missed },
      ...(proof && { proof }),
      ...(hint && { hint }),
      ...(series && { series }),
    })),
    ...(serviceGroups && { serviceGroups }),
    services: services.map(({ id, name, hint, documents, icon, group, series }) => ({
      ...{ id, name, series },
      ...(icon && { icon }),
      ...(group && { group }),
      ...(hint && { hint }),
      ...(documents && { documents }),
    })),
    counters: counters.map(({ id, label, skills, secondary, dedicated }) => ({
      ...{ id, label, skills },
      ...(secondary && { secondary }),
      ...(dedicated && { dedicated }),
    })),
    defaultLane,
    ...(appointments && { appointments: true as const }),
    ...(kiosks?.places && { kiosks: kiosks.places }),
    letters: lettersOf(day.config, given),
    ...toldOn(day),
  };
};

/** Notices and tables of the business day; a day has the same ones until its configuration changes. Rules: TELL-1. */
const toldOn = ({ businessDay, config }: Day): Pick<HallProfile, 'notices' | 'panels'> => {
  const notices = config.notices?.filter((notice) => standsOn(notice, businessDay));
  const panels = config.panels?.filter((panel) => standsOn(panel, businessDay));
  return {
    ...(notices && notices.length > 0 && { notices }),
    ...(panels && panels.length > 0 && { panels }),
  };
};

/** As of the last fact: the instants at which it turns by itself are facts, too. Rules: HOURS-6. */
const hoursOf = ({ day, at }: HallState): Pick<DayRow, 'issuing' | 'closesAt'> => {
  if (!day?.open) return {};
  const issuing = issuingAt(day, at);
  const closes = closesAt(day);
  return { ...(issuing && { issuing }), ...(closes !== null && { closesAt: closes }) };
};

export const dayRow = (hall: HallState): DayRow => ({
  open: hall.day?.open ?? false,
  businessDay: hall.day?.businessDay ?? null,
  ...hoursOf(hall),
});

type Standing = {
  readonly byLane: ReadonlyMap<LaneId, number>;
  readonly byService: ReadonlyMap<ServiceId, number>;
  readonly byBoth: ReadonlyMap<string, number>;
  /** The newest call of each lane whose ticket is still at its counter. Rules: FEED-7. */
  readonly atCounter: ReadonlyMap<LaneId, Ticket>;
};

const add = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** A recall makes no number newer: the line has not moved by it. */
const calledAt = (ticket: Ticket | undefined): number => ticket?.call?.firstAt ?? -1;

const lookOver = (hall: HallState): Standing => {
  const byLane = new Map<LaneId, number>();
  const byService = new Map<ServiceId, number>();
  const byBoth = new Map<string, number>();
  const atCounter = new Map<LaneId, Ticket>();
  for (const ticket of allLive(hall.tickets)) {
    const { state, lane, service } = ticket;
    if (state === 'waiting') {
      add(byLane, lane);
      add(byService, service);
      add(byBoth, `${lane}/${service}`);
    } else if (state === 'called' || state === 'serving') {
      if (calledAt(ticket) >= calledAt(atCounter.get(lane))) atCounter.set(lane, ticket);
    }
  }
  return { byLane, byService, byBoth, atCounter };
};

/** The service most tickets of the lane wait for; the first one that a counter serves when none waits. */
const typicalService = (day: Day, lane: LaneConfig, standing: Standing): ServiceId | undefined => {
  let best: ServiceId | undefined;
  let most = -1;
  for (const { id } of day.config.services) {
    const count = standing.byBoth.get(`${lane.id}/${id}`) ?? 0;
    if (count > most && isOffered(day.config.counters, id)) {
      best = id;
      most = count;
    }
  }
  return best;
};

/** Of an open day alone: a closed one gives no numbers anyway. Rules: HOURS-12. */
const closedNow = (day: Day, issuing: IssuingRow | null): { readonly issuing?: IssuingRow } =>
  day.open && issuing ? { issuing } : {};

const laneRow = (hall: HallState, day: Day, lane: LaneConfig, standing: Standing): LaneRow => {
  const service = day.open ? typicalService(day, lane, standing) : undefined;
  return {
    lane: lane.id,
    waiting: standing.byLane.get(lane.id) ?? 0,
    now: standing.atCounter.get(lane.id)?.number ?? null,
    wait: service ? waitNow(hall, day, service, lane.id) : null,
    ...(day.config.policy.kind === 'ratio' && {
      turn: inAdvance(hall.turns, lane.id),
      turnStep: turnStep(lane),
    }),
    ...closedNow(day, laneIssuing(day, lane.id, hall.at)),
  };
};

const serviceRow = (hall: HallState, day: Day, id: ServiceId, standing: Standing): ServiceRow => {
  let countersOpen = 0;
  for (const counter of hall.counters) {
    if (counter.state !== 'closed' && takesService(day, counter.id, id)) countersOpen += 1;
  }
  const { defaultLane } = day.config;
  const row = {
    ...{ service: id, countersOpen, waiting: standing.byService.get(id) ?? 0 },
    ...closedNow(day, serviceIssuing(day, id, hall.at)),
  };
  return day.open
    ? { ...row, ...forecast(hall, day, id, defaultLane, hall.at) }
    : { ...row, wait: null };
};

/** Rows that every audience shares; they cost a walk over the tickets, so each state makes them once. */
export type SharedRows = {
  readonly lanes: Readonly<Record<LaneId, LaneRow>>;
  readonly services: Readonly<Record<ServiceId, ServiceRow>>;
};

const memo = new WeakMap<HallState, SharedRows>();

export const sharedRows = (hall: HallState): SharedRows => {
  const known = memo.get(hall);
  if (known) return known;
  const rows = makeSharedRows(hall);
  memo.set(hall, rows);
  return rows;
};

const makeSharedRows = (hall: HallState): SharedRows => {
  const { day } = hall;
  if (!day) return { lanes: {}, services: {} };
  const standing = lookOver(hall);
  const { lanes, services } = day.config;
  return {
    lanes: Object.fromEntries(lanes.map((lane) => [lane.id, laneRow(hall, day, lane, standing)])),
    services: Object.fromEntries(
      services.map(({ id }) => [id, serviceRow(hall, day, id, standing)]),
    ),
  };
};

const counterState = (counter: Counter, ticket: Ticket | undefined): PublicCounterRow['state'] => {
  if (!ticket) return counter.state;
  return ticket.state === 'serving' ? 'serving' : 'calling';
};

export const publicCounterRow = (hall: HallState, counter: Counter): PublicCounterRow => {
  const ticket = counter.ticket === null ? undefined : findLive(hall.tickets, counter.ticket);
  return {
    counter: counter.id,
    state: counterState(counter, ticket),
    number: ticket?.number ?? null,
    pauseReason: counter.pauseReason,
  };
};

export const staffCounterRow = (hall: HallState, counter: Counter): StaffCounterRow => ({
  ...publicCounterRow(hall, counter),
  staff: counter.staff,
  sinceAt: counter.sinceAt,
  ticket: counter.ticket,
  ...(counter.help && { help: counter.help }),
});

/** What only some tickets have: how it came where it is, whether it may leave from there, its documents. */
const someHave = (day: Day | null, ticket: Ticket): Partial<TicketRow> => {
  const { aside, entry, carriedFrom } = ticket;
  const documents = documentsSeen(day, ticket);
  return {
    ...(aside && { aside }),
    ...(entry && { entry }),
    ...(documents && { documents }),
    ...(carriedFrom && { carriedFrom }),
    ...(mayWalkOut(ticket) && { mayWalkOut: true }),
  };
};

/** At a counter, and once its service was begun, the wait stands still. Rules: STAT-5. */
const waitShown = (ticket: Ticket): Pick<TicketRow, 'waitCountsFromAt' | 'waitedMs'> => {
  const { call, waited, earlierWaitMs } = ticket;
  const stands = call !== null || waited !== null;
  return {
    waitCountsFromAt: countsFrom(clockOf(ticket)) - earlierWaitMs,
    ...(stands && { waitedMs: waitedSoFar(ticket) }),
  };
};

export const ticketRow = (hall: HallState, ticket: Ticket): TicketRow => {
  const rule = hall.day ? laneConfig(hall.day, ticket.lane)?.missed : undefined;
  const { call } = ticket;
  const pending = ticket.state === 'called' ? call : null;
  return {
    ticket: ticket.id,
    number: ticket.number,
    lane: ticket.lane,
    service: ticket.service,
    state: ticket.state,
    issuedAt: ticket.issuedAt,
    waitFromAt: ticket.waitFromAt,
    ...waitShown(ticket),
    place: ticket.place,
    ...scoreLine(hall.day, ticket),
    passedOver: ticket.passedOver,
    passOverCap: ticket.passOverCap,
    hold: ticket.hold,
    returns: ticket.returns,
    counter: call?.counter ?? null,
    calls: call?.calls ?? 0,
    countedCalls: call?.counted ?? 0,
    callsNeeded: rule?.minCalls ?? 0,
    recallCountsAt: rule && pending ? nextCountsAt(rule, pending) : null,
    missAllowedAt: rule && pending ? missAllowedAt(rule, pending) : null,
    calledAt: call?.firstAt ?? null,
    startedAt: ticket.startedAt,
    ...(rule?.escortMs !== undefined && pending && { escorted: pending.escorted }),
    validUntilAt: ticket.validUntilAt,
    leg: ticket.leg,
    further: [...ticket.further],
    first: ticket.first,
    only: ticket.only,
    ...someHave(hall.day, ticket),
    ...(ticket.slip && { slip: ticket.slip }),
    ...(ticket.voice?.attempt === ticket.attempts && { voice: ticket.voice }),
  };
};

/** The rows of a kiosk, with what staff know besides. */
export const staffServices = (hall: HallState): Record<ServiceId, StaffServiceRow> =>
  Object.fromEntries(
    Object.values(sharedRows(hall).services).map((row) => [
      row.service,
      { ...row, usualMs: hall.learnt[row.service]?.meanMs ?? 0 },
    ]),
  );

export const missedRow = (ticket: Ticket): MissedRow => ({
  number: ticket.number,
  missedAt: ticket.missedAt ?? 0,
});

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

export const ratingRow = ({ id, asked }: Counter): RatingRow => ({
  counter: id,
  askedAt: asked?.at ?? null,
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
