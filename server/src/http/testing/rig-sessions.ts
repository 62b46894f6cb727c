/** Whom a test names is signed in: a member of staff with the role, or a paired device without a place. */
import { DeviceKey, PairedDeviceId } from '@tingxu/contract/identity';
import { type HallId, type Instant, StaffId } from '@tingxu/contract/ids';
import { DeviceRole, StaffRole } from '@tingxu/contract/roles';
import type { Identity } from '../../identity/identity.ts';
import { anybodyAs } from '../../identity/testing/rig-people.ts';

export type Capacity = { readonly role?: string; readonly staff?: string };

export type RigSessions = {
  /** The token of somebody in a role, made when it is first asked for; null for who has none. */
  readonly tokenOf: (who: Capacity) => string | null;
  /** What such a caller sends. */
  readonly headersOf: (who: Capacity) => Record<string, string>;
};

/** Longer than any test, on whatever clock. */
const ENDS_AT: Instant = Date.parse('2999-01-01T00:00:00Z');
const KEY = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) });

/** An account with this role, whatever else it holds. */
function keepAccount({ accounts, now }: Identity, staff: StaffId, role: StaffRole): void {
  const known = accounts.get(staff);
  if (known?.roles.includes(role)) return;
  const roles = [...(known?.roles ?? []), role];
  accounts.put({
    ...{ staff, passphrase: 'none', mustChange: false, disabled: false, halls: null },
    ...{ createdAt: now(), lastSignInAt: null, ...known, roles },
  });
}

function pair({ devices, now }: Identity, role: DeviceRole, hall: HallId): PairedDeviceId {
  const nth = String(DeviceRole.options.indexOf(role)).padStart(2, '0');
  const device = PairedDeviceId.parse(`d-0000000000${nth}`);
  devices.put({
    ...{ device, role, hall, place: {}, name: role, key: KEY, pairedAt: now() },
    ...{ pairedBy: StaffId.parse('a01'), lastSeenAt: null, version: null },
    ...{ revokedAt: null, contestedAt: null },
  });
  return device;
}

export function rigSessions(identity: Identity, hall: HallId): RigSessions {
  const tokens = new Map<string, string>();
  const { sessions, now } = identity;
  const isLive = (token: string): boolean => {
    const session = sessions.byToken(token);
    return session !== undefined && sessions.standing(session.id, now()) === 'live';
  };
  const open = (role: string, staff: string | null): string | null => {
    const device = DeviceRole.options.find((known) => known === role);
    if (device !== undefined) {
      // Believed there, as whatever it says that it is.
      if (identity.kind === 'demo') return null;
      return sessions.startDevice({ device: pair(identity, device, hall), endsAt: ENDS_AT }, now())
        .token;
    }
    const held = StaffRole.options.find((known) => known === role);
    if (held === undefined || !staff) return null;
    const id = StaffId.parse(staff);
    keepAccount(identity, id, held);
    const given = { staff: id, atDevice: null, endsAt: ENDS_AT, lockAfterMs: null };
    return sessions.startStaff(given, now()).token;
  };
  const tokenOf = ({ role = '', staff = anybodyAs(role) ?? '' }: Capacity): string | null => {
    const key = `${role} ${staff}`;
    const known = tokens.get(key);
    // A test may sign somebody out, or lock their screen; with the next request they are back.
    if (known !== undefined && isLive(known)) return known;
    const token = open(role, staff);
    if (token !== null) tokens.set(key, token);
    return token;
  };
  return {
    tokenOf,
    headersOf(who) {
      const token = tokenOf(who);
      return {
        ...(who.role !== undefined && { 'tingxu-role': who.role }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
    },
  };
}
