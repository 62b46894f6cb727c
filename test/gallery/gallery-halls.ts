/** The halls that the gallery shows: none waiting, three hundred waiting, stopped, not yet open. */
import { manyServices, publicHall, TOLD } from '../journeys/public-halls.ts';
import type { Caller, Rig } from '../journeys/rig.ts';

export const FULL = 'full';
export const EMPTY = 'empty';
export const STOPPED = 'stopped';
export const CLOSED = 'closed';
/** Twelve services with pictures: in groups, and in none. */
export const GROUPED = 'grouped';
export const MANY = 'many';
/** Where a scene moves tickets: its pictures must not depend on another's. */
export const MOVING = 'moving';
/** Visits of several services, and whoever is away from the line. */
export const VISITS = 'visits';

/** Elderly customers who are fetched: one is called, two are in line. */
export const ESCORT = 'escort';

/** Promises of a minute, hours, a voice that is switched off, and a call by hand. */
export const LATE = 'late';

/** Notices, rates, and numbers that phones may take. */
export const RATES = 'rates';

const COUNTERS = 40;
const TICKETS = 300;

/** As long as names are in a real branch. */
const LONG = {
  'zh-CN': '中国银行北京东城朝阳门内大街支行营业部',
  'zh-HK': '中國銀行北京東城朝陽門內大街分行營業部',
  en: 'Bank of China, Beijing Dongcheng, Chaoyangmen Inner Street Branch',
};

const ALL_DAY = [{ from: '06:00', to: '20:30' }];
const lateHall = () => {
  const { lanes, ...rest } = publicHall(LATE, { services: 4, counters: 3 });
  return {
    ...rest,
    lanes: lanes.map((lane) => ({ ...lane, promise: { ...lane.promise, targetMs: 60_000 } })),
    voice: { languages: ['zh-CN', 'en'] },
    hours: {
      week: {
        mon: ALL_DAY,
        tue: ALL_DAY,
        wed: ALL_DAY,
        thu: ALL_DAY,
        fri: ALL_DAY,
        sat: ALL_DAY,
        sun: ALL_DAY,
      },
    },
  };
};

const escortHall = () => {
  const { lanes, ...rest } = publicHall(ESCORT, { services: 4, counters: 3 });
  return {
    ...rest,
    lanes: lanes.map((lane) =>
      lane.id === 'elderly' ? { ...lane, missed: { ...lane.missed, escortMs: 600_000 } } : lane,
    ),
  };
};

export const GALLERY_HALLS: readonly unknown[] = [
  { ...publicHall(FULL, { services: 8, counters: COUNTERS }), name: LONG },
  publicHall(EMPTY, { services: 8, counters: 6 }),
  publicHall(STOPPED, { services: 4, counters: 3 }),
  publicHall(CLOSED, { services: 4, counters: 3 }),
  manyServices(GROUPED, true),
  manyServices(MANY, false),
  publicHall(MOVING, { services: 4, counters: 6 }),
  publicHall(VISITS, { services: 4, counters: 4 }),
  lateHall(),
  escortHall(),
  { ...publicHall(RATES, { services: 4, counters: 3 }), ...TOLD, phoneTickets: true },
];

/** Nobody answers there: what a monitor says of a printer that is off. */
export const GALLERY_DEVICES: readonly object[] = [
  {
    ...{ id: 'printer-1', hall: VISITS, kind: 'ticket-printer' },
    name: { 'zh-CN': '取号机打印机', en: 'Kiosk printer' },
    ...{ line: { tcp: '127.0.0.1', port: 9 }, paper: 80, languages: ['zh-CN', 'en'] },
  },
  {
    ...{ id: 'browser-80', hall: MOVING, kind: 'ticket-printer', paper: 80, line: { kiosk: 'K1' } },
    name: { 'zh-CN': '浏览器打印', en: 'Printing by the browser' },
  },
];

export const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
export const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
export const teller = (counter: number): Caller => ({ role: 'teller', staff: `t${counter}` });

const SERVICES = ['cash', 'transfer', 'card', 'account', 'wealth', 'loan', 'currency', 'company'];
const LANES = ['normal', 'normal', 'normal', 'elderly', 'normal', 'normal', 'vip', 'normal'];

export const openCounter = (rig: Rig, hall: string, counter: number): Promise<unknown> =>
  rig.post(`${hall}/counters/${counter}/open`, { staff: `t${counter}` }, teller(counter));

export const issue = async (
  rig: Rig,
  hall: string,
  body: { readonly service: string; readonly lane?: string } = { service: 'cash' },
): Promise<{ readonly number: string; readonly link: string }> => {
  const { ticket, link } = await rig.post(`${hall}/tickets`, body, LOBBY);
  return { number: (ticket as { number: string }).number, link: String(link) };
};

export const call = async (rig: Rig, hall: string, counter: number): Promise<string> => {
  const reply = await rig.post(`${hall}/counters/${counter}/call-next`, {}, teller(counter));
  return (reply['ticket'] as { number: string }).number;
};

