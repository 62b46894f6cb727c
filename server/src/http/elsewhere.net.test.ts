/**
 * Every route that lets its sender name something, with what is another hall's: an account, a device, a counter,
 * a ticket. The routes and what they name are read from their schemas, so that a new one is asked, too, and one
 * that names something of a new kind is red until it is said here what it answers. Source: SEC-04.
 */
import { ACCESS, type OperationId } from '@tingxu/contract/access';
import { HallConfig } from '@tingxu/contract/config';
import { HallId, KioskId, StaffId, TicketId } from '@tingxu/contract/ids';
import { MakeBookingReply } from '@tingxu/contract/rest-bookings';
import { StaffRole } from '@tingxu/contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { DeviceSetting } from '../devices/device-settings.ts';
import { everybodyAt, headersOf, type Who } from '../identity/testing/everybody.ts';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';
import { type Named, objectsOf } from './testing/objects-of.ts';

const [HERE, THERE] = [HallId.parse('demo'), HallId.parse('other')];
const text = (name: string) => ({ 'zh-CN': name, en: name });

/** A hall like the demo's, with bookings, and with more of each kind than it. */
function configOf(hall: HallId, more: string | null): HallConfig {
  const { lanes, services, counters, ...demo } = demoHall();
  const [vip] = lanes;
  const booked = { ...vip, id: 'booked', series: 'Y', proof: { checkIn: true } };
  const only = more === null ? [] : [{ ...services[0], id: more, series: 'K', name: text(more) }];
  const lane = more === null ? [] : [{ ...lanes[2], id: more, series: 'L', name: text(more) }];
  const counter = { id: '77', label: '77', skills: ['cash', ...(more === null ? [] : [more])] };
  const place = (id: string) => ({ id, name: text(id) });
  return HallConfig.parse({
    ...{ ...demo, hall, lanes: [...lanes, booked, ...lane], services: [...services, ...only] },
    counters: more === null ? counters : [...counters, counter],
    kiosks: { places: [place('K1'), ...(more === null ? [] : [place('K77')])] },
    appointments: {
      ...{ lane: 'booked', earlyMs: 900_000, lateMs: 600_000, horizonDays: 7 },
      services: [
        {
          ...{ service: 'cash', slotMinutes: 30, capacity: 3 },
          hours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '11:00' }],
        },
      ],
    },
  });
}

const printer = (hall: HallId, where: string) => [
  DeviceSetting.parse({
    ...{ id: `printer-${where}`, hall, kind: 'ticket-printer', name: text(where), paper: 80 },
    line: { tcp: '127.0.0.1', port: 1 },
  }),
  DeviceSetting.parse({
    ...{ id: `page-${where}`, hall, kind: 'ticket-printer', name: text(`p ${where}`), paper: 80 },
    line: { kiosk: 'K1' },
  }),
];

type Objects = Readonly<Record<string, string>>;
let rig: HttpRig;
let askers: readonly Who[];
/** Of either hall, by kind. */
let here: Objects;
let there: Objects;

