/**
 * Every route as everybody: each identity, of its own hall, of every hall and of another, with a session that lives, is locked,
 * is over by its time or was revoked, behind a passphrase that must be changed, with a token that was never given,
 * and with none. Source: SEC-04.
 */
import { ACCESS, type OperationId } from '@tingxu/contract/access';
import { HallId, TicketId } from '@tingxu/contract/ids';
import { type Role, StaffRole } from '@tingxu/contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Everybody,
  everybodyAt,
  headersOf,
  PROVEN,
  type State,
  type Who,
} from '../identity/testing/everybody.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  const { identity, links } = rig;
  people = everybodyAt({ identity, links, hall: DEMO, tickets: [TICKET, ANOTHER] });
});
afterAll(() => rig.close());

const DEMO = HallId.parse('demo');
const TICKET = TicketId.parse('20261123-0001');
const ANOTHER = TicketId.parse('20261123-0002');

let people: Everybody;

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
  'must change': 'must-change-passphrase',
};

/** Of what everybody may ask of the own session. */
function expectedOwn({ operation }: Route, { role, state, alone }: Who): string | null {
  if (isOver(state)) return 'session-over';
  if (state === 'no token') return 'unauthenticated';
  if (role === 'phone') return 'forbidden';
  if (alone || !StaffRole.options.some((known) => known === role)) return 'unauthenticated';
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
  if (who.alone) return roles.includes('anonymous') ? null : 'forbidden';
  // A phone that stands in the hall shows its code, or has not shown it: no matter of roles. PHONE-2.
  if (role === 'phone' && route.url.includes('/phone-tickets')) return null;
  // Otherwise it speaks for its ticket and for nothing else.
  if (role === 'phone' && route.method === 'POST' && !route.url.includes(':ticket'))
    return 'forbidden';
  if (!roles.includes(role)) return role === 'anonymous' ? 'unauthenticated' : 'forbidden';
  return state === 'other hall' ? expectedElsewhere(route, role) : null;
}

const GATE = [
  ...['unauthenticated', 'forbidden', 'session-over', 'session-locked', 'must-change-passphrase'],
];

const ask = async ({ method, url }: Route, who: Who): Promise<string | null> => {
  const { json } = await rig.send(method, concrete(url), { headers: headersOf(who) });
  const code = String(json['code']);
  return GATE.includes(code) ? code : null;
};

describe('every route as everybody', () => {
  it('AUTH-13 is answered or refused as the table says, whatever became of the session', async () => {
    const wrong: string[] = [];
    let cells = 0;
    let everybody = people.all();
    const judge = async (route: Route, who: Who): Promise<void> => {
      const [wanted, found] = [expected(route, who), await ask(route, who)];
      const { role, state } = who;
      if (found !== wanted)
        wrong.push(`${route.operation} as ${role}, ${state}: ${found} ≠ ${wanted}`);
      cells += 1;
    };
    for (const route of routes()) {
      if (LAST.includes(route.operation)) everybody = people.all();
      for (const who of everybody) await judge(route, who);
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(routes().length * people.all().length);
  });

  it('AUTH-2 without a session nobody reads or does what is not everybody’s, whatever they say', async () => {
    const closed = routes().filter(({ operation }) => {
      const roles: readonly Role[] = ACCESS[operation];
      return !roles.includes('anonymous');
    });
    expect(closed.length).toBeGreaterThan(70);
    const through: string[] = [];
    for (const { operation, method, url } of closed) {
      for (const who of PROVEN.map((role) => people.claiming(role, 'no token'))) {
        const named = { ...headersOf(who), 'tingxu-staff': 's01', 'tingxu-kiosk': 'K1' };
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
});
