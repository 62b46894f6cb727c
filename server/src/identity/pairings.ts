/**
 * Devices that ask to be taken in. Each shows a code of its own; who reads it there may confirm the device.
 * In memory only: after a restart a device that still waits asks again. Rules: AUTH-12. Source: SEC-17.
 */
import { randomBytes } from 'node:crypto';
import type { DeviceKey, DevicePlace, PairedDeviceId } from '@tingxu/contract/identity';
import type { HallId, Instant } from '@tingxu/contract/ids';
import type { DeviceRole } from '@tingxu/contract/roles';
import { newSigns } from './signs.ts';

const CODE_SIGNS = 8;
/** Units: ms. */
const PAIRING_MS = 10 * 60_000;
/** Wrong codes that somebody types while a code is shown; then it is void. */
const PAIRING_TRIES = 10;
/** Whoever asks more often from one address takes the place of its own oldest. */
const PER_ADDRESS = 32;
const AT_ONCE = 256;

/** What a device says of itself. */
export type Asking = {
  readonly key: DeviceKey;
  readonly role: DeviceRole;
  readonly hall: HallId | null;
  readonly place: DevicePlace;
  readonly version: string;
};
/** What is seen of it. */
export type From = { readonly address: string; readonly agent: string | null };
export type Pairing = Asking & {
  /** Unguessable: whoever asks with it is the device. */
  readonly pairing: string;
  readonly code: string;
  readonly from: From;
  readonly askedAt: Instant;
  readonly endsAt: Instant;
};

type Standing = {
  readonly state: 'waiting' | 'paired' | 'over';
  readonly device: PairedDeviceId | null;
};

export type Pairings = {
  /** Null where too many wait. The same key asked again stands once. */
  readonly ask: (asking: Asking, from: From) => Pairing | null;
  readonly standing: (pairing: string) => Standing;
  /** Those that show a code now, the one that asked first before the others. */
  readonly waiting: () => readonly Pairing[];
  /**
   * The device that shows this code, of those that `mayTakeIn` says; a code that none of them shows is a try against
   * each of them, and against nobody else's.
   */
  readonly byCode: (code: string, mayTakeIn: (pairing: Pairing) => boolean) => Pairing | undefined;
  /** Its code is used up. */
  readonly settle: (pairing: string, device: PairedDeviceId) => void;
};

type Entry = Pairing & {
  tries: number;
  device: PairedDeviceId | null;
};

const OVER: Standing = { state: 'over', device: null };
const isSameKey = (one: DeviceKey, other: DeviceKey): boolean =>
  one.x === other.x && one.y === other.y;

export function openPairings(now: () => Instant): Pairings {
  const entries = new Map<string, Entry>();
  const sweep = (): void => {
    for (const { pairing, endsAt } of entries.values()) {
      if (now() >= endsAt) entries.delete(pairing);
    }
  };
  const shown = (): Entry[] => [...entries.values()].filter(({ device }) => device === null);
  const makeRoom = (key: DeviceKey, address: string): void => {
    for (const entry of shown()) if (isSameKey(entry.key, key)) entries.delete(entry.pairing);
    const [oldest, ...others] = shown().filter(({ from }) => from.address === address);
    if (oldest && others.length + 1 >= PER_ADDRESS) entries.delete(oldest.pairing);
  };
  /** Where all wait that may, whoever comes takes the place of the oldest of the address with the most. */
  const makePlace = (address: string): void => {
    const waiting = shown();
    const of = (one: string) => waiting.filter(({ from }) => from.address === one);
    const [most] = waiting
      .map(({ from }) => of(from.address))
      .sort((one, other) => other.length - one.length);
    const [oldest] = most ?? [];
    if (oldest && (most?.length ?? 0) > of(address).length + 1) entries.delete(oldest.pairing);
  };
  const missed = (theirs: readonly Entry[]): void => {
    for (const entry of theirs) {
      entry.tries += 1;
      if (entry.tries >= PAIRING_TRIES) entries.delete(entry.pairing);
    }
  };
  return {
    ask(asking, from) {
      sweep();
      makeRoom(asking.key, from.address);
      if (entries.size >= AT_ONCE) makePlace(from.address);
      if (entries.size >= AT_ONCE) return null;
      const entry: Entry = {
        ...{ ...asking, from, pairing: randomBytes(32).toString('base64url') },
        ...{ code: newSigns(CODE_SIGNS), askedAt: now(), endsAt: now() + PAIRING_MS },
        ...{ tries: 0, device: null },
      };
      entries.set(entry.pairing, entry);
      return entry;
    },
    standing(pairing) {
      sweep();
      const entry = entries.get(pairing);
      if (!entry) return OVER;
      return { state: entry.device === null ? 'waiting' : 'paired', device: entry.device };
    },
    waiting() {
      sweep();
      return shown();
    },
    byCode(code, mayTakeIn) {
      sweep();
      const theirs = shown().filter(mayTakeIn);
      const found = theirs.find((entry) => entry.code === code);
      if (!found) missed(theirs);
      return found;
    },
    settle(pairing, device) {
      const entry = entries.get(pairing);
      if (entry) entry.device = device;
    },
  };
}
