/**
 * Whether everybody who waits is served before the doors shut, with the counters that work now. Pure.
 *
 * Work is dealt out as the hall would deal it: each ticket to the counter that is free first and takes
 * its service, for as long as that service usually takes. Nobody is expected to come any more, and a
 * paused counter not to come back: both make the answer one about now, which is what can be acted on.
 * Rules: HOURS-10. Source: H4.
 */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, DurationMs, Instant, ServiceId } from '@tingxu/contract/ids';
import type { StaffCounterRow, SupervisorView, TicketRow } from '@tingxu/contract/views';

/** From when on it is told. Source: H4. Units: ms. */
export const TOLD_BEFORE_MS = 60 * 60_000;
/** Services take longer than usual as often as shorter: the later end is so much later. */
const LATER_PERMILLE = 1_250;
/** More counters than that are not advised at once. */
const ADVISED_MOST = 4;

export type ClosingForecast = {
  readonly closesAt: Instant;
  readonly counters: number;
  readonly waiting: number;
  /** When the last of them is served, usually and at the later end; null when nobody is left to serve. */
  readonly usualAt: Instant | null;
  readonly laterAt: Instant | null;
  /** Would still be waiting, or being served, at the closing. */
  readonly late: number;
  /** Wait for a service that no working counter takes. */
  readonly stranded: number;
  /** Parked, missed, or at their forms: they may come back, and are not counted. */
  readonly away: number;
  /** Counters that do not work now and with which nobody would be late; null where none would do. */
  readonly advice: readonly CounterId[] | null;
};

type Desk = { readonly skills: ReadonlySet<ServiceId>; freeAt: Instant };
type Plan = Pick<ClosingForecast, 'usualAt' | 'late' | 'stranded'>;

const usualMs = ({ services }: SupervisorView, service: ServiceId): DurationMs =>
  services[service]?.usualMs ?? 0;

/** When the counter is done with whom it has; somebody about or over the usual time takes a quarter of it more. */
const freeAt = (view: SupervisorView, { ticket }: StaffCounterRow, at: Instant): Instant => {
  const row = ticket === null ? undefined : view.tickets[ticket];
  if (!row) return at;
  const usual = usualMs(view, row.service);
  const rest = usual - (at - (row.startedAt ?? at));
  return at + Math.max(rest, usual / 4);
};

const desksOf = (
  view: SupervisorView,
  works: (counter: HallProfile['counters'][number]) => boolean,
  at: Instant,
): Desk[] =>
  (view.profile?.counters ?? []).filter(works).map(({ id, skills }) => {
    const row = view.counters[id];
    return { skills: new Set(skills), freeAt: row ? freeAt(view, row, at) : at };
  });

/** Services still to be done, those of the line first, those that follow on the same ticket after. */
const workOf = (tickets: readonly TicketRow[]): readonly ServiceId[] => [
  ...tickets.flatMap(({ state, service }) => (state === 'waiting' ? [service] : [])),
  ...tickets.flatMap(({ further }) => further),
];

const firstFree = (desks: readonly Desk[], service: ServiceId): Desk | undefined => {
  let first: Desk | undefined;
  for (const desk of desks) {
    if (desk.skills.has(service) && (!first || desk.freeAt < first.freeAt)) first = desk;
  }
  return first;
};

const dealt = (
  view: SupervisorView,
  desks: Desk[],
  work: readonly ServiceId[],
  by: Instant,
): Plan => {
  let usualAt: Instant | null = null;
  let late = 0;
  let stranded = 0;
  for (const service of work) {
    const desk = firstFree(desks, service);
    if (!desk) {
      stranded += 1;
      continue;
    }
    desk.freeAt += usualMs(view, service);
    usualAt = Math.max(usualAt ?? 0, desk.freeAt);
    if (desk.freeAt > by) late += 1;
  }
  return { usualAt, late, stranded };
};

const working = (row: StaffCounterRow | undefined): boolean =>
  row?.state === 'open' || row?.state === 'calling' || row?.state === 'serving';

/** The counter that helps most is added until nobody is late, or none helps. */
const advise = (
  view: SupervisorView,
  planWith: (extra: ReadonlySet<CounterId>) => Plan,
): readonly CounterId[] | null => {
  const extra = new Set<CounterId>();
  const badness = ({ late, stranded }: Plan): number => late + stranded;
  let least = badness(planWith(extra));
  while (least > 0 && extra.size < ADVISED_MOST) {
    let best: CounterId | null = null;
    for (const { id } of view.profile?.counters ?? []) {
      if (extra.has(id) || working(view.counters[id])) continue;
      const found = badness(planWith(new Set([...extra, id])));
      if (found < least) [best, least] = [id, found];
    }
    if (best === null) return null;
    extra.add(best);
  }
  return least === 0 ? [...extra] : null;
};

/** Null while no closing is posted or it is far, and once it is over and nobody waits. */
export const closingForecast = (view: SupervisorView, at: Instant): ClosingForecast | null => {
  const { closesAt, open } = view.day;
  if (!open || closesAt === undefined || closesAt - at > TOLD_BEFORE_MS) return null;
  const tickets = Object.values(view.tickets).sort((a, b) => a.place - b.place);
  const waiting = tickets.filter(({ state }) => state === 'waiting');
  if (at >= closesAt && waiting.length === 0) return null;
  const atCounters = tickets.filter(({ state }) => state === 'called' || state === 'serving');
  const work = workOf([...waiting, ...atCounters]);
  const planWith = (extra: ReadonlySet<CounterId>): Plan => {
    const desks = desksOf(view, ({ id }) => extra.has(id) || working(view.counters[id]), at);
    return dealt(view, desks, work, closesAt);
  };
  const now = planWith(new Set());
  return {
    ...now,
    ...{ closesAt, waiting: waiting.length },
    laterAt: now.usualAt === null ? null : at + ((now.usualAt - at) * LATER_PERMILLE) / 1_000,
    counters: Object.values(view.counters).filter(working).length,
    away: tickets.length - waiting.length - atCounters.length,
    advice: now.late + now.stranded > 0 ? advise(view, planWith) : [],
  };
};
