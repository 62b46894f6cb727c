/**
 * What wrong passphrases cost: after five in a row thirty seconds, doubled with each further one up to a
 * quarter of an hour, per account and device. A browser that is no paired device counts by its address, and all
 * of those together besides: whoever guesses from elsewhere never keeps the owner from the paired counter.
 * Kept in memory: whoever can restart the server needs no passphrase. Rules: AUTH-9. Source: SEC-02.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant, StaffId } from '@tingxu/contract/ids';

const FREE = 5;
const FIRST_MS = 30_000;
const MOST_MS = 15 * 60_000;
/** From all browsers together that are no paired device. */
const ELSEWHERE = 20;
const HOUR_MS = 3_600_000;
/** Pairs of account and device that are remembered; the oldest is forgotten first. */
const REMEMBERED = 20_000;

type Count = { readonly failures: number; readonly until: Instant };

/** Where somebody tries from. */
export type From = { readonly device: PairedDeviceId | null; readonly address: string };

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
export const placeOf = ({ device, address }: From): string => device ?? `address ${address}`;

/** A map that forgets what was put in first. */
const remember = <K, V>(known: Map<K, V>, key: K, value: V): void => {
  known.delete(key);
  known.set(key, value);
  if (known.size <= REMEMBERED) return;
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
};

/** One of them less. */
const without = (instants: readonly Instant[], at: Instant): readonly Instant[] => {
  const nth = instants.lastIndexOf(at);
  return nth < 0 ? instants : instants.toSpliced(nth, 1);
};

export function openBackOff(): BackOff {
  /** `staff place` → its failures. A personnel number holds no blank. */
  const counts = new Map<string, Count>();
  /** Failures of the last hour from browsers that are no paired device, oldest first. */
  const elsewhere = new Map<StaffId, readonly Instant[]>();
  const keyOf = (staff: StaffId, from: From): string => `${staff} ${placeOf(from)}`;
  const recent = (staff: StaffId, now: Instant): readonly Instant[] =>
    (elsewhere.get(staff) ?? []).filter((at) => at > now - HOUR_MS);
  const elsewhereMs = (staff: StaffId, now: Instant): number => {
    const failures = recent(staff, now);
    const oldest = failures[failures.length - ELSEWHERE];
    return oldest === undefined ? 0 : oldest + HOUR_MS - now;
  };
  const waitMs = (staff: StaffId, from: From, now: Instant): number => {
    const here = Math.max(0, (counts.get(keyOf(staff, from))?.until ?? 0) - now);
    return from.device === null ? Math.max(here, elsewhereMs(staff, now)) : here;
  };

  return {
    waitMs,
    begin(staff, from, now) {
      const key = keyOf(staff, from);
      const before = counts.get(key);
      const failures = (before?.failures ?? 0) + 1;
      remember(counts, key, { failures, until: now + waitAfter(failures) });
      if (from.device === null) remember(elsewhere, staff, [...recent(staff, now), now]);
      return () => {
        const known = counts.get(key);
        if (known && known.failures > 1) {
          const until = known.failures === failures ? (before?.until ?? 0) : known.until;
          counts.set(key, { failures: known.failures - 1, until });
        } else counts.delete(key);
        if (from.device === null) elsewhere.set(staff, without(elsewhere.get(staff) ?? [], now));
      };
    },
    succeeded(staff, from) {
      counts.delete(keyOf(staff, from));
      if (from.device === null) elsewhere.delete(staff);
    },
    lift(staff) {
      for (const key of counts.keys()) if (key.startsWith(`${staff} `)) counts.delete(key);
      elsewhere.delete(staff);
    },
    isHeldOff: (staff, now) =>
      elsewhereMs(staff, now) > 0 ||
      [...counts].some(([key, { until }]) => key.startsWith(`${staff} `) && until > now),
  };
}
