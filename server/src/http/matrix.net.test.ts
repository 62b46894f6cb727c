/**
 * Every route as everybody: each identity, in its own hall and another's, with a session that lives, is locked,
 * is over by its time or was revoked, with a token that was never given, and with none. Source: SEC-04.
 */
import { ACCESS, type OperationId } from '@tingxu/contract/access';
import { DeviceKey, type DevicePlace, PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, KioskId, StaffId, TicketId } from '@tingxu/contract/ids';
import { DeviceRole, type Role, StaffRole } from '@tingxu/contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMABLE } from './identity.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterAll(() => rig.close());

const DEMO = HallId.parse('demo');
const OTHER = HallId.parse('other');
const TICKET = TicketId.parse('20261123-0001');
const ANOTHER = TicketId.parse('20261123-0002');
const KEY = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) });

type State = 'live' | 'other hall' | 'locked' | 'over' | 'revoked' | 'no token' | 'no session';
type Who = { readonly role: Role; readonly state: State; readonly headers: Record<string, string> };

const stateOf = (token: string, state: State): void => {
  const { sessions, now } = rig.identity;
  const session = sessions.byToken(token);
  if (!session) return;
  if (state === 'revoked') sessions.end([session]);
  if (state === 'locked') sessions.setLocked(session.id, true, now());
};

const staff = (role: StaffRole, state: State): Who => {
  const { accounts, sessions, now } = rig.identity;
  const id = StaffId.parse(`${role}-${state.replace(' ', '-')}`);
  const halls = [state === 'other hall' ? OTHER : DEMO];
  accounts.put({
    ...{ staff: id, passphrase: 'none', mustChange: false, roles: [role], halls },
    ...{ disabled: false, createdAt: 0, lastSignInAt: null },
  });
  const endsAt = state === 'over' ? now() : now() + 3_600_000;
  const { token } = sessions.startStaff(
    { staff: id, atDevice: null, endsAt, lockAfterMs: null },
    now(),
  );
  stateOf(token, state);
  return { role, state, headers: { authorization: `Bearer ${token}`, 'tingxu-role': role } };
};

let paired = 0;
const device = (role: DeviceRole, state: State, place: DevicePlace = {}): Who => {
  const { devices, sessions, now } = rig.identity;
  paired += 1;
  const id = PairedDeviceId.parse(`d-${String(paired).padStart(12, '0')}`);
  devices.put({
    ...{ device: id, role, hall: state === 'other hall' ? OTHER : DEMO, place, name: role },
    ...{ key: KEY, pairedAt: 0, pairedBy: StaffId.parse('a01'), lastSeenAt: null },
    ...{ version: null, revokedAt: null, contestedAt: null },
  });
  const endsAt = state === 'over' ? now() : now() + 3_600_000;
  const { token } = sessions.startDevice({ device: id, endsAt }, now());
  stateOf(token, state);
  const asked = role === 'counter' ? 'teller' : role;
  const headers = { authorization: `Bearer ${token}`, 'tingxu-role': asked };
  return { role: asked, state, headers };
};

const phone = (state: State, ticket: TicketId): Who => ({
  ...{ role: 'phone', state },
  headers: { 'tingxu-role': 'phone', 'tingxu-link': rig.links.linkOf(DEMO, ticket) },
});

/** Whoever says what they are and shows nothing, or a token that the server never gave. */
const claiming = (role: Role, state: 'no token' | 'no session'): Who => {
  const token = { authorization: `Bearer ${'A'.repeat(43)}` };
  return { role, state, headers: { 'tingxu-role': role, ...(state === 'no session' && token) } };
};
const PROVEN = CLAIMABLE.filter((role) => role !== 'anonymous' && role !== 'phone');

