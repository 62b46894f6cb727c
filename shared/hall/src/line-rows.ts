/** How lanes and services stand, for every audience. Rules: FEED-7, WAIT-1, WAIT-4, HOURS-12. */
import type { LaneConfig } from '@tingxu/contract/config';
import type { IssuingRow } from '@tingxu/contract/hours';
import type { LaneId, ServiceId } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import type { LaneRow, ServiceRow, StaffServiceRow } from '@tingxu/contract/views';
import { forecast, waitNow } from './estimate.ts';
import { laneIssuing, serviceIssuing } from './hours.ts';
import { allLive } from './live-tickets.ts';
import { takesService } from './lookup.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { inAdvance, turnStep } from './turns.ts';

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
export const calledAt = (ticket: Ticket | undefined): number => ticket?.call?.firstAt ?? -1;

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

/** The rows of a kiosk, with what staff know besides. */
export const staffServices = (hall: HallState): Record<ServiceId, StaffServiceRow> =>
  Object.fromEntries(
    Object.values(sharedRows(hall).services).map((row) => [
      row.service,
      { ...row, usualMs: hall.learnt[row.service]?.meanMs ?? 0 },
    ]),
  );