beforeAll(async () => {
  rig = await openHttpRig({
    config: configOf(HERE, null),
    neighbour: configOf(THERE, 'gold'),
    devices: [...printer(HERE, 'here'), ...printer(THERE, 'there')],
  });
  const { identity, links } = rig;
  const ticket = TicketId.parse('20261123-0001');
  const ours = everybodyAt({ identity, links, hall: HERE, tickets: [ticket, ticket] });
  const theirs = everybodyAt({
    identity,
    links,
    hall: THERE,
    tickets: [ticket, ticket],
    after: 500,
  });
  const place = { kiosk: KioskId.parse('K1') };
  const machines = (['board', 'pad', 'gateway'] as const).map((kind) => ours.device(kind, 'live'));
  askers = [
    ...StaffRole.options.map((role) => ours.staff(role, 'live')),
    ...[ours.device('kiosk', 'live', place), ...machines],
  ];
  const keep = (staff: string, hall: HallId): string => {
    identity.accounts.put({
      ...{ staff: StaffId.parse(staff), passphrase: 'none', mustChange: false, roles: ['teller'] },
      ...{ halls: [hall], disabled: false, createdAt: 0, lastSignInAt: null },
    });
    return staff;
  };
  const bookings: string[] = [];
  for (const [hall, tickets] of [
    [HERE, 2],
    [THERE, 40],
  ] as const) {
    const post = (path: string, role: string, body: object) =>
      rig.send('POST', `/api/v1/halls/${hall}${path}`, { headers: as(hall, role), body });
    const as = (of: HallId, role: string) =>
      headersOf((of === HERE ? ours : theirs).staff(StaffRole.parse(role), 'live'));
    await post('/day/open', 'supervisor', {});
    for (let nth = 0; nth < tickets; nth += 1) await post('/tickets', 'lobby', { service: 'cash' });
    const startAt = '2026-11-23T10:00:00+08:00';
    const made = await post('/bookings', 'lobby', { service: 'cash', startAt });
    bookings.push(MakeBookingReply.parse(made.json).reference);
  }
  const [teller] = askers;
  if (!teller) throw new Error('nobody asks');
  const session = identity.sessions.byToken(teller.token ?? '');
  const body = { staff: session?.kind === 'staff' && session.staff };
  for (const verb of ['open', 'call-next']) {
    const more = { headers: headersOf(teller), ...(verb === 'open' && { body }) };
    expect((await rig.command(`/counters/1/${verb}`, more)).status).toBe(200);
  }
  const paired = (of: typeof ours): string => of.device('board', 'live').device;
  here = {
    ...{ ticket: 'A002', number: 'A001', counter: '1', kiosk: 'K1', service: 'cash' },
    ...{ lane: 'normal', booking: bookings[0] ?? '', board: 'boardhere', hall: HERE },
    ...{ staff: keep('t-here', HERE), 'device of a hall': 'printer-here' },
    ...{ 'paired device': paired(ours), day: '2026-11-24', version: '1', saying: '1' },
  };
  there = {
    ...{ ticket: '20261123-0040', number: 'A040', counter: '77', kiosk: 'K77', service: 'gold' },
    ...{ lane: 'gold', booking: bookings[1] ?? '', hall: THERE },
    ...{ staff: keep('t-there', THERE), 'device of a hall': 'printer-there' },
    'paired device': paired(theirs),
  };
});
afterAll(() => rig.close());

/** What a sender is told of something that the own hall does not have. */
const UNKNOWN: Readonly<Record<string, string>> = {
  ...{ ticket: 'ticket-unknown', number: 'call-unknown', counter: 'counter-unknown' },
  ...{ kiosk: 'kiosk-unknown', service: 'service-unknown', lane: 'lane-unknown' },
  ...{ booking: 'booking-unknown', 'device of a hall': 'device-unknown' },
  ...{ 'paired device': 'device-unknown', staff: 'account-unknown', hall: 'forbidden' },
};
/** No object of any hall: a day, a version and a saying are numbers, and a board is what the page calls itself. */
const NO_OBJECTS = ['day', 'version', 'saying', 'board'];

/** Whoever sends these says who they are themselves, or what they wish to be: a passphrase, a key, a code proves it. */
const THEMSELVES: readonly OperationId[] = [
  ...(['signIn', 'setUp', 'askForPairing', 'readPairing'] as const),
  ...(['challengeDevice', 'openDeviceSession'] as const),
];

