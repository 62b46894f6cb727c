import { BookingId } from '@tingxu/contract/appointments';
import { BusinessDay, HallId, ServiceId } from '@tingxu/contract/ids';
import type { BookingDay, DayBooking } from '@tingxu/contract/rest-bookings';
import { describe, expect, it } from 'vitest';
import { bookingRequest, inGroups, readReference } from './booking-action.ts';
import { daysShown } from './day-strip.tsx';
import { mayCheckIn, standingOf } from './standing.ts';

const MONDAY = BusinessDay.parse('2026-11-23');
const TUESDAY = BusinessDay.parse('2026-11-24');
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
const ROW: DayBooking = {
  ...{ id: BookingId.parse('0'.repeat(32)), service: ServiceId.parse('cash') },
  ...{ businessDay: MONDAY, state: 'booked', ticket: null, number: null, standing: 'offered' },
  ...{ startAt: '2026-11-23T10:00:00.000+08:00', endAt: '2026-11-23T10:30:00.000+08:00' },
  checkIn: { from: '2026-11-23T09:45:00.000+08:00', until: '2026-11-23T10:10:00.000+08:00' },
};
const open = { openDay: MONDAY };
const standings = (row: DayBooking, day: Pick<BookingDay, 'openDay'> = open) =>
  ['09:44', '09:45', '10:10', '10:11'].map((time) => standingOf(day, row, at(time)));

describe('bookings on the monitor', () => {
  it('BOOK-6 check in between the limits, on their day and once it is open', () => {
    expect(standings(ROW)).toEqual(['booked', 'ready', 'ready', 'late']);
    for (const openDay of [null, TUESDAY])
      expect(standings(ROW, { openDay })).toEqual(['booked', 'booked', 'booked', 'late']);
    expect(mayCheckIn(open, { ...ROW, state: 'checked-in' }, at('10:00'))).toBe(false);
  });

  it('BOOK-11 say what stands in the way: no counter at all, or a time that is offered no more', () => {
    const kept = standings({ ...ROW, standing: 'kept' });
    expect(kept).toEqual(['kept', 'ready', 'ready', 'late']);
    const unserved = { ...ROW, standing: 'unserved' } as const;
    expect(new Set(standings(unserved))).toEqual(new Set(['unserved']));
    expect(mayCheckIn(open, unserved, at('10:00'))).toBe(false);
  });

  it('BOOK-1 are found by a reference however it is typed or scanned', () => {
    for (const text of [
      'T1T4FJSABSDPCSCC',
      't1t4 fjsa bsdp cscc',
      'T1T4-FJSA-BSDP-CSCC',
      'Ｔ1T4FJSABSDPCSCC',
    ])
      expect(readReference(text)?.replaceAll('-', '').toUpperCase()).toBe('T1T4FJSABSDPCSCC');
    for (const text of ['', 'A031', 'T1T4FJSABSDPCSC', 'T1T4FJSABSDPCSCCC', '../bookings/0123'])
      expect(readReference(text)).toBeNull();
    expect(inGroups('T1T4FJSABSDPCSCC')).toEqual(['T1T4', 'FJSA', 'BSDP', 'CSCC']);
  });

  it('BOOK-4 show the days that can be booked, those with bookings, and the one that is looked at', () => {
    const day = (lastDay: string, booked: string[] = [], businessDay = '2026-11-23') =>
      daysShown({
        ...{ businessDay: BusinessDay.parse(businessDay), today: MONDAY, openDay: null },
        ...{ lastDay: BusinessDay.parse(lastDay), offered: true, services: [], bookings: [] },
        booked: booked.map((one) => ({ businessDay: BusinessDay.parse(one), bookings: 1 })),
      });
    expect(day('2026-11-24')).toEqual(['2026-11-23', '2026-11-24']);
    expect(day('2027-11-24')).toHaveLength(8);
    expect(day('2026-11-23', ['2026-12-01'], '2026-12-24')).toEqual([
      ...['2026-11-23', '2026-12-01', '2026-12-24'],
    ]);
  });

  it('BOOK-9 are cancelled with whose wish it was', () => {
    const hall = HallId.parse('demo');
    const { id: booking } = ROW;
    const asked = bookingRequest(hall, {
      ...{ type: 'cancel', booking, reason: 'removed-by-staff' },
    });
    expect(asked).toMatchObject({
      path: `/api/v1/halls/demo/bookings/${booking}/cancel`,
      body: { reason: 'removed-by-staff' },
    });
  });
});
