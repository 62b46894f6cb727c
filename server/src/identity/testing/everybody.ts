/**
 * Everybody who may come to a hall, and in whatever state: each role of staff and each device, in the hall and in
 * another, with a session that lives, is locked, is over or was revoked, with a passphrase to choose; the holders
 * of links; and whoever says what they are and shows nothing, or what the server never gave. Source: SEC-04.
 */
import { DeviceKey, type DevicePlace, PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, StaffId, type TicketId, type TicketLink } from '@tingxu/contract/ids';
import { DeviceRole, Role, StaffRole } from '@tingxu/contract/roles';
import type { TicketLinks } from '../../links/ticket-links.ts';
import type { Identity } from '../identity.ts';

export type State =
  | ('live' | 'other hall' | 'must change' | 'locked' | 'over' | 'revoked')
  | ('no token' | 'no session');
export type Who = {
  readonly role: Role;
  readonly state: State;
  /** Of the session, or made up; null for whoever shows none. */
  readonly token: string | null;
  /** Of the ticket that a phone holds. */
  readonly link?: TicketLink;
  /** A paired counter where nobody is signed in. */
  readonly alone?: true;
};

/** What such a caller sends over HTTP. */
export const headersOf = ({ role, token, link }: Who): Record<string, string> => ({
  ...(role !== 'anonymous' && { 'tingxu-role': role }),
  ...(token !== null && { authorization: `Bearer ${token}` }),
  ...(link !== undefined && { 'tingxu-link': link }),
});

export const OTHER_HALL = HallId.parse('other');
const HOUR_MS = 3_600_000;
const KEY = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) });
/** Of the form of a token, and of no session. */
const NEVER_GIVEN = 'A'.repeat(43);

const STAFF_STATES: readonly State[] = [
  ...(['live', 'other hall', 'must change', 'locked', 'over', 'revoked'] as const),
];
/** A device has no screen lock and no passphrase. */
const DEVICE_STATES: readonly State[] = ['live', 'other hall', 'over', 'revoked'];

export type Place = {
  readonly identity: Identity;
  readonly links: TicketLinks;
  readonly hall: HallId;
  /** Two of its tickets: that of the phone that is asked for, and another. */
  readonly tickets: readonly [TicketId, TicketId];
  /** Numbers of people and devices begin after it, where those of two halls are made. */
  readonly after?: number;
};

export function everybodyAt({ identity, links, hall, tickets, after = 0 }: Place) {
  const { accounts, devices, sessions, now } = identity;
  let made = after;
  const hallIn = (state: State): HallId => (state === 'other hall' ? OTHER_HALL : hall);
  const endIn = (state: State) => (state === 'over' ? now() : now() + HOUR_MS);

  const settle = (token: string, state: State): void => {
    const session = sessions.byToken(token);
    if (!session) return;
    if (state === 'revoked') sessions.end([session]);
    if (state === 'locked') sessions.setLocked(session.id, true, now());
  };
  const staff = (role: StaffRole, state: State, atDevice: PairedDeviceId | null = null): Who => {
    made += 1;
    const id = StaffId.parse(`${role}-${made}`);
    accounts.put({
      ...{ staff: id, passphrase: 'none', mustChange: state === 'must change', roles: [role] },
      ...{ halls: [hallIn(state)], disabled: false, createdAt: 0, lastSignInAt: null },
    });
    const given = { staff: id, atDevice, endsAt: endIn(state), lockAfterMs: null };
    const { token } = sessions.startStaff(given, now());
    settle(token, state);
    return { role, state, token };
  };
  const device = (kind: DeviceRole, state: State, place: DevicePlace = {}) => {
    made += 1;
    const id = PairedDeviceId.parse(`d-${String(made).padStart(12, '0')}`);
    devices.put({
      ...{ device: id, role: kind, hall: hallIn(state), place, name: kind, key: KEY, pairedAt: 0 },
      ...{ pairedBy: StaffId.parse('a01'), lastSeenAt: null, version: null },
      ...{ revokedAt: null, contestedAt: null },
    });
    const { token } = sessions.startDevice({ device: id, endsAt: endIn(state) }, now());
    settle(token, state);
    // Of itself a paired counter is nobody: it asks as whoever would sit there.
    if (kind === 'counter') {
      return { role: 'teller' as const, state, token, alone: true as const, device: id };
    }
    return { role: kind, state, token, device: id };
  };
  const phone = (state: State): Who => {
    const link = links.linkOf(hall, tickets[state === 'other hall' ? 1 : 0]);
    return { role: 'phone', state, token: null, link };
  };
  const claiming = (role: Role, state: 'no token' | 'no session'): Who => ({
    ...{ role, state, token: state === 'no session' ? NEVER_GIVEN : null },
  });

  return {
    staff,
    device,
    phone,
    claiming,
    /** Anew at each call: some operations do away with the session that asks. */
    all: (): Who[] => [
      { role: 'anonymous', state: 'live', token: null },
      ...[phone('live'), phone('other hall')],
      ...PROVEN.flatMap((role) => [claiming(role, 'no token'), claiming(role, 'no session')]),
      ...StaffRole.options.flatMap((role) => STAFF_STATES.map((state) => staff(role, state))),
      ...DeviceRole.options.flatMap((kind) => DEVICE_STATES.map((state) => device(kind, state))),
    ],
  };
}
export type Everybody = ReturnType<typeof everybodyAt>;

/** Roles that nobody has by saying so. */
export const PROVEN: readonly Role[] = Role.options.filter(
  (role) => !['anonymous', 'phone', 'system'].includes(role),
);
