/**
 * A device proves that it holds the key it was paired with and gets a session; one at a time.
 * Rules: AUTH-18. Source: SEC-17.
 */
import type { DeviceSessionBody, PairedDeviceId } from '@tingxu/contract/identity';
import { isSignedBy } from './challenges.ts';
import type { Identity } from './identity.ts';
import type { PairedDevice } from './paired-devices.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { DeviceSession } from './sessions.ts';
import { sessionIdOf } from './token.ts';

/** A device renews it long before. Units: ms. */
export const DEVICE_SESSION_MS = 24 * 3_600_000;

const trusted = ({ devices }: Identity, device: PairedDeviceId): PairedDevice | undefined => {
  const paired = devices.get(device);
  return paired?.revokedAt === null ? paired : undefined;
};

/** Rejects: device-not-paired. */
export function challengeFor(
  identity: Identity,
  device: PairedDeviceId,
): { readonly ok: true; readonly challenge: string } | Refusal {
  const paired = trusted(identity, device);
  if (!paired) return refuse('device-not-paired');
  return { ok: true, challenge: identity.challenges.make(paired.hall, device) };
}

export type Opened = {
  readonly ok: true;
  readonly paired: PairedDevice;
  readonly session: DeviceSession;
  /** Null where the session that the device has shown goes on. */
  readonly token: string | null;
  /** For the first time its key is seen in two machines. */
  readonly becameContested: boolean;
};

/**
 * `shown` are the tokens of the request: whoever shows the live one of this device keeps it, so that a
 * renewal cuts nobody's connection. Rejects: device-not-paired, challenge-refused.
 */
export function openDeviceSession(
  identity: Identity,
  { device, challenge, signature, version }: DeviceSessionBody,
  shown: readonly string[],
): Opened | Refusal {
  const paired = trusted(identity, device);
  if (!paired) return refuse('device-not-paired');
  const isFresh = identity.challenges.take(device, challenge);
  if (!isFresh || !isSignedBy(paired.key, challenge, signature)) return refuse('challenge-refused');
  const { sessions, devices, takeOvers, trail, transact, now } = identity;
  const at = now();
  const live = sessions
    .ofDevice(device)
    .filter((session): session is DeviceSession => session.kind === 'device');
  const ids = shown.flatMap((token) => sessionIdOf(token) ?? []);
  const own = live.find(({ id }) => ids.includes(id) && sessions.standing(id, at) === 'live');
  const ended = own ? [] : live.map(({ id }) => id);
  const isContested = takeOvers.note(device, { ended, shown: own ? [] : ids });
  const becameContested = isContested && paired.contestedAt === null;
  const contestedAt = becameContested ? at : paired.contestedAt;
  const after: PairedDevice = { ...paired, version, lastSeenAt: at, contestedAt };
  return transact(() => {
    devices.put(after);
    if (becameContested) trail.append({ at, what: 'device-contested', subject: device, by: null });
    const endsAt = at + DEVICE_SESSION_MS;
    if (own) {
      sessions.prolong(own.id, endsAt);
      return { ok: true, paired: after, session: { ...own, endsAt }, token: null, becameContested };
    }
    sessions.end(live);
    const { token, session } = sessions.startDevice({ device, endsAt }, at);
    return { ok: true, paired: after, session, token, becameContested };
  });
}
