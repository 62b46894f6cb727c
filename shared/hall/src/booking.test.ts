import { describe, expect, test } from 'vitest';
import {
  book,
  call,
  cancelBooking,
  changeConfig,
  checkIn,
  closeDay,
  finish,
  issue,
  moveBooking,
  open,
  openDay,
  resumeIssuing,
  stopIssuing,
} from '../testing/commands.ts';
import { appointments, BOOKED, hallConfig, NORMAL, VIP } from '../testing/config.ts';
import {
  after,
  by,
  emptyScene,
  minutes,
  numberCalled,
  OPENING_AT,
  openScene,
} from '../testing/scene.ts';

const HALF = minutes(30);
const DAY = minutes(1_440);
const at = (half: number): number => OPENING_AT + half * HALF;
const config = (more: Parameters<typeof appointments>[0] = {}) =>
  hallConfig({ lanes: [VIP, BOOKED, NORMAL], appointments: appointments(more) });
const scene = (more: Parameters<typeof appointments>[0] = {}) => openScene(config(more));
const idOf = (digit: number): string => String(digit).repeat(32);

describe('a booking', () => {
  test('BOOK-1 holds a service, a slot and a hash, and nothing of who booked', () => {
    const [event] = scene().when(by('kiosk', book(1, at(2))));
    expect(event).toEqual({
      type: 'BookingMade',
      booking: idOf(1),
      service: 'cash',
      slot: { businessDay: '2026-11-21', startAt: at(2), endAt: at(3) },
    });
  });

  test('BOOK-2 takes a place that nobody else can have until it is given back', () => {
    const hall = scene().given(book(1, at(2)));
    expect(hall.refused(book(2, at(2))).code).toBe('slot-full');
    expect(hall.refused(book(2, at(2) - HALF / 2)).code).toBe('slot-full');
    hall.given(book(2, at(3)), cancelBooking(1), book(3, at(2)));
    expect(hall.hall().bookings).toHaveLength(2);
  });

  test('BOOK-2 keeps its place after check-in', () => {
    const hall = scene().given(book(1, at(1)), checkIn(1));
    expect(hall.refused(book(2, at(1))).code).toBe('slot-full');
  });

  test('BOOK-3 is made before the slot begins, and only where there is one', () => {
    const hall = scene();
    expect(hall.refused(book(1, at(0))).code).toBe('slot-passed');
    expect(hall.refused(book(1, null)).code).toBe('slot-unknown');
    expect(hall.refused(book(1, at(1), '2026-11-21', 'account')).code).toBe('service-not-bookable');
    hall.given(book(1, at(0) + 1));
  });

  test('BOOK-4 moves in one step: a full slot leaves it where it was', () => {
    const hall = scene().given(book(1, at(1)), book(2, at(2)));
    expect(hall.refused(moveBooking(1, at(2))).code).toBe('slot-full');
    expect(hall.hall().bookings[0]?.startAt).toBe(at(1));
    // Its own place does not stand in its way.
    hall.given(moveBooking(1, at(1) - 60_000), moveBooking(1, at(4)), book(3, at(1)));
    expect(hall.given(checkIn(3)).refused(moveBooking(3, at(5))).code).toBe('booking-checked-in');
    expect(hall.refused(cancelBooking(3)).code).toBe('booking-checked-in');
  });

  test('BOOK-4 can be made, moved and cancelled while the hall is closed', () => {
    const hall = scene().given(closeDay());
    hall.given(book(1, at(2)), moveBooking(1, at(3)), book(2, at(4)), cancelBooking(2));
    expect(hall.refused(checkIn(1)).code).toBe('day-not-open');
    expect(hall.given(openDay(config())).hall().bookings).toHaveLength(1);
    expect(emptyScene().refused(book(1, at(1))).code).toBe('day-not-open');
  });
});

describe('who cancelled a booking', () => {
  test.each([
    ['kiosk', 'cancelled-by-customer'],
    ['phone', 'cancelled-by-customer'],
    ['teller', 'removed-by-staff'],
  ] as const)('BOOK-9 what a %s cancels is recorded as %s', (role, reason) => {
    const hall = scene().given(book(1, at(1)));
    expect(hall.when(by(role, cancelBooking(1, 'removed-by-staff')))).toEqual([
      { type: 'BookingCancelled', booking: idOf(1), reason },
    ]);
  });

  test('BOOK-9 staff may say that the customer did', () => {
    const hall = scene().given(book(1, at(1)));
    expect(hall.when(by('lobby', cancelBooking(1)))).toMatchObject([
      { reason: 'cancelled-by-customer' },
    ]);
  });
});

