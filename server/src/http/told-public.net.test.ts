/**
 * What customers and the machines before them are told over REST: every operation that is theirs, answered once
 * with success, is of its strict schema and holds nothing of staff. Rules: AUTH-13, FEED-2. Source: SEC-04.
 */
import { ACCESS, type OperationId } from '@tingxu/contract/access';
import { HallConfig } from '@tingxu/contract/config';
import type { PhoneEntryReply, PresenceReply } from '@tingxu/contract/presence';
import type { IssueReply } from '@tingxu/contract/rest';
import type { MakeBookingReply, SlotList } from '@tingxu/contract/rest-bookings';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { PERSONAL, placesOf } from '@tingxu/contract/told';
import { VOICE_TIMING } from '@tingxu/contract/voice';
import { viewOf } from '@tingxu/hall/view';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { demoHall } from '../demo/demo-hall.ts';
import { PrinterSetting } from '../devices/device-settings.ts';
import { type HttpRig, openHallDay, openHttpRig, type Send } from './testing/http-rig.ts';

let rig: HttpRig;
afterEach(() => rig.close());

type Json = Record<string, unknown>;
type Answer = {
  readonly operation: OperationId;
  readonly role: Role;
  readonly json: Json;
  readonly schema: unknown;
};

type Schema = { readonly operationId?: OperationId; readonly response?: Json };
const schemaOf = ({ schema }: HttpRig['routes'][number]): Schema => (schema ?? {}) as Schema;

/** Theirs, and not of their own session or what a server tells whoever finds it. */
const THEIRS = (Object.keys(ACCESS) as OperationId[]).filter((operation) => {
  const roles: readonly Role[] = ACCESS[operation];
  return roles.some((role) => PUBLIC_ROLES.includes(role)) && !roles.includes('anonymous');
});
const READ_BY_ALL: readonly OperationId[] = ['listHalls', 'readHall'];

/** Members and values that are of staff and nobody else, wherever they stand in an answer. */
function staffIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => staffIn(one, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value === 't01' ? [path] : [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...(/^(staff|actor|by|customer|roles)$/.test(name) && member !== null
      ? [`${path}/${name}`]
      : []),
    ...staffIn(member, `${path}/${name}`),
  ]);
}

const flawsOf = ({ operation, role, json, schema }: Answer): string[] => {
  const name = `${operation} as ${role}`;
  const known = schema instanceof z.core.$ZodType && z.safeParse(schema, json).success;
  return [...(known ? [] : [`${name}: of no schema`]), ...staffIn(json, `${name}: `)];
};

const Nothing = z.strictObject({});

/** Asks as somebody, and notes what a success tells them. */
const asking = (answers: Answer[]) => async (operation: OperationId, path: string, more: Send) => {
  const route = rig.routes.find((one) => schemaOf(one).operationId === operation);
  if (!route) throw new Error(`no route of ${operation}`);
  const method = route.method === 'POST' ? 'POST' : 'GET';
  const { status, json, headers, text } = await rig.send(method, `/api/v1/halls${path}`, more);
  if (status >= 300) throw new Error(`${operation} as ${more.role}: ${status} ${text}`);
  const schema = status === 204 ? Nothing : schemaOf(route).response?.[status];
  answers.push({ operation, role: more.role as Role, json, schema });
  return { json, cookie: String(headers['set-cookie'] ?? '').split(';', 1)[0] ?? '' };
};
type Ask = ReturnType<typeof asking>;

const HALL = '/demo';
const PRINTER = PrinterSetting.parse({
  ...{ id: 'slip', kind: 'ticket-printer', name: { 'zh-CN': '打印', en: 'Slips' }, hall: 'demo' },
  ...{ line: { kiosk: 'K1' }, paper: 80 },
});
const KIOSK = { role: 'kiosk', headers: { 'tingxu-kiosk': 'K1' } };
const LEFT = 'cancelled-by-customer';
const asTeller = async (path: string, body: object = {}): Promise<void> => {
  const { status, text } = await rig.command(path, { role: 'teller', body });
  if (status >= 300) throw new Error(`${path}: ${text}`);
};
const holderOf = (link: string) => ({
  ...{ role: 'phone', headers: { 'tingxu-role': 'phone', 'tingxu-link': link } },
});
const issue = async (ask: Ask) => {
  const body = { service: 'cash' };
  const { json } = await ask('issueTicket', `${HALL}/tickets`, { ...KIOSK, body });
  const { ticket, link } = json as IssueReply;
  return { ...ticket, link, at: `${HALL}/tickets/${ticket.id}` };
};

