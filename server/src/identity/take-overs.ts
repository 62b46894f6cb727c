/**
 * Tells a device that came back after its browser started anew from two machines with the same key: the
 * latter come back with the token of a session that the other took, or take it from each other again and
 * again. Rules: AUTH-18. Source: SEC-17.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant } from '@tingxu/contract/ids';
import type { SessionId } from './token.ts';

/** Units: ms. */
const TAKE_OVER_WINDOW_MS = 10 * 60_000;
/** More than somebody who installs it starts a browser in that time. */
const TAKE_OVERS_AT_MOST = 6;
/** Sessions that were taken last, by which a machine is known that comes back. */
const REMEMBERED = 16;

export type TakeOver = {
  /** What the new session ended. */
  readonly ended: readonly SessionId[];
  /** What whoever opens it has shown. */
  readonly shown: readonly SessionId[];
};

export type TakeOvers = {
  /** Whether the key of the device seems to be in two machines. */
  readonly note: (device: PairedDeviceId, takeOver: TakeOver) => boolean;
};

type Known = { readonly ended: readonly SessionId[]; readonly at: readonly Instant[] };
const NOTHING: Known = { ended: [], at: [] };

export function openTakeOvers(now: () => Instant): TakeOvers {
  const known = new Map<PairedDeviceId, Known>();
  return {
    note(device, { ended, shown }) {
      const before = known.get(device) ?? NOTHING;
      const isBack = shown.some((session) => before.ended.includes(session));
      if (ended.length === 0) return isBack;
      const since = now() - TAKE_OVER_WINDOW_MS;
      const at = [...before.at.filter((instant) => instant > since), now()];
      known.set(device, { ended: [...before.ended, ...ended].slice(-REMEMBERED), at });
      return isBack || at.length >= TAKE_OVERS_AT_MOST;
    },
  };
}
