/**
 * When each counter is there, read from what its agent served. The record has no log of breaks: an
 * agent counts as away between two services when a customer whom the agent could have taken waited
 * through at least a minute of the time in between.
 */
import type { CounterId, Instant, ServiceId } from '@tingxu/contract/ids';
import type { RecordedCustomer, RecordedService } from './recorded-day.ts';

/** A shorter wait beside a free agent is ordinary: wrapping up and picking up take 5 to 30 s. */
export const AWAY_AFTER_MS = 60_000;
/** Who is away for longer has left the counter; shorter is a pause. */
export const CLOSED_AFTER_MS = 30 * 60_000;

/**
 * One time away. An agent makes up the mind during a service and goes when it ends, so the replay
 * knows the service's start too: whoever is busy then goes after that service, whoever is free waits
 * until `atLatestAt`. Shifting the start keeps the capacity of the record: a busy counter would
 * otherwise work on for the rest of a service in every break.
 */
export type Leave = {
  readonly kind: 'pause' | 'close';
  readonly meansToAt: Instant;
  readonly atLatestAt: Instant;
  /** Null: for the day. */
  readonly backAt: Instant | null;
};

export type Presence = {
  readonly counter: CounterId;
  readonly skills: readonly ServiceId[];
  readonly opensAt: Instant;
  readonly leaves: readonly Leave[];
};

type Served = RecordedCustomer & { readonly served: RecordedService };

const isServed = (customer: RecordedCustomer): customer is Served => customer.served !== null;

/** Whether somebody whom the skills allow stood waiting for long enough between the instants. */
const somebodyWaited = (
  customers: readonly RecordedCustomer[],
  skills: ReadonlySet<ServiceId>,
  from: Instant,
  to: Instant,
): boolean =>
  customers.some((customer) => {
    if (!skills.has(customer.service)) return false;
    const entered = Math.max(customer.arrivedAt, from);
    return Math.min(customer.arrivedAt + customer.waitMs, to) - entered >= AWAY_AFTER_MS;
  });

const leaveBetween = (last: RecordedService, next: RecordedService): Leave => ({
  kind: next.startedAt - last.endedAt > CLOSED_AFTER_MS ? 'close' : 'pause',
  meansToAt: last.startedAt,
  atLatestAt: last.endedAt,
  backAt: next.startedAt,
});

const presenceOf = (
  counter: CounterId,
  services: readonly Served[],
  customers: readonly RecordedCustomer[],
): Presence => {
  const skills = new Set(services.map((customer) => customer.service));
  const spells = services.map((customer) => customer.served);
  const leaves = spells.flatMap((last, index): Leave[] => {
    const next = spells[index + 1];
    if (!next) {
      return [{ kind: 'close', meansToAt: last.startedAt, atLatestAt: last.endedAt, backAt: null }];
    }
    if (next.startedAt - last.endedAt < AWAY_AFTER_MS) return [];
    return somebodyWaited(customers, skills, last.endedAt, next.startedAt)
      ? [leaveBetween(last, next)]
      : [];
  });
  return {
    counter,
    skills: [...skills].sort(),
    opensAt: Math.min(...spells.map((spell) => spell.startedAt)),
    leaves,
  };
};

/** Every counter that served anybody, by id. */
export const presences = (customers: readonly RecordedCustomer[]): readonly Presence[] => {
  const byCounter = Map.groupBy(customers.filter(isServed), (one) => one.served.counter);
  return [...byCounter]
    .map(([counter, services]) => {
      const inOrder = services.toSorted((a, b) => a.served.startedAt - b.served.startedAt);
      return presenceOf(counter, inOrder, customers);
    })
    .sort((a, b) => (a.counter < b.counter ? -1 : 1));
};

/**
 * Times from the end of a service to the next, of agents for whom somebody stood waiting all along:
 * wrapping up. Units: ms, sorted.
 */
export const turnarounds = (customers: readonly RecordedCustomer[]): readonly number[] => {
  const byCounter = Map.groupBy(customers.filter(isServed), (one) => one.served.counter);
  const gaps: number[] = [];
  for (const services of byCounter.values()) {
    const inOrder = services.toSorted((a, b) => a.served.startedAt - b.served.startedAt);
    for (const [index, next] of inOrder.entries()) {
      const last = inOrder[index - 1]?.served;
      if (!last || !next.queued || next.arrivedAt > last.endedAt) continue;
      const gapMs = next.served.startedAt - last.endedAt;
      if (gapMs >= 0 && gapMs < AWAY_AFTER_MS) gaps.push(gapMs);
    }
  }
  return gaps.sort((a, b) => a - b);
};