export const onTicket = (
  rig: Rig,
  hall: string,
  ticket: string,
  verb: string,
  counter: number,
): Promise<unknown> =>
  rig.post(`${hall}/tickets/${ticket}/${verb}`, { counter: String(counter) }, teller(counter));

/** Every counter busy, paused or calling; three hundred wait. */
const fill = async (rig: Rig): Promise<void> => {
  for (let index = 0; index < TICKETS + COUNTERS; index += 1) {
    const service = SERVICES[index % SERVICES.length] ?? 'cash';
    await issue(rig, FULL, { service, lane: LANES[(index * 7) % LANES.length] ?? 'normal' });
  }
  for (let counter = 1; counter <= COUNTERS; counter += 1) {
    await openCounter(rig, FULL, counter);
    if (counter % 10 === 0) {
      const pause = `${FULL}/counters/${counter}/pause`;
      await rig.post(pause, { reason: 'break' }, teller(counter));
      continue;
    }
    const number = await call(rig, FULL, counter);
    if (counter % 3 !== 0) await onTicket(rig, FULL, number, 'start', counter);
  }
  await rig.post(`${FULL}/counters/4/help`, { kind: 'approval' }, teller(4));
};

/**
 * Counter 1 serves the second service of a referred customer, counter 2 one whose papers are looked
 * through; one who was referred waits again, one has missed the call, one is away, one fills in forms.
 */
const visit = async (rig: Rig): Promise<void> => {
  const at = (counter: number) => ({ counter: String(counter) });
  const post = (ticket: string, verb: string, body: object, by: Caller) =>
    rig.post(`${VISITS}/tickets/${ticket}/${verb}`, body, by);
  for (const counter of [1, 2, 3]) await openCounter(rig, VISITS, counter);
  for (let index = 0; index < 7; index += 1) {
    await issue(rig, VISITS, { service: 'cash', lane: index === 5 ? 'elderly' : 'normal' });
  }
  const [second, papers, referred] = [
    await call(rig, VISITS, 1),
    await call(rig, VISITS, 2),
    await call(rig, VISITS, 3),
  ];
  await post(second, 'services', { service: 'card', referral: 'product-interest' }, teller(1));
  await onTicket(rig, VISITS, second, 'finish', 1);
  await post(second, 'services', { service: 'transfer' }, teller(1));
  await onTicket(rig, VISITS, papers, 'start', 2);
  await post(referred, 'services', { service: 'card', referral: 'corporate' }, teller(3));
  await post(referred, 'transfer', { ...at(3), service: 'card' }, teller(3));
  const missed = await call(rig, VISITS, 3);
  await post(missed, 'miss-early', { ...at(3), reason: 'looked-for' }, LOBBY);
  const parked = await call(rig, VISITS, 3);
  await post(parked, 'park', { ...at(3), keepFor: 'counter' }, teller(3));
  const { number } = await issue(rig, VISITS);
  await post(number, 'prepare', { reason: 'forms-missing' }, LOBBY);
};

/** A manager has the last of six called, who passes the others; what is called is not spoken. */
const choose = async (rig: Rig): Promise<void> => {
  for (const counter of [1, 2]) await openCounter(rig, LATE, counter);
  let last = '';
  for (let index = 0; index < 6; index += 1) last = (await issue(rig, LATE)).number;
  const chosen = { ticket: last, reason: 'complaint' };
  await rig.post(`${LATE}/counters/1/call-ticket`, chosen, LOBBY);
  await rig.post(`${LATE}/voice/quiet`, { quiet: true }, SUPERVISOR);
};

const fetchElderly = async (rig: Rig): Promise<void> => {
  await openCounter(rig, ESCORT, 2);
  for (const service of ['cash', 'card', 'cash']) {
    await issue(rig, ESCORT, { service, lane: 'elderly' });
  }
  await call(rig, ESCORT, 2);
};

/** A booking of one of the next slots. */
const book = async (rig: Rig, place: number): Promise<void> => {
  const { today } = await rig.get(`${MOVING}/booking-days/2026-11-23`, LOBBY);
  const { slots } = await rig.get(`${MOVING}/slots/cash/${today}`, LOBBY);
  const slot = (slots as { startAt: string }[])[place];
  if (!slot) return;
  await rig.post(`${MOVING}/bookings`, { service: 'cash', startAt: slot.startAt }, LOBBY);
};

export const setUp = async (rig: Rig): Promise<void> => {
  for (const hall of [FULL, EMPTY, STOPPED, MOVING, GROUPED, MANY, VISITS, LATE, ESCORT, RATES]) {
    await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
  }
  for (const hall of [EMPTY, GROUPED, MANY, RATES]) await openCounter(rig, hall, 1);
  for (const counter of [1, 2, 3, 4, 5, 6]) await openCounter(rig, MOVING, counter);
  await rig.post(`${STOPPED}/day/issuing/stop`, { reason: 'overcrowded' }, SUPERVISOR);
  for (const place of [0, 0, 1, 3, 4, 4, 6]) await book(rig, place);
  await choose(rig);
  await fetchElderly(rig);
  await visit(rig);
  await fill(rig);
};
