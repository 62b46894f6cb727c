/**
 * Whom the tokens of a request or of a connection prove: somebody of the staff, a paired device, or both
 * where somebody is signed in at a device. Rules: AUTH-2, AUTH-5, AUTH-7.
 */
import { coversHall, type HallsOfRights } from '@tingxu/contract/covers-hall';
import type { DevicePlace } from '@tingxu/contract/identity';
import type { FaultCode } from '@tingxu/contract/problems';
import type { Actor, Role } from '@tingxu/contract/roles';
import type { Account } from './accounts.ts';
import type { Identity } from './identity.ts';
import type { PairedDevice } from './paired-devices.ts';
import type { DeviceSession, StaffSession } from './sessions.ts';

export type Bearer = {
  /** Signed in, though perhaps behind a locked screen or with a passphrase to choose. */
  readonly staff: {
    readonly session: StaffSession;
    readonly account: Account;
    readonly locked: boolean;
    /** The paired counter at which they are signed in; null anywhere else. Rules: AUTH-14. */
    readonly atCounter: PairedDevice | null;
  } | null;
  readonly device: { readonly session: DeviceSession; readonly paired: PairedDevice } | null;
  /** Some token was shown that is good for nothing any more. */
  readonly stale: boolean;
};

type Shown = {
  readonly session: StaffSession;
  readonly account: Account;
  readonly locked: boolean;
};

/** Where they sit is as it stood at the sign-in: who leaves out the token of the device later is still there. */
function seated(
  { devices }: Identity,
  staff: Shown | null,
  device: Bearer['device'],
): Bearer['staff'] {
  if (staff === null) return null;
  const { atDevice } = staff.session;
  const at = (atDevice === null ? undefined : devices.get(atDevice)) ?? device?.paired;
  return { ...staff, atCounter: at?.role === 'counter' ? at : null };
}

export function bearerOf(identity: Identity, tokens: readonly string[]): Bearer {
  const { accounts, devices, sessions, now } = identity;
  let staff: Shown | null = null;
  let device: Bearer['device'] = null;
  let stale = false;
  for (const token of tokens) {
    const session = sessions.byToken(token);
    const standing = session ? sessions.standing(session.id, now()) : 'over';
    if (!session || standing === 'over') {
      stale = true;
    } else if (session.kind === 'staff') {
      const account = accounts.get(session.staff);
      if (account) staff = { session, account, locked: standing === 'locked' };
    } else {
      const paired = devices.get(session.device);
      if (paired) device = { session, paired };
    }
  }
  return { staff: seated(identity, staff, device), device, stale };
}

/** Roles that need no session: nobody at all, and the holder of a link, which proves itself. */
const FREE: readonly Role[] = ['anonymous', 'phone'];
const MACHINES: readonly Role[] = ['kiosk', 'board', 'pad'];

/** Anybody may look at a demo as any of its machines: its data folder holds nothing real. Rules: AUTH-17. */
export const isBelieved = ({ kind }: Identity, role: Role): boolean =>
  FREE.includes(role) || (kind === 'demo' && MACHINES.includes(role));

/** In which capacity somebody acts and in which halls, or why in none. */
export type Capacity =
  | { readonly ok: true; readonly actor: Actor; readonly halls: HallsOfRights }
  | { readonly ok: false; readonly code: FaultCode };

const no = (code: FaultCode): Capacity => ({ ok: false, code });

/** A paired counter is where tellers sign in; of itself it may nothing. */
export const deviceRoleOf = ({ role }: PairedDevice): Role | null =>
  role === 'counter' ? null : role;

export const isPairedAs = ({ device }: Bearer, role: Role): boolean =>
  device !== null && deviceRoleOf(device.paired) === role;

/** Of a teller at a paired counter its hall, if it is one of theirs. Rules: AUTH-5, AUTH-14. */
function hallsOf({ account, atCounter }: NonNullable<Bearer['staff']>, role: Role): HallsOfRights {
  if (role !== 'teller' || atCounter === null) return account.halls;
  return coversHall(account.halls, atCounter.hall) ? [atCounter.hall] : [];
}

/**
 * Where somebody may act in a capacity: a device at the place that it was paired as, a teller at the paired
 * counter where they are signed in. Rules: AUTH-14.
 */
export function placeOf({ staff, device }: Bearer, { role, staff: person }: Actor): DevicePlace {
  if (person !== undefined) return (role === 'teller' && staff?.atCounter?.place) || {};
  return device?.paired.role === role ? device.paired.place : {};
}

/**
 * Rejects: forbidden; session-over, session-locked, must-change-passphrase where that is why;
 * unauthenticated where nothing was shown.
 */
export function capacityOf(bearer: Bearer, role: Role): Capacity {
  const { staff, device, stale } = bearer;
  if (device && deviceRoleOf(device.paired) === role) {
    return { ok: true, actor: { role }, halls: [device.paired.hall] };
  }
  const holds = staff?.account.roles.find((held) => held === role);
  if (!staff || holds === undefined) {
    if (staff || device) return no('forbidden');
    return no(stale ? 'session-over' : 'unauthenticated');
  }
  if (staff.locked) return no('session-locked');
  if (staff.account.mustChange) return no('must-change-passphrase');
  return { ok: true, actor: { role, staff: staff.account.staff }, halls: hallsOf(staff, role) };
}

/** Whoever holds one role need not name it. */
export function onlyRoleOf({ staff, device }: Bearer): Role | null {
  const own = device && deviceRoleOf(device.paired);
  const held: Role[] = [...(staff?.account.roles ?? []), ...(own ? [own] : [])];
  const [only, another] = held;
  return only !== undefined && another === undefined ? only : null;
}
