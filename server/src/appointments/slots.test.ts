import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay } from '@tingxu/contract/ids';
import { emptyHall } from '@tingxu/hall/state';
import { describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { references } from './reference.ts';
import { slotAt, slotsOfDay } from './slots.ts';

const config = (zone: string, from = '09:00', to = '11:00', weekdays = [1, 2, 3, 4, 5, 6, 7]) =>
  HallConfig.parse({
    ...demoHall(),
    zone,
    appointments: {
      ...{ lane: 'normal', earlyMs: 0, lateMs: 0, horizonDays: 2 },
      services: [
        { service: 'cash', slotMinutes: 45, capacity: 1, hours: [{ weekdays, from, to }] },
      ],
    },
  });
const times = (hall: HallConfig, day: string): string[] => {
  const [offer] = hall.appointments?.services ?? [];
  if (!offer) throw new Error('nothing is offered');
  const slots = slotsOfDay(hall, offer, BusinessDay.parse(day));
  return slots.map(({ startAt }) => new Date(startAt).toISOString().slice(0, 16));
};

describe('slots of a hall', () => {
  it('BOOK-3 begin one after the other within the hours of the weekday, in the zone of the hall', () => {
    expect(times(config('Asia/Shanghai'), '2026-11-23')).toEqual([
      '2026-11-23T01:00',
      '2026-11-23T01:45',
    ]);
    expect(times(config('Asia/Shanghai', '09:00', '11:00', [2]), '2026-11-23')).toEqual([]);
    expect(times(config('Asia/Shanghai', '09:00', '11:00', [1]), '2026-11-23')).toHaveLength(2);
  });

  it('BOOK-3, TIME-2 belong to the business day, also after midnight', () => {
    const night = config('Asia/Shanghai', '00:00', '01:00');
    expect(times(night, '2026-11-23')).toEqual(['2026-11-23T16:00']);
  });

  it('BOOK-3 leave out what the clocks skip and begin once where they repeat', () => {
    const night = config('Europe/Berlin', '02:00', '03:30');
    expect(times(night, '2026-03-28')).toEqual([]);
    expect(times(night, '2026-10-24')).toHaveLength(2);
    expect(times(config('Europe/Berlin'), '2026-03-29')[0]).toBe('2026-03-29T07:00');
    expect(times(config('Europe/Berlin'), '2026-10-25')[0]).toBe('2026-10-25T08:00');
  });

  it('BOOK-10 lie within the posted hours of the day, of the service and of the lane of bookings', () => {
    const under = (hours: object): HallConfig =>
      HallConfig.parse({ ...config('Asia/Shanghai', '09:00', '12:00'), hours });
    const week = { mon: [{ from: '09:00', to: '11:00' }] };
    const monday = '2026-11-23';
    expect(times(under({ week }), monday)).toEqual(['2026-11-23T01:00', '2026-11-23T01:45']);
    expect(times(under({ week, cutOffMinutes: 60 }), monday)).toHaveLength(2);
    expect(times(under({ week }), '2026-11-24')).toEqual([]);
    const late = [{ from: '09:40', to: '17:00' }];
    expect(times(under({ week, holidays: { [monday]: late } }), monday)).toHaveLength(3);
    expect(times(under({ week, holidays: { [monday]: [] } }), monday)).toEqual([]);
    for (const own of [{ services: { cash: { mon: late } } }, { lanes: { normal: { mon: late } } }])
      expect(times(under({ week, ...own }), monday)).toEqual(['2026-11-23T01:45']);
    expect(times(under({ week, services: { loans: { mon: [] } } }), monday)).toHaveLength(2);
  });

  it('BOOK-3 can be booked up to the horizon, by their very beginning', () => {
    const first = config('Asia/Shanghai');
    const offering = { state: emptyHall(first.hall), first };
    const now = Date.parse('2026-11-23T08:00:00+08:00');
    const on = (day: number, time: string) =>
      slotAt(offering, 'cash', Date.parse(`2026-11-${day}T${time}:00+08:00`), now)?.businessDay;
    expect([on(23, '09:00'), on(25, '09:45'), on(26, '09:00'), on(23, '09:01')]).toEqual([
      '2026-11-23',
      '2026-11-25',
      undefined,
      undefined,
    ]);
    expect(slotAt(offering, 'loans', now + 3_600_000, now)).toBeNull();
  });
});

describe('references', () => {
  it('BOOK-1 are never the same and are read however they are written', () => {
    const { next, idOf, named } = references(Buffer.alloc(32, 7));
    const made = new Set(Array.from({ length: 2_000 }, next));
    expect(made.size).toBe(2_000);
    const id = idOf('01234567');
    expect(idOf('o123-4567')).toBe(id);
    expect(idOf('OL234567')).toBe(id);
    expect(idOf('01234568')).not.toBe(id);
    // Whoever reads a journal cannot speak for those who booked; staff name a booking as their list does.
    expect(named(id, 'kiosk')).not.toBe(id);
    expect(named(id, 'teller')).toBe(id);
    expect(named('o1234567', 'kiosk')).toBe(id);
    // Nor can they try all references without the key.
    expect(references(Buffer.alloc(32, 8)).idOf('01234567')).not.toBe(id);
  });

  it('BOOK-1 the sixteen signs of before are known under the ids of before', () => {
    const { idOf } = references(Buffer.alloc(32, 7));
    const { idOf: elsewhere } = references(Buffer.alloc(32, 8));
    const id = '2125b2c332b1113aae9bfc5e9f7e3b4c';
    expect(idOf('0123456789ABCDEF')).toBe(id);
    expect(elsewhere('ol23-4567-89ab-cdef')).toBe(id);
  });
});
