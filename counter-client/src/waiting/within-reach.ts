/**
 * Which waiting tickets a counter could take now: by its skills, the lanes that it is kept for, and
 * what is only secondary to it. Pure. Rules: CALL-2, CALL-10, CALL-11, MISS-4, LEG-7.
 */
import { HELPS_AFTER_MS } from '@tingxu/contract/config';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, Instant } from '@tingxu/contract/ids';
import type { CounterView, TicketRow } from '@tingxu/contract/views';

type CounterProfile = HallProfile['counters'][number];

/** What an order of calls is made from. */
export type Desk = {
  readonly view: Pick<CounterView, 'counters' | 'lanes' | 'profile' | 'rules'>;
  readonly counter: CounterProfile;
  readonly at: Instant;
};

const isKeptFor = ({ dedicated }: CounterProfile, { lane }: TicketRow): boolean =>
  dedicated?.lanes.includes(lane) ?? true;

/** In service, and not paused for so long that nothing is left to it. Rules: CTR-10. */
export const isThere = (
  { view, at }: Pick<Desk, 'view' | 'at'>,
  row: CounterView['counters'][CounterId],
): boolean => {
  if (row.state !== 'paused') return row.state !== 'closed';
  return at < row.sinceAt + (view.rules?.awayAfterMs ?? Number.POSITIVE_INFINITY);
};

/** The counter that alone may call it: in service and able; null when any may. */
export const keeperOf = (desk: Desk, { only, service }: TicketRow): CounterId | null => {
  const { view } = desk;
  if (only === null) return null;
  const keeper = Object.values(view.counters).find((row) =>
    'counter' in only ? row.counter === only.counter : row.staff === only.staff,
  );
  if (!keeper || !isThere(desk, keeper)) return null;
  const skills = view.profile?.counters.find(({ id }) => id === keeper.counter)?.skills ?? [];
  return skills.includes(service) ? keeper.counter : null;
};

/** Left to nobody else. */
const isOpenTo = (desk: Desk, ticket: TicketRow): boolean => {
  const keeper = keeperOf(desk, ticket);
  return keeper === null || keeper === desk.counter.id;
};

/** Belongs to another counter that is there, and is not kept for this one. Rules: CALL-11, LEG-7. */
export const isGuest = (desk: Desk, ticket: TicketRow): boolean => {
  const { view, counter } = desk;
  if (isKeptFor(counter, ticket) || keeperOf(desk, ticket) === counter.id) return false;
  return (view.profile?.counters ?? []).some((other) => {
    const row = view.counters[other.id];
    const takes = other.skills.includes(ticket.service) && isKeptFor(other, ticket);
    return other.id !== counter.id && row !== undefined && isThere(desk, row) && takes;
  });
};

const helpsNow = ({ view, counter, at }: Desk): boolean => {
  const row = view.counters[counter.id];
  const helpsAfterMs = counter.dedicated?.helpsAfterMs ?? HELPS_AFTER_MS;
  return row?.state === 'open' && at - row.sinceAt >= helpsAfterMs;
};

/** Own tickets; those of others only while there are none and the counter helps. */
const onThisSide = (desk: Desk, waiting: readonly TicketRow[]): readonly TicketRow[] => {
  if (!desk.counter.dedicated) return waiting;
  const own = waiting.filter((ticket) => !isGuest(desk, ticket));
  return own.length === 0 && helpsNow(desk) ? waiting : own;
};

const primaryFirst = (
  { counter, at }: Desk,
  waiting: readonly TicketRow[],
): readonly TicketRow[] => {
  const limits = new Map((counter.secondary ?? []).map((row) => [row.service, row.limitMs]));
  const first = waiting.filter(({ service, waitFromAt }) => {
    const limitMs = limits.get(service);
    return limitMs === undefined || at - waitFromAt >= limitMs;
  });
  return first.length > 0 ? first : waiting;
};

/** A returned ticket is held, unless the counter could take nobody else of its lane. */
const withoutHeld = (waiting: readonly TicketRow[]): readonly TicketRow[] => {
  const lanes = new Set(waiting.filter(({ hold }) => hold === 0).map(({ lane }) => lane));
  return waiting.filter(({ hold, lane }) => hold === 0 || !lanes.has(lane));
};

export const withinReach = (desk: Desk, waiting: readonly TicketRow[]): readonly TicketRow[] =>
  withoutHeld(
    primaryFirst(
      desk,
      onThisSide(
        desk,
        waiting.filter((ticket) => isOpenTo(desk, ticket)),
      ),
    ),
  );