const STATES: readonly State[] = ['live', 'other hall', 'locked', 'over', 'revoked'];
const everybody = (): Who[] => [
  { role: 'anonymous', state: 'live', headers: {} },
  phone('live', TICKET),
  phone('other hall', ANOTHER),
  ...PROVEN.flatMap((role) => [claiming(role, 'no token'), claiming(role, 'no session')]),
  ...StaffRole.options.flatMap((role) => STATES.map((state) => staff(role, state))),
  ...DeviceRole.options
    .filter((role) => role !== 'counter')
    .flatMap((role) =>
      STATES.filter((state) => state !== 'locked').map((state) => device(role, state)),
    ),
];

const VALUES: Readonly<Record<string, string>> = {
  ...{ hall: 'demo', ticket: TICKET, counter: '1', kiosk: 'K1', booking: '0'.repeat(16) },
  ...{ service: 'cash', day: '2026-11-24', version: '1', other: 'A002', board: 'b1' },
  ...{ saying: '1', staff: 'nobody' },
};
const concrete = (url: string): string =>
  url.replaceAll(/:(\w+)/g, (_, name: string) => VALUES[name] ?? '1');

type Route = {
  readonly operation: OperationId;
  readonly method: 'GET' | 'POST';
  readonly url: string;
};
/** These do away with the session that asks. */
const LAST = ['signOut', 'lockSession', 'endSessions'];
const routes = (): Route[] =>
  rig.routes
    .filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1'))
    .map(({ method, url, schema }) => ({
      operation: (schema as { operationId: OperationId }).operationId,
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      url,
    }))
    .sort((a, b) => LAST.indexOf(a.operation) - LAST.indexOf(b.operation));

/** Open to everybody, and of use to whoever is signed in; the others of that kind look at their body first. */
const OWN = ['lockSession', 'keepSession'];

const isOver = (state: State): boolean =>
  state === 'over' || state === 'revoked' || state === 'no session';

/** Why somebody in such a state may nothing but what is everybody's. */
const WITHOUT: Readonly<Partial<Record<State, string>>> = {
  ...{ over: 'session-over', revoked: 'session-over', 'no session': 'session-over' },
  ...{ locked: 'session-locked', 'no token': 'unauthenticated' },
};

/** Of what everybody may ask of the own session. */
function expectedOwn({ operation }: Route, { role, state }: Who): string | null {
  if (isOver(state)) return 'session-over';
  if (state === 'no token') return 'unauthenticated';
  if (role === 'phone') return 'forbidden';
  if (!StaffRole.options.some((known) => known === role)) return 'unauthenticated';
  return operation === 'keepSession' && state === 'locked' ? 'session-locked' : null;
}

/** In another hall, or with another ticket than the one of the link. */
const expectedElsewhere = ({ method, url }: Route, role: Role): string | null => {
  const free = !url.includes(':hall') || (role === 'phone' && method === 'GET');
  return free ? null : 'forbidden';
};

/** What the gate says: null for whoever comes through. Written from SPEC, not from the code. */
function expected(route: Route, who: Who): string | null {
  const { role, state } = who;
  const roles: readonly Role[] = ACCESS[route.operation];
  if (OWN.includes(route.operation)) return expectedOwn(route, who);
  const unproven = WITHOUT[state];
  if (unproven !== undefined) return roles.includes('anonymous') ? null : unproven;
  // A phone that stands in the hall shows its code, or has not shown it: no matter of roles. PHONE-2.
  if (role === 'phone' && route.url.includes('/phone-tickets')) return null;
  // Otherwise it speaks for its ticket and for nothing else.
  if (role === 'phone' && route.method === 'POST' && !route.url.includes(':ticket'))
    return 'forbidden';
  if (!roles.includes(role)) return role === 'anonymous' ? 'unauthenticated' : 'forbidden';
  return state === 'other hall' ? expectedElsewhere(route, role) : null;
}

const GATE = ['unauthenticated', 'forbidden', 'session-over', 'session-locked'];

const ask = async ({ method, url }: Route, { headers }: Who): Promise<string | null> => {
  const { json } = await rig.send(method, concrete(url), { headers });
  const code = String(json['code']);
  return GATE.includes(code) ? code : null;
};