/** At counter 1, from the number to the votes; in the middle everybody reads the hall. */
const served = async (ask: Ask): Promise<void> => {
  for (const rate of ['rateVisit', 'rateService'] as const) {
    const { number, id, link, at } = await issue(ask);
    await asTeller('/counters/1/call-next');
    const calls = [{ number, attempt: 1 }];
    await ask('noteShown', `${HALL}/boards/boardaaaa/shown`, { role: 'board', body: { calls } });
    for (const role of PUBLIC_ROLES) {
      await ask('listHalls', '', { role });
      await ask('readHall', HALL, { role });
    }
    await ask('readTicket', at, KIOSK);
    await asTeller(`/tickets/${id}/finish`, { counter: '1' });
    if (rate === 'rateVisit') {
      await ask(rate, `${at}/rating`, { ...holderOf(link), body: { score: 5 } });
    } else {
      const { askedAt } = viewOf(rig.hall.runtime.state(), 'pad').ratings['1' as never] ?? {};
      const body = { askedAt, score: 4 };
      await ask(rate, `${HALL}/counters/1/rating`, { role: 'pad', body });
    }
  }
};

const returned = async (ask: Ask): Promise<void> => {
  const { id, link, at } = await issue(ask);
  await asTeller('/counters/1/call-next');
  const early = { role: 'lobby', body: { counter: '1', reason: 'customer-asked' } };
  await rig.command(`/tickets/${id}/miss-early`, early);
  await ask('returnTicket', `${at}/return`, { ...KIOSK, body: {} });
  const body = { reason: LEFT };
  await ask('cancelTicket', `${at}/cancel`, { ...holderOf(link), body });
};

const byPhone = async (ask: Ask): Promise<void> => {
  const { json } = await ask('readPresence', `${HALL}/presence`, { role: 'board' });
  const { code } = json as PresenceReply;
  const entry = await ask('enterByPhone', `${HALL}/phone-tickets/entry`, {
    ...{ role: 'phone', body: { code } },
  });
  const { pass } = entry.json as PhoneEntryReply;
  await ask('takePhoneTicket', `${HALL}/phone-tickets`, {
    ...{ role: 'phone', body: { service: 'cash' }, key: pass },
    headers: { cookie: entry.cookie, 'tingxu-role': 'phone' },
  });
};

const byBooking = async (ask: Ask): Promise<void> => {
  const slots = await ask('listSlots', `${HALL}/slots/cash/2026-11-23`, KIOSK);
  const [soon, late] = (slots.json as SlotList).slots;
  const make = async () => {
    const body = { service: 'cash', startAt: soon?.startAt };
    const { json } = await ask('makeBooking', `${HALL}/bookings`, { ...KIOSK, body });
    return `${HALL}/bookings/${(json as MakeBookingReply).reference}`;
  };
  const reason = LEFT;
  const [kept, dropped] = [await make(), await make()];
  await ask('readBooking', kept, KIOSK);
  await ask('moveBooking', `${dropped}/move`, { ...KIOSK, body: { startAt: late?.startAt } });
  await ask('cancelBooking', `${dropped}/cancel`, { ...KIOSK, body: { reason } });
  await ask('checkIn', `${kept}/check-in`, { ...KIOSK, body: {} });
};

const spoken = async (ask: Ask): Promise<void> => {
  const board = { role: 'board', key: null, body: { zone: 'hall' } };
  const at = `${HALL}/boards/boardaaaa`;
  await ask('beatSpeaker', `${at}/speaker`, board);
  await issue(ask);
  await asTeller('/counters/1/call-next');
  const saying = rig.voices.told(rig.hall.config.hall)?.zones[0]?.saying?.id;
  await ask('startSaying', `${at}/sayings/${saying}/start`, board);
  const body = { zone: 'hall', whole: false };
  await ask('endSaying', `${at}/sayings/${saying}/end`, { ...board, body });
  await ask('leaveSpeaker', `${at}/speaker/leave`, board);
};

