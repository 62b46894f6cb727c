/**
 * Whom the tokens of a request or of a connection prove: somebody of the staff, a paired device, or both
 * where somebody is signed in at a device. Rules: AUTH-2, AUTH-5, AUTH-7.
 */
import type { HallId } from '@tingxu/contract/ids';
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
  } | null;
  readonly device: { readonly session: DeviceSession; readonly paired: PairedDevice } | null;
  /** Some token was shown that is good for nothing any more. */
  readonly stale: boolean;
};

export function bearerOf(identity: Identity, tokens: readonly string[]): Bearer {
  const { accounts, devices, sessions, now } = identity;
  let staff: Bearer['staff'] = null;
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
  return { staff, device, stale };
}

/** Roles that need no session: nobody at all, and the holder of a link, which proves itself. */
const FREE: readonly Role[] = ['anonymous', 'phone'];
const MACHINES: readonly Role[] = ['kiosk', 'board', 'pad'];

/** Anybody may look at a demo as any of its machines: its data folder holds nothing real. Rules: AUTH-17. */
export const isBelieved = ({ kind }: Identity, role: Role): boolean =>
  FREE.includes(role) || (kind === 'demo' && MACHINES.includes(role));

/** In which capacity somebody acts and in which halls, or why in none. */
export type Capacity =
  | { readonly ok: true; readonly actor: Actor; readonly halls: readonly HallId[] | null }
  | { readonly ok: false; readonly code: FaultCode };

const no = (code: FaultCode): Capacity => ({ ok: false, code });

/** A paired counter is where tellers sign in; of itself it may nothing. */
export const deviceRoleOf = ({ role }: PairedDevice): Role | null =>
  role === 'counter' ? null : role;

export const isPairedAs = ({ device }: Bearer, role: Role): boolean =>
  device !== null && deviceRoleOf(device.paired) === role;

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
  return { ok: true, actor: { role, staff: staff.account.staff }, halls: staff.account.halls };
}

/** Whoever holds one role need not name it. */
export function onlyRoleOf({ staff, device }: Bearer): Role | null {
  const own = device && deviceRoleOf(device.paired);
  const held: Role[] = [...(staff?.account.roles ?? []), ...(own ? [own] : [])];
  const [only, another] = held;
  return only !== undefined && another === undefined ? only : null;
}