describe('every route as everybody', () => {
  it('AUTH-13 is answered or refused as the table says, whatever became of the session', async () => {
    const wrong: string[] = [];
    let cells = 0;
    let people = everybody();
    const judge = async (route: Route, who: Who): Promise<void> => {
      const [wanted, found] = [expected(route, who), await ask(route, who)];
      const { role, state } = who;
      if (found !== wanted)
        wrong.push(`${route.operation} as ${role}, ${state}: ${found} ≠ ${wanted}`);
      cells += 1;
    };
    for (const route of routes()) {
      if (LAST.includes(route.operation)) people = everybody();
      for (const who of people) await judge(route, who);
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(routes().length * everybody().length);
  });

  it('AUTH-2 without a session nobody reads or does what is not everybody’s, whatever they say', async () => {
    const closed = routes().filter(({ operation }) => {
      const roles: readonly Role[] = ACCESS[operation];
      return !roles.includes('anonymous');
    });
    expect(closed.length).toBeGreaterThan(70);
    const through: string[] = [];
    for (const { operation, method, url } of closed) {
      for (const who of PROVEN.map((role) => claiming(role, 'no token'))) {
        const named = { ...who.headers, 'tingxu-staff': 's01', 'tingxu-kiosk': 'K1' };
        const { status, json } = await rig.send(method, concrete(url), { headers: named });
        const refused = status === 401 && json['code'] === 'unauthenticated';
        if (!refused) through.push(`${operation} as ${who.role}: ${status}`);
      }
    }
    expect(through).toEqual([]);
  });

  it('AUTH-17 a demo believes its machines, and nobody of its staff', async () => {
    const demo = await openHttpRig({ kind: 'demo' });
    const codeOf = async (role: Role, path: string) => {
      const { json } = await demo.command(path, { headers: { 'tingxu-role': role }, body: {} });
      return GATE.includes(String(json['code'])) ? json['code'] : null;
    };
    expect(await codeOf('kiosk', '/kiosks/K1/help')).toBeNull();
    expect(await codeOf('pad', '/counters/1/rating')).toBeNull();
    expect(await codeOf('board', '/boards/b1/speaker')).toBeNull();
    for (const role of StaffRole.options) {
      expect([role, await codeOf(role, '/day/open')]).toEqual([role, 'unauthenticated']);
    }
    await demo.close();
  });

  it('AUTH-14 a device acts for its place only, and a teller at a paired counter, too', async () => {
    const command = (path: string, { headers }: Who) => rig.command(path, { headers, body: {} });
    const codeOf = async (path: string, who: Who) => {
      const code = String((await command(path, who)).json['code']);
      return GATE.includes(code) ? code : null;
    };
    const pad = device('pad', 'live', { counter: '1' as never });
    expect(await codeOf('/counters/1/rating', pad)).toBeNull();
    expect(await codeOf('/counters/2/rating', pad)).toBe('forbidden');
    const kiosk = device('kiosk', 'live', { kiosk: KioskId.parse('K1') });
    expect(await codeOf('/kiosks/K1/help', kiosk)).toBeNull();
    expect(await codeOf('/kiosks/K2/help', kiosk)).toBe('forbidden');
    // A browser that is the paired counter 2, with a teller signed in: two cookies.
    const counter = device('counter', 'live', { counter: '2' as never });
    const teller = staff('teller', 'live');
    const tokenOf = ({ headers }: Who) => (headers['authorization'] ?? '').slice('Bearer '.length);
    const cookie = `tingxu-session=${tokenOf(teller)}; tingxu-device=${tokenOf(counter)}`;
    const at2: Who = { ...teller, headers: { cookie, 'tingxu-role': 'teller' } };
    expect(await codeOf('/counters/2/call-next', at2)).toBeNull();
    expect(await codeOf('/counters/1/call-next', at2)).toBe('forbidden');
  });
});
