import { HallConfig } from '@tingxu/contract/config';
import { ConfigurationPreview } from '@tingxu/contract/configuration-rest';
import { HallId } from '@tingxu/contract/ids';
import { IssueReply } from '@tingxu/contract/rest';
import {
  BookingDay,
  BookingList,
  BookingReply,
  FoundBooking,
  MakeBookingReply,
  SlotList,
} from '@tingxu/contract/rest-bookings';
import type { Role } from '@tingxu/contract/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { checkJournal } from '../journal/check.ts';
import { openConnection } from '../journal/connection.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

const CONFIG = (): HallConfig => {
  const { lanes, ...demo } = demoHall();
  const [vip] = lanes;
  const booked = { ...vip, id: 'booked', series: 'Y', proof: { checkIn: true } };
  return HallConfig.parse({
    ...demo,
    lanes: [...lanes, booked],
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
};

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig({ config: CONFIG() });
  await openHallDay(rig);
});
afterEach(() => rig.close());

const TEN = '2026-11-23T10:00:00+08:00';
const TOMORROW = '2026-11-24T09:30:00+08:00';

const make = (startAt = TEN, more: object = {}) =>
  rig.command('/bookings', { role: 'kiosk', body: { service: 'cash', startAt }, ...more });
const booked = async (startAt = TEN) => MakeBookingReply.parse((await make(startAt)).json);
const on = (reference: string, verb: string, body: object = {}, role = 'kiosk') =>
  rig.command(`/bookings/${reference}/${verb}`, { role, body });
const slots = async (day: string) => {
  const url = `/api/v1/halls/demo/slots/cash/${day}`;
  return SlotList.parse((await rig.send('GET', url, { role: 'kiosk' })).json).slots;
};

it('ISSUE-7 a kiosk books no faster than people do, and a number counts beside it', async () => {
  await rig.close();
  rig = await openHttpRig({ config: CONFIG(), ticketsPerMinute: 20 });
  await openHallDay(rig);
  expect([(await make()).status, (await make(TOMORROW)).status]).toEqual([201, 201]);
  const ticket = await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
  expect(ticket.status).toBe(201);
  expect((await make(TOMORROW)).json['code']).toBe('too-many-requests');
  expect((await make(TOMORROW, { role: 'lobby' })).status).toBe(201);
});