const ELSEWHERE = ['ticket-at-other-counter'];
const CODE = ['pairing-code-unknown'];
/** Of some operations something else, by operation and where the id stands. */
const OTHERWISE: Readonly<Record<string, readonly (string | null)[]>> = {
  // A personnel number is one person's on the whole server.
  'makeAccount staff': ['account-exists'],
  // Before all else a ticket is where it is.
  ...{ 'recallTicket counter': ELSEWHERE, 'startTicket counter': ELSEWHERE },
  ...{ 'finishTicket counter': ELSEWHERE, 'missTicket counter': ELSEWHERE },
  ...{ 'missTicketEarly counter': ELSEWHERE, 'transferTicket counter': ELSEWHERE },
  ...{ 'parkTicket counter': ELSEWHERE, 'sendBackTicket counter': ELSEWHERE },
  // Kept only for whoever is at a counter of the hall now.
  'transferTicket only.staff': ['staff-not-signed-in'],
  'redirectTicket only.staff': ['staff-not-signed-in'],
  ...{ 'openCounter staff': ['staff-unknown'], 'handOverCounter staff': ['staff-unknown'] },
  // Tellers choose no tickets at all, and a paired kiosk stands for itself alone.
  'callTicket ticket': ['ticket-unknown', 'choice-not-allowed'],
  'callForHelpAtKiosk kiosk': ['forbidden'],
  'endKioskHelp kiosk': ['forbidden', 'help-not-called'],
  'answerKioskHelp kiosk': ['help-not-called'],
  ...{ 'listSlots service': ['service-not-bookable'] },
  'makeBooking service': ['service-not-bookable'],
  // The ticket has no such service, whatever the hall has.
  'checkDocuments service': ['documents-not-asked'],
  // Taken in or moved to a place that the own hall has no name for, where it may do nothing; of the other hall nothing.
  ...{ 'confirmPairing place.kiosk': CODE, 'confirmPairing place.counter': CODE },
  ...{ 'changeDevice place.kiosk': [null], 'changeDevice place.counter': [null] },
  // The number is given all the same; no printer of the own hall prints it, and no other one.
  'issueTicket print.printer': [null],
  'checkIn print.printer': ['check-in-too-early'],
};

/** After these nobody knows it any more. */
const USED_UP: readonly OperationId[] = ['cancelBooking', 'revokeDevice'];

/** What the operation needs beside what it names. */
const AT = { counter: '1' };
const PASSPHRASE = 'a quiet sentence of mine';
const ANSWERED = { zone: 'hall' };
const BESIDE: Readonly<Partial<Record<OperationId, object>>> = {
  makeAccount: { staff: 'new', passphrase: PASSPHRASE, roles: ['teller'], halls: [HERE] },
  ...{ resetPassphrase: { passphrase: PASSPHRASE }, changeDevice: { name: 'x' } },
  confirmPairing: { code: '22222222', role: 'board', hall: HERE, place: {}, name: 'x' },
  ...{ issueTicket: { service: 'cash' }, recallTicket: AT, startTicket: AT, finishTicket: AT },
  ...{ missTicket: AT, parkTicket: AT, sendBackTicket: AT, cancelTicket: { reason: 'walked-out' } },
  ...{
    readmitTicket: { reason: 'complaint' },
    missTicketEarly: { ...AT, reason: 'customer-asked' },
  },
  ...{ addService: { service: 'cash' }, transferTicket: { ...AT, service: 'accounts' } },
  ...{ redirectTicket: { service: 'accounts' }, changeLane: { lane: 'normal', reason: 'age' } },
  ...{ prepareTicket: { reason: 'forms-missing' } },
  checkDocuments: { service: 'cash', missing: [] },
  ...{ openCounter: { staff: 't-here' }, handOverCounter: { staff: 't-here' } },
  ...{ pauseCounter: { reason: 'break' }, callForHelp: { kind: 'approval' } },
  callTicket: { ticket: 'A001', reason: 'complaint' },
  ...{ startWalkUp: { service: 'cash' }, rateService: { askedAt: 1, score: 5 } },
  makeBooking: { service: 'cash', startAt: '2026-11-23T10:00:00+08:00' },
  moveBooking: { startAt: '2026-11-23T10:30:00+08:00' },
  cancelBooking: { reason: 'cancelled-by-customer' },
  ...{ printTicket: { printer: 'printer-here' }, reportPage: { page: 'pagepagepage', able: true } },
  noteShown: { calls: [{ number: 'A001', attempt: 1 }] },
  ...{ beatSpeaker: ANSWERED, leaveSpeaker: ANSWERED, startSaying: ANSWERED },
};

