/**
 * Which waiting tickets a counter could take now: by its skills, the lanes that it is kept for, and
 * what is only secondary to it. Pure. Rules: CALL-2, CALL-10, CALL-11, MISS-4, LEG-7.
 */
import { HELPS_AFTER_MS } from '@tingxu/contract/config';
import type { CounterId, Instant } from '@tingxu/contract/ids';
import type { CounterView, HallProfile, TicketRow } from '@tingxu/contract/views';

type CounterProfile = HallProfile['counters'][number];

/** What an order of calls is made from. */
export type Desk = {
  readonly view: Pick<CounterView, 'counters' | 'lanes' | 'profile'>;
  readonly counter: CounterProfile;
  readonly at: Instant;
};

const isKeptFor = ({ dedicated }: CounterProfile, { lane }: TicketRow): boolean =>
  dedicated?.lanes.includes(lane) ?? true;

/** The counter that alone may call it: in service and able; null when any may. */
const keeperOf = ({ view }: Desk, { only, service }: TicketRow): CounterId | null => {
  if (only === null) return null;
  const keeper = Object.values(view.counters).find((row) =>
    'counter' in only ? row.counter === only.counter : row.staff === only.staff,
  );
  if (!keeper || keeper.state === 'closed') return null;
  const skills = view.profile?.counters.find(({ id }) => id === keeper.counter)?.skills ?? [];
  return skills.includes(service) ? keeper.counter : null;
};

/** Left to nobody else. */
const isOpenTo = (desk: Desk, ticket: TicketRow): boolean => {
  const keeper = keeperOf(desk, ticket);
  return keeper === null || keeper === desk.counter.id;
};

/** Belongs to another counter in service. */
const isGuest = ({ view, counter }: Desk, ticket: TicketRow): boolean =>
  !isKeptFor(counter, ticket) &&
  (view.profile?.counters ?? []).some(
    (other) =>
      other.id !== counter.id &&
      (view.counters[other.id]?.state ?? 'closed') !== 'closed' &&
      other.skills.includes(ticket.service) &&
      isKeptFor(other, ticket),
  );

const helpsNow = ({ view, counter, at }: Desk): boolean => {
  const row = view.counters[counter.id];
  const helpsAfterMs = counter.dedicated?.helpsAfterMs ?? HELPS_AFTER_MS;
  return row?.state === 'open' && at - row.sinceAt >= helpsAfterMs;
};

/** Own tickets; those of others only while there are none and the counter helps. */
const onThisSide = (desk: Desk, waiting: readonly TicketRow[]): readonly TicketRow[] => {
  if (!desk.counter.dedicated) return waiting;
  const own = waiting.filter((ticket) => keeperOf(desk, ticket) !== null || !isGuest(desk, ticket));
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