describe('a check-in', () => {
  test('BOOK-5 joins the lane of bookings and waits from the booked time when it is early', () => {
    const hall = scene().given(book(1, at(1)), after(minutes(10)));
    expect(hall.when(checkIn(1))).toMatchObject([
      { type: 'TicketIssued', lane: 'booked', proof: 'appointment', waitFromAt: at(1) },
      { type: 'BookingCheckedIn', booking: idOf(1), ticket: '20261121-0001' },
    ]);
    expect(hall.ticket('Y001')).toMatchObject({ waitFromAt: at(1), enteredAt: at(1) });
  });

  test('BOOK-5 waits from now when it is late', () => {
    const hall = scene().given(book(1, at(1)), after(HALF + minutes(3)));
    expect(hall.when(checkIn(1))[0]).not.toHaveProperty('waitFromAt');
    expect(hall.ticket('Y001').waitFromAt).toBe(hall.now());
  });

  test('BOOK-5, CALL-5 who booked earlier is called first, whoever checked in first', () => {
    const hall = scene({ earlyMs: DAY }).given(book(1, at(4)), book(2, at(2)));
    hall.given(checkIn(1), checkIn(2), open('1'), after(minutes(61)));
    expect(numberCalled(hall, '1')).toBe('Y002');
  });

  test('BOOK-5, CALL-2 an early one is called when nobody else waits, and has not waited', () => {
    const hall = scene().given(book(1, at(1)), checkIn(1), open('1'), call('1'));
    hall.given(after(minutes(5)), finish('Y001', '1'));
    expect(hall.hall().totals).toMatchObject({ booked: { served: 1, within: 1, waitSumMs: 0 } });
  });

  test('BOOK-5, CALL-6 takes a new place: whoever waits keeps the worst position that was told', () => {
    const hall = scene().given(issue(), book(1, at(1)), checkIn(1));
    expect(hall.ticket('Y001').place).toBeGreaterThan(hall.ticket('A001').place);
  });

  test('BOOK-6, HOURS-4 gives no ticket while issuing is stopped, and one when it goes on', () => {
    const hall = scene().given(book(1, at(1)), stopIssuing('equipment'));
    expect(hall.refused(checkIn(1)).code).toBe('issuing-stopped');
    expect(hall.given(resumeIssuing()).when(checkIn(1))).toHaveLength(2);
  });

  test('BOOK-6 is possible between the limits, both included, on the day and once', () => {
    const hall = scene({ earlyMs: minutes(10) }).given(
      book(1, at(1)),
      book(2, at(1) + DAY, '2026-11-22'),
    );
    expect(hall.refused(checkIn(1))).toEqual({
      code: 'check-in-too-early',
      retryAt: at(1) - minutes(10),
    });
    expect(hall.refused(checkIn(2))).toEqual({ code: 'booking-other-day', state: '2026-11-22' });
    hall.given(after(minutes(20)), checkIn(1));
    expect(hall.refused(checkIn(1))).toEqual({
      code: 'booking-checked-in',
      state: '20261121-0001',
    });
    const late = scene().given(book(1, at(1)), book(2, at(2)), after(minutes(35)));
    late.given(checkIn(1), after(minutes(30) + 1));
    expect(late.refused(checkIn(2)).code).toBe('check-in-too-late');
  });
});

describe('a booking of what the hall offers no more', () => {
  const slot = at(2);
  const booked = () => scene().given(book(1, slot));

  test('BOOK-11 checks in within the same limits when its service can be booked no more', () => {
    const services = [{ ...appointments().services[0], service: 'account' }] as never;
    const other = hallConfig({
      lanes: [VIP, BOOKED, NORMAL],
      appointments: appointments({ services }),
    });
    const hall = booked().given(changeConfig(other));
    expect(hall.refused(book(2, slot)).code).toBe('service-not-bookable');
    expect(hall.refused(checkIn(1)).code).toBe('check-in-too-early');
    expect(hall.given(after(HALF)).when(checkIn(1))[0]).toMatchObject({ lane: 'booked' });
  });

  test('BOOK-11 checks in half an hour before or after, in the default lane, when nothing can', () => {
    const hall = () => booked().given(changeConfig(hallConfig()));
    expect(
      hall()
        .given(after(HALF - 1))
        .refused(checkIn(1)).code,
    ).toBe('check-in-too-early');
    expect(hall().given(after(HALF)).when(checkIn(1))).toMatchObject([
      { lane: 'normal', proof: 'appointment', waitFromAt: slot },
      { type: 'BookingCheckedIn' },
    ]);
    hall().given(after(3 * HALF), checkIn(1));
    const late = hall().given(after(3 * HALF + 1));
    expect(late.refused(checkIn(1)).code).toBe('check-in-too-late');
  });

  test('BOOK-11 is told when no counter takes its service any more, and can be cancelled', () => {
    const counters = [{ id: '1', label: '1', skills: ['account'] }];
    const hall = booked().given(changeConfig(hallConfig({ counters })), after(HALF));
    expect(hall.refused(checkIn(1)).code).toBe('service-without-counter');
    hall.given(cancelBooking(1));
  });
});

describe('bookings from day to day', () => {
  test('BOOK-7 a day opens with its bookings and those of later days', () => {
    const hall = scene().given(book(1, at(1)), book(2, at(1) + DAY, '2026-11-22'), checkIn(1));
    hall.given(book(3, at(1) + 2 * DAY, '2026-11-23'), closeDay('end-remaining'));
    const [event] = hall.when(openDay(config(), '2026-11-22'));
    expect(event).toMatchObject({ bookings: [{ booking: idOf(2) }, { booking: idOf(3) }] });
    expect(scene().given(closeDay()).when(openDay(config(), '2026-11-22'))[0]).not.toHaveProperty(
      'bookings',
    );
  });

  test('BOOK-8 ends as a no-show when its day closes after its time', () => {
    const hall = scene().given(book(1, at(1)), book(2, at(3)), after(HALF));
    expect(hall.when(closeDay())).toMatchObject([
      { type: 'BookingExpired', booking: idOf(1), reason: 'no-show' },
      { type: 'DayClosed' },
    ]);
    // Closed by mistake: who is booked for later still may come.
    hall.given(openDay(config()), after(HALF), checkIn(2));
  });

  test('BOOK-8 ends as hall closed when a later day opens and its time never came', () => {
    const hall = scene().given(book(1, at(3)), book(2, at(1) + DAY, '2026-11-22'), closeDay());
    expect(hall.when(openDay(config(), '2026-11-24'))).toMatchObject([
      { type: 'BookingExpired', booking: idOf(1), reason: 'hall-closed' },
      { type: 'BookingExpired', booking: idOf(2), reason: 'hall-closed' },
      { type: 'DayOpened' },
    ]);
    expect(hall.hall().bookings).toEqual([]);
  });
});