/** Of a ticket that is called at counter 1; the others of one in line. */
const CALLED: readonly OperationId[] = [
  ...(['recallTicket', 'startTicket', 'finishTicket', 'missTicket', 'missTicketEarly'] as const),
  ...(['transferTicket', 'parkTicket', 'sendBackTicket'] as const),
];

type Route = {
  readonly operation: OperationId;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly objects: readonly Named[];
};
type Schema = { readonly operationId: OperationId; readonly params?: unknown; body?: unknown };
const routes = (): Route[] =>
  rig.routes
    .filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1'))
    .map(({ method, url, schema }) => ({
      ...{ operation: (schema as Schema).operationId, url },
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      objects: objectsOf(url, schema as Schema),
    }));

/** The value with the member at that place changed, and whatever leads there. */
function withAt(value: unknown, [name, ...rest]: readonly string[], to: string): unknown {
  if (name === undefined) return to;
  if (name === '0') return [withAt(Array.isArray(value) ? value[0] : undefined, rest, to)];
  const before = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...before, [name]: withAt(before[name], rest, to) };
}

/** The request with everything the own hall's, but `named`. */
async function ask(route: Route, named: Named, to: string, who: Who): Promise<string | null> {
  const { operation, method, url, objects } = route;
  const isIt = (name: string) => named.where === 'params' && named.at[0] === name;
  const own = (name: string): string => {
    if (name === 'ticket' && CALLED.includes(operation)) return 'A001';
    const kind = objects.find(({ where, at }) => where === 'params' && at[0] === name)?.kind;
    return here[kind ?? name] ?? '';
  };
  const path = url.replaceAll(/:(\w+)/g, (_, name: string) => (isIt(name) ? to : own(name)));
  const beside = BESIDE[operation] ?? {};
  const body = named.where === 'body' ? withAt(beside, named.at, to) : beside;
  const more = { headers: headersOf(who), ...(method === 'POST' && { body }) };
  const { status, json } = await rig.send(method, path, more);
  return status < 400 ? null : String(json['code']);
}

const keyOf = ({ operation }: Route, { at }: Named): string => `${operation} ${at.join('.')}`;
const expected = (route: Route, named: Named): readonly (string | null | undefined)[] =>
  OTHERWISE[keyOf(route, named)] ?? [UNKNOWN[named.kind]];
const rolesOf = ({ operation }: Route): readonly string[] => ACCESS[operation];

/** What is told where an id is of a kind that nothing is said of. */
const unsaid = (all: readonly Route[]): string[] =>
  all
    .filter(({ operation }) => !THEMSELVES.includes(operation))
    .flatMap((route) => route.objects.map((named) => ({ named, key: keyOf(route, named) })))
    .filter(({ named: { kind }, key }) => {
      const isSaid = Object.hasOwn(UNKNOWN, kind) || Object.hasOwn(OTHERWISE, key);
      return !isSaid && !NO_OBJECTS.includes(kind);
    })
    .map(({ key }) => key);

type Cell = { readonly route: Route; readonly named: Named; readonly who: Who };
const cells = (): Cell[] =>
  routes().flatMap((route) =>
    route.objects
      .filter(({ kind }) => !NO_OBJECTS.includes(kind) && !THEMSELVES.includes(route.operation))
      .flatMap((named) =>
        askers
          .filter(({ role }) => rolesOf(route).includes(role))
          .map((who) => ({ route, named, who })),
      ),
  );