describe('bookings over HTTP', () => {
  it('BOOK-3 offers the slots of a day that have not begun, with the places left', async () => {
    await booked();
    const today = await slots('2026-11-23');
    expect(today.map(({ startAt, free }) => [startAt.slice(11, 16), free])).toEqual([
      ['09:30', 3],
      ['10:00', 2],
      ['10:30', 3],
    ]);
    expect(await slots('2026-11-28')).toEqual([]);
    expect(await slots('2026-12-01')).toEqual([]);
    const none = await rig.send('GET', '/api/v1/halls/demo/slots/loans/2026-11-23', {
      role: 'kiosk',
    });
    expect(none.json['code']).toBe('service-not-bookable');
  });

  it('BOOK-2, BOOK-6 shows staff a day: what is taken, who is expected, who may check in', async () => {
    const day = async (date: string, role = 'lobby') =>
      BookingDay.parse(
        (await rig.send('GET', `/api/v1/halls/demo/booking-days/${date}`, { role })).json,
      );
    const { reference } = await booked('2026-11-23T09:30:00+08:00');
    await booked(TOMORROW);
    const early = await day('2026-11-23');
    expect(early).toMatchObject({ today: '2026-11-23', lastDay: '2026-11-30', offered: true });
    expect(early.booked).toEqual([
      { businessDay: '2026-11-23', bookings: 1 },
      { businessDay: '2026-11-24', bookings: 1 },
    ]);
    const told = (shown: typeof early) =>
      shown.services.flatMap(({ slots: rows }) =>
        rows.map((row) => [row.startAt.slice(11, 16), row.taken, row.bookable]),
      );
    expect(told(early)).toEqual([
      ['09:00', 0, false],
      ['09:30', 1, true],
      ['10:00', 0, true],
      ['10:30', 0, true],
    ]);
    expect(early.bookings).toMatchObject([
      {
        ...{ state: 'booked', standing: 'offered', number: null },
        checkIn: { from: '2026-11-23T09:15:00.000+08:00', until: '2026-11-23T09:40:00.000+08:00' },
      },
    ]);
    rig.clock.advanceTo(rig.clock.now() + 31 * 60_000);
    await on(reference, 'check-in');
    const late = await day('2026-11-23');
    expect(told(late)[1]).toEqual(['09:30', 1, false]);
    expect(late.bookings).toMatchObject([{ state: 'checked-in', number: 'Y001', checkIn: null }]);
    // Slots that overlap with a booking count it, in the service of the booking alone.
    expect((await day('2026-12-24')).services).toMatchObject([
      { service: 'cash', slots: [{}, {}, {}, {}] },
    ]);
    expect(JSON.stringify(late)).not.toContain(reference);
  });

  it('BOOK-1 tells staff the id of a booking whose reference they read, and nobody else', async () => {
    const { reference } = await booked();
    const read = async (role: string) =>
      (await rig.send('GET', `/api/v1/halls/demo/bookings/${reference}`, { role })).json;
    const { id } = await read('lobby');
    expect(await read('kiosk')).not.toHaveProperty('id');
    const list = BookingList.parse(
      (await rig.send('GET', '/api/v1/halls/demo/bookings', { role: 'lobby' })).json,
    );
    expect(list.bookings.map((row) => row.id)).toEqual([id]);
  });

  it('BOOK-4, BOOK-5 runs from booking over a move to the ticket', async () => {
    const { reference, booking } = await booked();
    expect(booking).toMatchObject({ state: 'booked', startAt: '2026-11-23T10:00:00.000+08:00' });
    const moved = await on(reference.toLowerCase(), 'move', {
      startAt: '2026-11-23T09:30:00+08:00',
    });
    expect(BookingReply.parse(moved.json).booking.endAt).toBe('2026-11-23T10:00:00.000+08:00');
    const early = await on(reference, 'check-in');
    expect([early.json['code'], early.json['retryAfterSeconds']]).toEqual([
      'check-in-too-early',
      900,
    ]);
    rig.clock.advanceTo(Date.parse('2026-11-23T09:20:00+08:00'));
    const ticket = await on(reference, 'check-in');
    expect(IssueReply.parse(ticket.json).ticket).toMatchObject({ lane: 'booked', number: 'Y001' });
    expect(ticket.headers['location']).toBe('/api/v1/halls/demo/tickets/20261123-0001');
    expect((await on(reference, 'check-in')).json['code']).toBe('booking-checked-in');
    const read = await rig.send('GET', `/api/v1/halls/demo/bookings/${reference}`, {
      role: 'lobby',
    });
    expect(FoundBooking.parse(read.json).booking.state).toBe('checked-in');
  });

  it('BOOK-15 holds up who tries references, right ones included, and no staff', async () => {
    const { reference } = await booked();
    const read = (booking: string, role: Role) =>
      rig.send('GET', `/api/v1/halls/demo/bookings/${booking}`, { role });
    for (let n = 0; n < 20; n += 1) {
      const tried = `${String(n).padStart(7, '0')}${reference.startsWith('0') ? '1' : '0'}`;
      expect((await read(tried, 'kiosk')).json['code']).toBe('booking-unknown');
    }
    const held = await read(reference, 'kiosk');
    expect(held.json).toMatchObject({ code: 'too-many-requests' });
    expect(Number(held.json['retryAfterSeconds'])).toBeGreaterThan(500);
    expect((await on(reference, 'check-in')).json['code']).toBe('too-many-requests');
    expect((await read(reference, 'lobby')).status).toBe(200);
    expect((await make()).status).toBe(201);
  });

  /** So many wrong references, read by a kiosk. */
  const guess = async (reference: string, times: number, kiosk?: string) => {
    const headers = kiosk === undefined ? {} : { 'tingxu-kiosk': kiosk };
    const codes: unknown[] = [];
    for (let n = 0; n < times; n += 1) {
      const tried = `${String(n).padStart(7, '0')}${reference.startsWith('0') ? '1' : '0'}`;
      const url = `/api/v1/halls/demo/bookings/${tried}`;
      codes.push((await rig.send('GET', url, { role: 'kiosk', headers })).json['code']);
    }
    return codes;
  };

  it('BOOK-15 a kiosk that the hall names is held up by its own guesses alone; names that are made up are one', async () => {
    await rig.close();
    const places = ['K1', 'K2'].map((id) => ({ id, name: { 'zh-CN': id, en: id } }));
    const config = HallConfig.parse({ ...CONFIG(), kiosks: { places } });
    // A demo believes a kiosk by its name; elsewhere each is paired, and a device of its own.
    rig = await openHttpRig({ config, kind: 'demo' });
    await openHallDay(rig);
    const { reference } = await booked();
    expect((await guess(reference, 21, 'K1')).at(-1)).toBe('too-many-requests');
    expect(await guess(reference, 1, 'K2')).toEqual(['booking-unknown']);
    const made = [];
    for (let n = 0; n <= 20; n += 1) made.push(...(await guess(reference, 1, `K${n + 40}`)));
    expect(made.filter((code) => code === 'too-many-requests')).toHaveLength(1);
    expect(await guess(reference, 1, 'K2')).toEqual(['booking-unknown']);
    expect(await guess(reference, 1, 'front')).toEqual(['validation-failed']);
  });

  it('BOOK-15 a command that is sent again under its key is no other try', async () => {
    const { reference } = await booked();
    const again = (key: string) =>
      rig.command(`/bookings/${reference.startsWith('0') ? '1' : '0'}0000000/check-in`, {
        ...{ role: 'kiosk', key },
      });
    const first = await again('a-line-that-is-cut');
    for (let n = 0; n < 40; n += 1) {
      expect((await again('a-line-that-is-cut')).text).toBe(first.text);
    }
    expect((await again('another-try')).json['code']).toBe('booking-unknown');
    // The control: keys of their own are tries of their own.
    await guess(reference, 20);
    expect((await again('one-more')).json['code']).toBe('too-many-requests');
    expect((await again('a-line-that-is-cut')).text).toBe(first.text);
  });

  it('BOOK-15 the key of another command is no way round it', async () => {
    const { reference } = await booked();
    const key = 'an-answered-command';
    expect(
      (await rig.command('/tickets', { role: 'kiosk', key, body: { service: 'cash' } })).status,
    ).toBe(201);
    const codes: unknown[] = [];
    for (let n = 0; n <= 20; n += 1) {
      const url = `/api/v1/halls/demo/bookings/${String(n).padStart(7, '0')}Z`;
      codes.push((await rig.send('GET', url, { role: 'kiosk', key })).json['code']);
    }
    expect(codes.slice(-2)).toEqual(['booking-unknown', 'too-many-requests']);
    expect(
      (await rig.send('GET', `/api/v1/halls/demo/bookings/${reference}`, { role: 'kiosk', key }))
        .status,
    ).toBe(429);
  });

  it('BOOK-15 commands on other bookings under the same key are tries', async () => {
    const { reference } = await booked();
    const on9 = (n: number, key: string) =>
      rig.command(`/bookings/${String(n).padStart(7, '0')}Z/check-in`, { role: 'kiosk', key });
    expect((await on9(99, 'one-key-for-all')).json['code']).toBe('booking-unknown');
    for (let n = 0; n < 20; n += 1) {
      expect((await on9(n, 'one-key-for-all')).json['code']).toBe('idempotency-key-reused');
    }
    expect((await on(reference, 'check-in')).json['code']).toBe('too-many-requests');
  });

  it('BOOK-1 tells the reference in the answer that made it and nowhere else', async () => {
    const { reference } = await booked();
    const list = await rig.send('GET', '/api/v1/halls/demo/bookings', { role: 'lobby' });
    const [row] = BookingList.parse(list.json).bookings;
    expect(list.text).not.toContain(reference);
    // Staff check somebody in by the row.
    rig.clock.advanceTo(Date.parse(TEN));
    expect((await on(row?.id ?? '', 'check-in', {}, 'lobby')).status).toBe(201);
    const wrong = `${reference.startsWith('0') ? '1' : '0'}${reference.slice(1)}`;
    expect((await on(wrong, 'cancel', { reason: 'cancelled-by-customer' })).json['code']).toBe(
      'booking-unknown',
    );
  });

  it('BOOK-2 never books a slot beyond its capacity, however many ask at once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => make()));
    const codes = replies.map(({ status, json }) => json['code'] ?? status).sort();
    expect(codes).toEqual([...Array(3).fill(201), ...Array(17).fill('slot-full')]);
    const references = replies.flatMap(({ json }) => json['reference'] ?? []);
    const others = await Promise.all([booked('2026-11-23T10:30:00+08:00'), booked(TOMORROW)]);
    const races = await Promise.all([
      ...others.map(({ reference }) => on(reference, 'move', { startAt: TEN })),
      on(String(references[0]), 'cancel', { reason: 'cancelled-by-customer' }),
      make(),
    ]);
    const [, ten] = await slots('2026-11-23');
    expect(ten?.free).toBe(0);
    expect(races.filter(({ status }) => status < 300)).toHaveLength(2);
  });

  it('JRN-4 books once for one key, and the answer stays when the slot is gone', async () => {
    const first = await make(TEN, { key: 'one-booking' });
    expect((await make(TEN, { key: 'one-booking' })).text).toBe(first.text);
    rig.clock.advanceTo(Date.parse('2026-11-23T11:00:00+08:00'));
    const again = await make(TEN, { key: 'one-booking' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect((await make(TEN)).json['code']).toBe('slot-passed');
  });

  it('BOOK-1 no reference is kept with a key or logged, and a customer cannot speak by the hash of one', async () => {
    const { reference } = await booked();
    const list = await rig.send('GET', '/api/v1/halls/demo/bookings', { role: 'teller' });
    const id = BookingList.parse(list.json).bookings[0]?.id ?? '';
    expect((await on(id, 'cancel', { reason: 'cancelled-by-customer' })).json['code']).toBe(
      'booking-unknown',
    );
    await on(reference, 'move', { startAt: TOMORROW });
    const keys = openConnection(
      journalFile(hallFolder(rig.dataFolder, HallId.parse('demo'))),
      'read',
    );
    const fingerprints = keys.prepare('SELECT fingerprint FROM commands').pluck().all().join();
    keys.close();
    expect(fingerprints).toContain('makeBooking');
    expect(fingerprints).not.toContain(reference);
    expect((await on(id, 'cancel', { reason: 'cancelled-by-customer' }, 'teller')).status).toBe(
      200,
    );
  });

  it.each(['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '1999-12-31T23:59:59+08:00'])(
    'BOOK-3 a time of no year that a hall sees is refused: %s',
    async (startAt) => {
      expect((await make(startAt)).json['code']).toBe('validation-failed');
      const { reference } = await booked();
      expect((await on(reference, 'move', { startAt })).json['code']).toBe('validation-failed');
    },
  );

  it('BOOK-7, BOOK-8 keeps a booking over the roll-over and ends one that nobody checked in', async () => {
    const [today, next] = [await booked(), await booked(TOMORROW)];
    rig.clock.advanceTo(Date.parse('2026-11-23T17:00:00+08:00'));
    const close = { role: 'supervisor', body: { remaining: 'refuse' } };
    expect((await rig.command('/day/close', close)).status).toBe(200);
    const night = await booked('2026-11-24T10:00:00+08:00');
    rig.clock.advanceTo(Date.parse('2026-11-24T09:20:00+08:00'));
    await rig.command('/day/open', { role: 'supervisor' });
    expect((await on(today.reference, 'check-in')).json['code']).toBe('booking-unknown');
    expect((await on(next.reference, 'check-in')).status).toBe(201);
    rig.clock.advanceTo(Date.parse('2026-11-24T10:00:00+08:00'));
    expect((await on(night.reference, 'check-in')).status).toBe(201);
    const checked = checkJournal(journalFile(hallFolder(rig.dataFolder, rig.hall.config.hall)));
    expect([checked.firstWrong, checked.problems]).toEqual([null, []]);
  });
});

describe('a check-in over HTTP when something is in its way', () => {
  const supervise = (path: string, body: object = {}) =>
    rig.command(path, { role: 'supervisor', body });
  const to = (time: string) => rig.clock.advanceTo(Date.parse(`2026-11-23T${time}:00+08:00`));
  const codeOf = async (reference: string) => {
    const { json, status } = await on(reference, 'check-in');
    return json['code'] ?? status;
  };

  it('BOOK-12 is refused during a stop, given after it, and late in the end', async () => {
    const [one, other] = [await booked(), await booked()];
    to('10:05');
    await supervise('/day/issuing/stop', { reason: 'equipment' });
    expect(await codeOf(one.reference)).toBe('issuing-stopped');
    to('10:30');
    expect(await codeOf(one.reference)).toBe('issuing-stopped');
    await supervise('/day/issuing/resume');
    to('10:40');
    expect(await codeOf(one.reference)).toBe(201);
    to('10:41');
    expect(await codeOf(other.reference)).toBe('check-in-too-late');
  });

  it('BOOK-12, DAY-5 is given after the day opened again, once, and never for what was cancelled', async () => {
    const [one, gone] = [await booked(), await booked()];
    await on(gone.reference, 'cancel', { reason: 'cancelled-by-customer' });
    to('10:05');
    await supervise('/day/close', { remaining: 'refuse' });
    expect(await codeOf(one.reference)).toBe('day-not-open');
    to('10:50');
    await supervise('/day/open');
    const twice = await Promise.all([codeOf(one.reference), codeOf(one.reference)]);
    expect(twice.map(String).sort()).toEqual(['201', 'booking-checked-in']);
    expect(await codeOf(gone.reference)).toBe('booking-unknown');
  });
});

describe('bookings under a configuration that is planned', () => {
  const supervise = (path: string, body: object) =>
    rig.command(`/configuration${path}`, { role: 'supervisor', body });
  const offering = (more: object) => {
    const { appointments, ...rest } = CONFIG();
    const [offer] = appointments?.services ?? [];
    return { ...rest, appointments: { ...appointments, services: [{ ...offer, ...more }] } };
  };
  const slotsOf = async (service: string, day: string) =>
    (await rig.send('GET', `/api/v1/halls/demo/slots/${service}/${day}`, { role: 'kiosk' })).json;
  const hours = [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '10:00' }];

  it('BOOK-13 are offered with the hours and the capacity of the day they are for', async () => {
    const config = offering({ hours, capacity: 1 });
    await supervise('', { config, when: 'next-day', basedOn: 1 });
    expect((await slots('2026-11-23')).map(({ capacity }) => capacity)).toEqual([3, 3, 3]);
    const told = (await slots('2026-11-24')).map((row) => [row.startAt.slice(11, 16), row.free]);
    expect(told).toEqual([
      ['09:00', 1],
      ['09:30', 1],
    ]);
    await booked(TOMORROW);
    expect((await make(TOMORROW)).json['code']).toBe('slot-full');
    expect((await make('2026-11-24T10:00:00+08:00')).json['code']).toBe('slot-unknown');
  });

  it('BOOK-13 are those of another service from the instant on at which it takes its place', async () => {
    const config = offering({ service: 'accounts', hours });
    await supervise('', { config, when: '2026-11-25T00:00:00+08:00', basedOn: 1 });
    expect(await slots('2026-11-24')).toHaveLength(4);
    expect(await slots('2026-11-25')).toEqual([]);
    expect(await slotsOf('accounts', '2026-11-24')).toMatchObject({ slots: [] });
    expect(await slotsOf('accounts', '2026-11-25')).toMatchObject({ slots: [{}, {}] });
    const body = { service: 'accounts', startAt: '2026-11-25T09:00:00+08:00' };
    expect((await rig.command('/bookings', { role: 'kiosk', body })).status).toBe(201);
  });

  it('BOOK-11, BOOK-13 of before are told in the preview and in the list, those of the plan when it goes', async () => {
    await booked();
    const { reference } = await booked('2026-11-24T10:00:00+08:00');
    const config = offering({ hours });
    const told = async (wanted: object, when: string) => {
      const { json } = await supervise('/preview', { config: wanted, when });
      const { affected } = ConfigurationPreview.parse(json);
      return affected.bookings.map(({ startAt, standing }) => [startAt.slice(8, 16), standing]);
    };
    expect(await told(config, 'next-day')).toEqual([['24T10:00', 'kept']]);
    expect(await told(config, '2026-11-23T10:00:00+08:00')).toHaveLength(2);
    expect(await told(config, '2026-11-25T10:00:00+08:00')).toEqual([]);
    await supervise('', { config, when: 'next-day', basedOn: 1 });
    const list = await rig.send('GET', '/api/v1/halls/demo/bookings', { role: 'lobby' });
    const standings = BookingList.parse(list.json).bookings.map(({ standing }) => standing);
    expect(standings).toEqual(['offered', 'kept']);
    await on(reference, 'move', { startAt: TOMORROW });
    expect(await told(offering({ hours: [{ ...hours[0], to: '09:30' }] }), 'next-day')).toEqual([
      ['24T09:30', 'kept'],
    ]);
  });
});

describe('bookings that the hall would offer no more', () => {
  it('BOOK-11 are told before a change, stay good after it, and staff see which they are', async () => {
    await booked();
    const { reference } = await booked(TOMORROW);
    const config = { ...CONFIG(), hours: { week: { mon: [{ from: '09:00', to: '17:00' }] } } };
    const change = (path: string, body: object) =>
      rig.command(`/configuration${path}`, { role: 'supervisor', body });
    const preview = ConfigurationPreview.parse((await change('/preview', { config })).json);
    expect(preview.affected.bookings).toMatchObject([{ service: 'cash', standing: 'kept' }]);
    expect(preview.affected.bookings[0]?.startAt).toContain('2026-11-24T09:30');
    const away = { ...config, counters: [{ id: '1', label: '1', skills: ['accounts'] }] };
    const unserved = ConfigurationPreview.parse((await change('/preview', { config: away })).json);
    expect(unserved.affected.bookings.map(({ standing }) => standing)).toEqual([
      'unserved',
      'unserved',
    ]);
    expect((await change('', { config, when: 'now', basedOn: 1 })).status).toBe(200);
    expect(await slots('2026-11-24')).toEqual([]);
    const list = await rig.send('GET', '/api/v1/halls/demo/bookings', { role: 'lobby' });
    expect(BookingList.parse(list.json).bookings.map(({ standing }) => standing)).toEqual([
      'offered',
      'kept',
    ]);
    rig.clock.advanceTo(Date.parse(TOMORROW));
    await rig.command('/day/close', { role: 'supervisor', body: { remaining: 'end-remaining' } });
    await openHallDay(rig);
    expect((await on(reference, 'check-in')).status).toBe(201);
  });
});