const config = (): HallConfig => {
  const { lanes, ...demo } = demoHall();
  const hours = [{ weekdays: [1], from: '09:00', to: '11:00' }];
  const bookable = { service: 'cash', slotMinutes: 30, capacity: 3, hours };
  const booked = { ...lanes[0], id: 'booked', series: 'Y', proof: { checkIn: true } };
  return HallConfig.parse({
    ...{ ...demo, lanes: [...lanes, booked], voice: { languages: ['zh-CN'], times: 1 } },
    appointments: {
      ...{ lane: 'booked', earlyMs: 2_700_000, lateMs: 600_000, horizonDays: 7 },
      services: [bookable],
    },
  });
};

const onPage = async (ask: Ask): Promise<void> => {
  const path = `${HALL}/devices/${PRINTER.id}/page`;
  const body = { page: 'page00000001', able: true };
  await ask('reportPage', path, { ...KIOSK, body });
};

/** A morning in which each operation that is theirs succeeds at least once. */
const morning = async (): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const ask = asking(answers);
  await openHallDay(rig);
  // Boards of a server before this one would have fallen silent (VOICE-4).
  rig.clock.advanceTo(rig.clock.now() + VOICE_TIMING.leaseMs + 2_000);
  await byBooking(ask);
  for (const operation of ['callForHelpAtKiosk', 'endKioskHelp'] as const) {
    const end = operation === 'endKioskHelp' ? '/end' : '';
    await ask(operation, `${HALL}/kiosks/K1/help${end}`, { ...KIOSK, body: {} });
  }
  await asTeller('/counters/1/call-next');
  await asTeller('/tickets/Y001/finish', { counter: '1' });
  await served(ask);
  await returned(ask);
  await spoken(ask);
  await byPhone(ask);
  await onPage(ask);
  return answers;
};

it('AUTH-13, FEED-2 holds nothing of staff', async () => {
  rig = await openHttpRig({ config: config(), devices: [PRINTER] });
  const answers = await morning();
  expect(answers.flatMap(flawsOf)).toEqual([]);
  const reached = new Set(answers.map(({ operation }) => operation));
  expect([...THEIRS, ...READ_BY_ALL].filter((operation) => !reached.has(operation))).toEqual([]);
});

it('AUTH-13 has a place for a person in no schema but those that staff are answered by, too', async () => {
  rig = await openHttpRig();
  const places = rig.routes.flatMap((route) => {
    const { operationId, response } = schemaOf(route);
    if (!operationId || ![...THEIRS, ...READ_BY_ALL].includes(operationId)) return [];
    return placesOf(Object.values(response ?? {}), PERSONAL, operationId);
  });
  expect([...new Set(places)]).toEqual([
    'readHall/counters/staff',
    ...['readTicket/legs/calls/staff', 'readTicket/trail/by/staff'],
  ]);
});

type Plant = (json: { counters?: Json[]; trail?: Json[]; ticket?: Json }) => void;
it.each<[OperationId, string, Plant]>([
  [
    'readHall',
    '/counters/0/staff',
    ({ counters }) => Object.assign(counters?.[0] ?? {}, { staff: 't01' }),
  ],
  [
    'readTicket',
    '/trail/0/by',
    ({ trail }) => trail?.push({ by: { role: 'teller', staff: 't09' } }),
  ],
  ['issueTicket', '/ticket/staff', ({ ticket }) => Object.assign(ticket ?? {}, { staff: 't09' })],
  [
    'takePhoneTicket',
    'of no schema',
    ({ ticket }) => Object.assign(ticket ?? {}, { servedBy: 't09' }),
  ],
  ['makeBooking', 'of no schema', (json) => Object.assign(json, { madeFor: 'Mr. Wang' })],
])('AUTH-13 a leak that is planted in %s is found', async (operation, place, plant) => {
  rig = await openHttpRig({ config: config(), devices: [PRINTER] });
  rig.app.addHook('onSend', async (request, _reply, payload) => {
    if ((request.routeOptions.schema as Schema | undefined)?.operationId !== operation)
      return payload;
    const json = JSON.parse(String(payload));
    plant(json);
    return JSON.stringify(json);
  });
  const found = (await morning()).flatMap(flawsOf);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((flaw) => flaw.startsWith(operation))).toBe(true);
  expect(found.some((flaw) => flaw.endsWith(place))).toBe(true);
});
