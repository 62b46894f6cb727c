import { ACCESS } from '@tingxu/contract/access';
import { TicketId } from '@tingxu/contract/ids';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { CLAIMABLE } from './identity.ts';
import { routeTable } from './route-table.ts';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await openHttpRig();
  await rig.app.ready();
});
afterAll(() => rig.close());

const TELLERS = ['teller', 'supervisor'];
const MANAGERS = ['lobby', 'supervisor'];
const STAFF = ['teller', 'lobby', 'supervisor'];

const RULES = ['supervisor', 'admin'];
const READERS = [...RULES, 'auditor'];

const CUSTOMERS = ['kiosk', 'teller', 'lobby', 'supervisor'];

type Policy = Readonly<Record<string, readonly string[]>>;

/** Who may do what in a hall, written down a second time: a change here is a decision about duties. Source: H113. */
const OF_A_HALL: Policy = {
  'POST /tickets': ['kiosk', 'lobby', 'supervisor'],
  'GET /presence': ['board', 'kiosk', ...STAFF],
  'POST /phone-tickets/entry': ['phone'],
  'POST /phone-tickets': ['phone'],
  'POST /boards/:board/shown': ['board'],
  'POST /boards/:board/speaker': ['board'],
  'POST /boards/:board/speaker/leave': ['board'],
  'POST /boards/:board/sayings/:saying/start': ['board'],
  'POST /boards/:board/sayings/:saying/end': ['board'],
  'POST /announcements': MANAGERS,
  'POST /care/answer': MANAGERS,
  'POST /voice/quiet': MANAGERS,
  'GET /next-calls': STAFF,
  'GET /tickets/:ticket': [...CUSTOMERS, 'auditor'],
  'GET /tickets/:ticket/customer': STAFF,
  'GET /statistics': ['supervisor', 'auditor'],
  'GET /day/opening': ['supervisor'],
  'GET /tickets/:ticket/explanation': [...STAFF, 'auditor'],
  'GET /tickets/:ticket/explanation/:other': [...STAFF, 'auditor'],
  'POST /tickets/:ticket/recall': TELLERS,
  'POST /tickets/:ticket/start': TELLERS,
  'POST /tickets/:ticket/finish': TELLERS,
  'POST /tickets/:ticket/miss': TELLERS,
  'POST /tickets/:ticket/rating': ['phone'],
  'POST /tickets/:ticket/return': ['kiosk', 'phone', 'teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/services': ['teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/transfer': TELLERS,
  'POST /tickets/:ticket/redirect': ['lobby', 'supervisor'],
  'POST /tickets/:ticket/lane': ['lobby', 'supervisor'],
  'POST /tickets/:ticket/park': TELLERS,
  'POST /tickets/:ticket/send-back': TELLERS,
  'POST /tickets/:ticket/resume': ['teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/prepare': ['teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/documents': ['teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/ready': ['teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/cancel': ['kiosk', 'phone', 'teller', 'lobby', 'supervisor'],
  'POST /tickets/:ticket/readmit': MANAGERS,
  'POST /tickets/:ticket/miss-early': MANAGERS,
  'POST /tickets/:ticket/escort': MANAGERS,
  'POST /tickets/:ticket/print': STAFF,
  'GET /devices': [...STAFF, 'admin', 'auditor'],
  'POST /devices/:device/page': ['kiosk'],
  'POST /devices/:device/test': ['lobby', 'supervisor', 'admin'],
  'GET /slots/:service/:day': CUSTOMERS,
  'GET /booking-days/:day': ['teller', 'lobby', 'supervisor'],
  'GET /bookings': ['teller', 'lobby', 'supervisor'],
  'GET /bookings/:booking': CUSTOMERS,
  'POST /bookings': CUSTOMERS,
  'POST /bookings/:booking/move': CUSTOMERS,
  'POST /bookings/:booking/cancel': CUSTOMERS,
  'POST /bookings/:booking/check-in': CUSTOMERS,
  'POST /counters/:counter/open': TELLERS,
  'POST /counters/:counter/call-next': TELLERS,
  'POST /counters/:counter/pause': TELLERS,
  'POST /counters/:counter/resume': TELLERS,
  'POST /counters/:counter/close': TELLERS,
  'POST /counters/:counter/hand-over': TELLERS,
  'POST /counters/:counter/release': ['supervisor'],
  'POST /counters/:counter/call-ticket': STAFF,
  'POST /counters/:counter/walk-up': STAFF,
  'POST /counters/:counter/help': TELLERS,
  'POST /counters/:counter/rating': ['pad'],
  'POST /counters/:counter/help/answer': MANAGERS,
  'POST /counters/:counter/help/end': STAFF,
  'POST /kiosks/:kiosk/help': ['kiosk'],
  'POST /kiosks/:kiosk/help/answer': MANAGERS,
  'POST /kiosks/:kiosk/help/end': ['kiosk', 'lobby', 'supervisor'],
  'POST /day/open': ['supervisor'],
  'POST /day/close': ['supervisor'],
  'GET /configuration': READERS,
  'GET /configuration/export': READERS,
  'GET /configuration/history': READERS,
  'GET /configuration/versions/:version': READERS,
  'POST /configuration/preview': RULES,
  'POST /configuration': RULES,
  'POST /configuration/withdraw': RULES,
  'POST /day/issuing/stop': ['supervisor'],
  'POST /day/issuing/extend': ['supervisor'],
  'POST /day/issuing/resume': ['supervisor'],
};

const EVERYBODY = [
  ...['anonymous', 'kiosk', 'board', 'phone', 'pad', 'gateway'],
  ...['teller', 'lobby', 'supervisor', 'admin', 'auditor'],
];
/** A phone has a link and no session. */
const COMERS = EVERYBODY.filter((role) => role !== 'phone');

/** The same of the server: who one is, accounts, devices. */
const OF_THE_SERVER: Policy = {
  'GET /livez': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /api/openapi.json': EVERYBODY,
  'GET /api/v1/configuration.schema.json': EVERYBODY,
  'GET /api/v1/halls': EVERYBODY,
  'GET /api/v1/halls/:hall': EVERYBODY,
  'GET /api/v1/me': EVERYBODY,
  'POST /api/v1/me/passphrase': COMERS,
  'POST /api/v1/sign-in': COMERS,
  'POST /api/v1/sign-out': COMERS,
  'GET /api/v1/sign-on': EVERYBODY,
  'GET /api/v1/sign-on/back': EVERYBODY,
  'POST /api/v1/session/lock': COMERS,
  'POST /api/v1/session/unlock': COMERS,
  'POST /api/v1/session/active': COMERS,
  'POST /api/v1/set-up': COMERS,
  'GET /api/v1/accounts': ['supervisor', 'admin', 'auditor'],
  'POST /api/v1/accounts': ['admin'],
  'POST /api/v1/accounts/:staff': ['admin'],
  'POST /api/v1/accounts/:staff/passphrase': ['admin'],
  'POST /api/v1/accounts/:staff/lift': ['supervisor', 'admin'],
  'POST /api/v1/accounts/:staff/end-sessions': ['admin'],
  'GET /api/v1/trail': ['admin', 'auditor'],
  'POST /api/v1/pairing': COMERS,
  'GET /api/v1/pairing/:pairing': EVERYBODY,
  'POST /api/v1/device-session': COMERS,
  'POST /api/v1/device-session/challenge': COMERS,
  'GET /api/v1/devices': ['supervisor', 'admin', 'auditor'],
  'GET /api/v1/devices/waiting': ['admin'],
  'POST /api/v1/devices/confirm': ['admin'],
  'POST /api/v1/devices/:device': ['admin'],
  'POST /api/v1/devices/:device/revoke': ['admin'],
};

const POLICY: Policy = { ...OF_A_HALL, ...OF_THE_SERVER };

const HALL = '/api/v1/halls/:hall/';
const nameOf = (route: { method: string | string[]; url: string }): string => {
  const below = route.url.startsWith(HALL) ? route.url.slice(HALL.length - 1) : route.url;
  return `${[route.method].flat().join()} ${below}`;
};

/** As the server has it. The server itself asks nobody and is asked by nobody. */
const served = (): Policy =>
  Object.fromEntries(
    rig.routes
      .filter(({ method, config }) => method !== 'HEAD' && config?.operation !== undefined)
      .map((route) => [
        nameOf(route),
        route.config?.roles?.filter((role) => role !== 'system') ?? [],
      ]),
  );

/** The routes about which they do not say the same. */
const differing = (one: Policy, other: Policy): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => [...(one[name] ?? [])].sort().join() !== [...(other[name] ?? [])].sort().join(),
  );

/** Nobody has taken it: whoever may act on it is told so. */
const TICKET = TicketId.parse('20261123-0001');

const REFUSED = ['unauthenticated', 'forbidden'];
const concrete = (url: string): string =>
  url
    .replace(':hall', 'demo')
    .replace(':ticket', TICKET)
    .replace(':counter', '1')
    .replace(':kiosk', 'K1')
    .replace(':device', 'printer-9')
    .replace(':booking', '0'.repeat(16))
    .replace(':service', 'cash')
    .replace(':day', '2026-11-24')
    .replace(':version', '1')
    .replace(':other', 'A002');

describe('roles', () => {
  it('are named by every route of the server', () => {
    expect(rig.routes.length).toBeGreaterThan(30);
    const silent = rig.routes.filter((route) => (route.config?.roles ?? []).length === 0);
    expect(silent.map((route) => route.url)).toEqual([]);
  });

  it('AUTH-13 are as the policy says for every operation, of halls and of the server', () => {
    expect(differing(served(), POLICY)).toEqual([]);
    expect(Object.keys(POLICY).length).toBe(Object.keys(ACCESS).length);
  });

  it('AUTH-13 the comparison finds one wrong row, whichever it is', () => {
    for (const [name, roles] of Object.entries(POLICY)) {
      const one = roles.includes('pad')
        ? roles.filter((role) => role !== 'pad')
        : [...roles, 'pad'];
      expect(differing(served(), { ...POLICY, [name]: one })).toEqual([name]);
      const { [name]: _left, ...others } = POLICY;
      expect(differing(served(), others)).toEqual([name]);
    }
  });

  it('AUTH-13 an auditor commands nothing: whatever is theirs alone changes nothing', () => {
    const commands = Object.entries(served()).filter(
      ([name, roles]) => name.startsWith('POST ') && roles.includes('auditor'),
    );
    const own = commands.filter(([, roles]) => roles.length === COMERS.length);
    expect(commands.filter((row) => !own.includes(row))).toEqual([]);
    expect(own.map(([name]) => name.split('/')[3]).sort()).toEqual([
      ...['device-session', 'device-session', 'me', 'pairing'],
      ...['session', 'session', 'session', 'set-up', 'sign-in', 'sign-out'],
    ]);
  });

  it('are enforced: every route of the API for every role', async () => {
    const cells = rig.routes
      .filter((route) => route.url.startsWith('/api/v1/halls') && route.method !== 'HEAD')
      .flatMap((route) => CLAIMABLE.map((role) => ({ route, role })));
    expect(cells).toHaveLength((2 + Object.keys(OF_A_HALL).length) * CLAIMABLE.length);
    const wrong: string[] = [];
    for (const { route, role } of cells) {
      const method = route.method === 'GET' ? 'GET' : 'POST';
      const headers = { 'tingxu-link': rig.links.linkOf(demoHall().hall, TICKET) };
      const { json } = await rig.send(method, concrete(route.url), { role, headers });
      const refused = REFUSED.includes(String(json['code']));
      if (refused === route.config?.roles?.includes(role)) wrong.push(`${role} ${route.url}`);
    }
    expect(wrong).toEqual([]);
  });

  it('AUTH-13 close a route without a row, and keep such a server from starting', async () => {
    const app = Fastify();
    const table = routeTable();
    app.addHook('onRoute', table.note);
    app.addHook('onReady', async () => table.requireRoles());
    app.get('/open', () => 'anybody');
    await expect(app.ready()).rejects.toThrow(
      'the route GET /open has no row in the table of duties',
    );
  });
});

describe('a server with a route that nobody has decided about', () => {
  const startWith = async (add: (app: HttpRig['app']) => void): Promise<string> => {
    const planted = await openHttpRig();
    add(planted.app);
    const said = await planted.app.ready().then(
      () => 'started',
      (error: Error) => error.message,
    );
    await planted.close();
    return said;
  };
  const refusalOf = (route: string) => `the route ${route} has no row in the table of duties`;
  const answer = () => 'told';
  const config = { roles: [...CLAIMABLE] };

  it('AUTH-13 does not start, whatever the route says of itself', async () => {
    const leaks: [string, (app: HttpRig['app']) => void][] = [
      ['POST /leak', (app) => app.post('/leak', { config }, answer)],
      ['GET /leak', (app) => app.get('/leak', { config }, answer)],
      ['POST /kiosk/', (app) => app.post('/kiosk/', { config }, answer)],
      [
        'GET /api/v1/leak',
        (app) => app.get('/api/v1/leak', { schema: { operationId: 'x' } as object }, answer),
      ],
    ];
    for (const [route, add] of leaks) {
      expect([route, await startWith(add)]).toEqual([route, refusalOf(route)]);
    }
  });

  it('AUTH-13 starts with one that is named, which is open to the roles of its row only', async () => {
    const schema = { operationId: 'openDay' } as object;
    let roles: unknown;
    const said = await startWith((app) => {
      app.addHook('onRoute', (route) => {
        roles = route.config?.roles;
      });
      app.post('/named', { config, schema }, answer);
    });
    expect([said, roles]).toEqual(['started', ['supervisor']]);
  });
});

describe('the table of duties', () => {
  it('AUTH-13 has a row for every route and a route for every row', () => {
    const served = rig.routes.flatMap(({ schema, config }) => {
      const { operationId = config?.operation } = (schema ?? {}) as { operationId?: string };
      return operationId === undefined ? [] : [operationId];
    });
    expect([...new Set(served)].sort()).toEqual(Object.keys(ACCESS).sort());
  });
});

describe('the published interface', () => {
  it('lists exactly the routes that are served', async () => {
    const { json } = await rig.send('GET', '/api/openapi.json');
    const paths = json['paths'] as Record<string, Record<string, unknown>>;
    const published = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = rig.routes
      .filter((route) => /^\/(api\/v1|livez|readyz)/.test(route.url) && route.method !== 'HEAD')
      .map((route) => `${String(route.method)} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(published.sort()).toEqual(served.sort());
  });
});
