/**
 * What wrong passphrases cost: after five in a row thirty seconds, doubled with each further one up to a
 * quarter of an hour, per account and place. A place is a paired device, a screen that somebody has locked, or a
 * browser where the same person has signed in before; anybody else counts by the address, and all of those together
 * besides: whoever guesses from elsewhere never keeps the owner from the own place.
 * Kept in memory: whoever can restart the server needs no passphrase. Rules: AUTH-9. Source: SEC-02.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant, StaffId } from '@tingxu/contract/ids';
import type { Place } from './gate.ts';

const FREE = 5;
const FIRST_MS = 30_000;
const MOST_MS = 15 * 60_000;
/** From all browsers together that are no paired device. */
const ELSEWHERE = 20;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Counts of numbers that nobody has; the oldest is forgotten first. Those of accounts are kept for a day at least. */
const REMEMBERED = 20_000;

type Count = { readonly failures: number; readonly until: Instant; readonly at: Instant };

/** Where somebody tries from. */
export type From = {
  readonly device: PairedDeviceId | null;
  readonly address: string;
  /** The session that is unlocked, or the browser where the same person has signed in before. */
  readonly own?: string | undefined;
};

export type BackOff = {
  /** How long until this may be tried; 0: now. Units: ms. */
  readonly waitMs: (staff: StaffId, from: From, now: Instant) => number;
  /**
   * Before the passphrase is looked at: so many tries at once are as many as one by one. What it gives takes
   * this one try back, where nothing was looked at.
   */
  readonly begin: (staff: StaffId, from: From, now: Instant) => () => void;
  readonly succeeded: (staff: StaffId, from: From) => void;
  /** A manager lifts it, everywhere. */
  readonly lift: (staff: StaffId) => void;
  readonly isHeldOff: (staff: StaffId, now: Instant) => boolean;
};

const waitAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** (failures - FREE));

/** As counts and lines know it. */
export const placeOf = ({ device, own, address }: From): Place => {
  const known = device ?? own;
  return { name: known ?? `address ${address}`, known: known !== undefined };
};

/** Failures by account and place, or by account. What is over for a day is forgotten, and of made-up numbers sooner. */
function counting<K, V>(
  isMadeUp: (key: K) => boolean,
  isOver: (value: V, now: Instant) => boolean,
) {
  const [accounts, madeUp] = [new Map<K, V>(), new Map<K, V>()];
  const of = (key: K): Map<K, V> => (isMadeUp(key) ? madeUp : accounts);
  return {
    get: (key: K): V | undefined => of(key).get(key),
    put: (key: K, value: V): void => void of(key).set(key, value),
    /** The newest, and room for it. */
    remember(key: K, value: V, now: Instant): void {
      const known = of(key);
      known.delete(key);
      known.set(key, value);
      for (const [oldest, its] of known) {
        if (known.size <= REMEMBERED || (known === accounts && !isOver(its, now))) break;
        known.delete(oldest);
      }
    },
    delete: (key: K): void => {
      accounts.delete(key);
      madeUp.delete(key);
    },
    entries: (): readonly (readonly [K, V])[] => [...accounts, ...madeUp],
  };
}

/** One of them less. */
const without = (instants: readonly Instant[], at: Instant): readonly Instant[] => {
  const nth = instants.lastIndexOf(at);
  return nth < 0 ? instants : instants.toSpliced(nth, 1);
};

/** A personnel number holds no blank. */
type Key = `${StaffId} ${string}`;
const staffOf = (key: Key): StaffId => key.slice(0, key.indexOf(' ')) as StaffId;

export function openBackOff(hasAccount: (staff: StaffId) => boolean): BackOff {
  const counts = counting<Key, Count>(
    (key) => !hasAccount(staffOf(key)),
    ({ until, at }, now) => Math.max(until, at + DAY_MS) <= now,
  );
  /** Failures of the last hour from no place that is known, oldest first. */
  const elsewhere = counting<StaffId, readonly Instant[]>(
    (staff) => !hasAccount(staff),
    (failures, now) => (failures.at(-1) ?? 0) + HOUR_MS <= now,
  );
  const keyOf = (staff: StaffId, from: From): Key => `${staff} ${placeOf(from).name}`;
  const recent = (staff: StaffId, now: Instant): readonly Instant[] =>
    (elsewhere.get(staff) ?? []).filter((at) => at > now - HOUR_MS);
  const elsewhereMs = (staff: StaffId, now: Instant): number => {
    const failures = recent(staff, now);
    const oldest = failures[failures.length - ELSEWHERE];
    return oldest === undefined ? 0 : oldest + HOUR_MS - now;
  };
  const waitMs = (staff: StaffId, from: From, now: Instant): number => {
    const here = Math.max(0, (counts.get(keyOf(staff, from))?.until ?? 0) - now);
    return placeOf(from).known ? here : Math.max(here, elsewhereMs(staff, now));
  };

  return {
    waitMs,
    begin(staff, from, now) {
      const key = keyOf(staff, from);
      const before = counts.get(key);
      const failures = (before?.failures ?? 0) + 1;
      counts.remember(key, { failures, until: now + waitAfter(failures), at: now }, now);
      const isElsewhere = !placeOf(from).known;
      if (isElsewhere) elsewhere.remember(staff, [...recent(staff, now), now], now);
      return () => {
        const known = counts.get(key);
        if (known && known.failures > 1) {
          const until = known.failures === failures ? (before?.until ?? 0) : known.until;
          counts.put(key, { ...known, failures: known.failures - 1, until });
        } else counts.delete(key);
        if (isElsewhere) elsewhere.put(staff, without(elsewhere.get(staff) ?? [], now));
      };
    },
    succeeded(staff, from) {
      counts.delete(keyOf(staff, from));
      if (!placeOf(from).known) elsewhere.delete(staff);
    },
    lift(staff) {
      for (const [key] of counts.entries()) if (staffOf(key) === staff) counts.delete(key);
      elsewhere.delete(staff);
    },
    isHeldOff: (staff, now) =>
      elsewhereMs(staff, now) > 0 ||
      counts.entries().some(([key, { until }]) => staffOf(key) === staff && until > now),
  };
}