/** Cells in which something of the other hall is answered otherwise than said. */
async function wrongOf(asked: readonly Cell[], objects: () => Objects): Promise<string[]> {
  const wrong: string[] = [];
  for (const { route, named, who } of asked) {
    const found = await ask(route, named, objects()[named.kind] ?? '', who);
    const wanted = expected(route, named);
    if (wanted.includes(found)) continue;
    wrong.push(`${keyOf(route, named)} as ${who.role}: ${found} ≠ ${wanted.join(', ')}`);
  }
  return wrong;
}

/** All that the server knows of the other hall. */
const standingThere = () => {
  const { accounts, devices } = rig.identity;
  const isThere = (halls: readonly HallId[] | null) => halls?.includes(THERE) ?? false;
  return {
    hall: rig.neighbour?.runtime.head(),
    accounts: accounts.all().filter(({ halls }) => isThere(halls)),
    devices: devices.all().filter(({ hall }) => hall === THERE),
  };
};

describe('what another hall has', () => {
  it('AUTH-5, AUTH-11, AUTH-13 is unknown here, whatever names it, and nothing of it changes', async () => {
    expect(unsaid(routes())).toEqual([]);
    const before = standingThere();
    expect(await wrongOf(cells(), () => there)).toEqual([]);
    expect(standingThere()).toEqual(before);
    const asked = new Set(cells().map(({ route, named }) => keyOf(route, named)));
    expect(asked.size).toBeGreaterThan(70);
    expect(Object.keys(OTHERWISE).filter((key) => !asked.has(key))).toEqual([]);
  });

  it('AUTH-13 is told apart from what the own hall has: with that nobody is told that it is unknown', async () => {
    // A printer that is not there takes its time to say so, and its page only kiosks have.
    const slow = ['testPrinter', 'reportPage'];
    const own = cells().filter(
      ({ route, named }) => !slow.includes(route.operation) && named.kind !== 'hall',
    );
    const isLast = ({ route: { operation } }: Cell): number => Number(USED_UP.includes(operation));
    const found = new Map<string, (string | null)[]>();
    for (const cell of own.toSorted((a, b) => isLast(a) - isLast(b))) {
      const { route, named, who } = cell;
      const code = await ask(route, named, here[named.kind] ?? '', who);
      const key = keyOf(route, named);
      found.set(key, [...(found.get(key) ?? []), code === UNKNOWN[named.kind] ? 'unknown' : code]);
    }
    const told = [...found].filter(
      ([, codes]) =>
        codes.every((code) => code === 'unknown') || codes.includes('validation-failed'),
    );
    expect(told).toEqual([]);
  });

  it('AUTH-13 a route that names something new is found, and so is an admin whose rights reach too far', async () => {
    const url = '/api/v1/halls/:hall/vaults/:vault';
    const planted = { operation: 'readTicket', method: 'GET', url } as const;
    expect(unsaid([{ ...planted, objects: objectsOf(url, {}) }])).toEqual(['readTicket vault']);
    const { identity, links } = rig;
    const ticket = TicketId.parse('20261123-0001');
    const place = { identity, links, hall: HERE, tickets: [ticket, ticket] as const, after: 900 };
    const chief = everybodyAt(place).staff('admin', 'live');
    const session = identity.sessions.byToken(chief.token ?? '');
    const account = session?.kind === 'staff' && identity.accounts.get(session.staff);
    if (!account) throw new Error('nobody is signed in');
    identity.accounts.put({ ...account, halls: null });
    const reached = cells()
      .filter(({ who }) => who.role === 'admin')
      .map((cell) => ({ ...cell, who: chief }));
    const wrong = await wrongOf(reached, () => there);
    expect(wrong.map((line) => line.split(' as ')[0])).toEqual(
      expect.arrayContaining(['changeAccount staff', 'changeDevice device', 'revokeDevice device']),
    );
  });
});
