/**
 * What admins do with devices: take one in whose code they have read from its screen, and revoke one.
 * Whoever is bound to halls looks after the devices of these. Rules: AUTH-12, AUTH-19. Source: SEC-17.
 */
import { randomInt } from 'node:crypto';
import { coversHall } from '@tingxu/contract/covers-hall';
import {
  type ChangeDeviceBody,
  type ConfirmPairingBody,
  PairedDeviceId,
} from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import type { Account } from './accounts.ts';
import type { Identity } from './identity.ts';
import type { PairedDevice } from './paired-devices.ts';
import type { Asking, From, Pairing } from './pairings.ts';
import { type Refusal, refuse } from './refusal.ts';

type Done = { readonly ok: true; readonly paired: PairedDevice } | Refusal;

/** Those that `by` looks after. */
export const devicesOf = ({ devices }: Identity, by: Account): readonly PairedDevice[] =>
  devices.all().filter(({ hall }) => coversHall(by.halls, hall));

const mightBeOf =
  ({ halls }: Account) =>
  ({ hall }: Pairing): boolean =>
    hall === null || coversHall(halls, hall);

/** Those that ask and might be theirs. */
export const waitingFor = ({ pairings }: Identity, by: Account): readonly Pairing[] =>
  pairings.waiting().filter(mightBeOf(by));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newDeviceId = (): PairedDeviceId =>
  PairedDeviceId.parse(
    `d-${Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`,
  );

type Decided = Pick<PairedDevice, 'role' | 'hall' | 'place' | 'name'>;

function takeIn(
  { devices, pairings, trail, transact, now }: Identity,
  { pairing, key, version }: Pairing,
  { role, hall, place, name }: Decided,
  by: StaffId,
): PairedDevice {
  const paired: PairedDevice = {
    ...{ device: newDeviceId(), role, hall, place, name, key, version },
    ...{ pairedAt: now(), pairedBy: by, lastSeenAt: null, revokedAt: null, contestedAt: null },
  };
  const detail = { role, hall, place };
  transact(() => {
    devices.put(paired);
    trail.append({ at: now(), what: 'device-paired', subject: paired.device, by, detail });
  });
  pairings.settle(pairing, paired.device);
  return paired;
}

/** Rejects: forbidden, pairing-code-unknown. */
export function confirmPairing(identity: Identity, by: Account, body: ConfirmPairingBody): Done {
  if (!coversHall(by.halls, body.hall) || !identity.halls.includes(body.hall))
    return refuse('forbidden');
  const pairing = identity.pairings.byCode(body.code, mightBeOf(by));
  if (!pairing) return refuse('pairing-code-unknown');
  return { ok: true, paired: takeIn(identity, pairing, body, by.staff) };
}

/** Nobody of the staff: the demo itself. */
const DEMO = StaffId.parse('demo');

/**
 * A device asks. In a demo, whose folder holds nothing real, it is taken in as what it says it is.
 * Rules: AUTH-12, AUTH-17. Rejects: too-many-requests, hall-unknown.
 */
export function askForPairing(
  identity: Identity,
  asking: Asking,
  from: From,
): { readonly ok: true; readonly pairing: Pairing } | Refusal {
  const hall = asking.hall ?? identity.halls[0];
  const pairing = identity.pairings.ask(asking, from);
  if (!pairing) return refuse('too-many-requests');
  if (identity.kind === 'demo') {
    if (hall === undefined || !identity.halls.includes(hall)) return refuse('hall-unknown');
    const { role, place } = asking;
    const name = [role, place.kiosk ?? place.counter ?? ''].join(' ').trim();
    takeIn(identity, pairing, { role, hall, place, name }, DEMO);
  }
  return { ok: true, pairing };
}

/**
 * Another name, or another place: then it and whoever is signed in at it begin anew, so that nobody acts where
 * they no longer stand. Rejects: device-unknown.
 */
export function changeDevice(
  identity: Identity,
  by: Account,
  device: PairedDeviceId,
  { name, place }: ChangeDeviceBody,
): Done {
  const { devices, sessions, trail, transact, now } = identity;
  const before = devices.get(device);
  if (!before || before.revokedAt !== null || !coversHall(by.halls, before.hall)) {
    return refuse('device-unknown');
  }
  const paired = { ...before, name: name ?? before.name, place: place ?? before.place };
  const isMoved = JSON.stringify(paired.place) !== JSON.stringify(before.place);
  if (!isMoved && paired.name === before.name) return { ok: true, paired: before };
  const detail = { place: paired.place };
  transact(() => {
    devices.put(paired);
    trail.append({ at: now(), what: 'device-changed', subject: device, by: by.staff, detail });
    if (isMoved) sessions.end(sessions.ofDevice(device));
  });
  return { ok: true, paired };
}

/** From now on it and whoever is signed in at it may nothing. Rejects: device-unknown. */
export function revokeDevice(identity: Identity, by: Account, device: PairedDeviceId): Done {
  const { devices, sessions, trail, transact, now } = identity;
  const paired = devices.get(device);
  if (!paired || !coversHall(by.halls, paired.hall)) return refuse('device-unknown');
  if (paired.revokedAt !== null) return { ok: true, paired };
  const revoked: PairedDevice = { ...paired, revokedAt: now() };
  transact(() => {
    // First, so that they are out even where nothing can be written.
    sessions.end(sessions.ofDevice(device));
    devices.put(revoked);
    trail.append({ at: now(), what: 'device-revoked', subject: device, by: by.staff });
  });
  return { ok: true, paired: revoked };
}
