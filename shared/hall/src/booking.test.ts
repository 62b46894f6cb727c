import { describe, expect, test } from 'vitest';
import {
  book,
  call,
  cancelBooking,
  changeConfig,
  checkIn,
  closeDay,
  extendIssuing,
  finish,
  issue,
  moveBooking,
  open,
  openDay,
  resumeIssuing,
  stopIssuing,
  withdrawPlan,
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

  test('BOOK-2 shares the places of slots that overlap only where they do', () => {
    const two = { services: [{ ...appointments().services[0], capacity: 2 }] } as never;
    const hall = scene(two).given(book(1, at(2)), book(2, at(3)));
    // One place is left at each moment, and none beside the third.
    hall.given(book(3, at(2) + HALF / 2));
    for (const slot of [at(2), at(3), at(2) + HALF / 2]) {
      expect(hall.refused(book(4, slot)).code).toBe('slot-full');
    }
    hall.given(book(4, at(1)), book(5, at(4)));
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

describe('a booking in whose time nobody could check in', () => {
  const LATE = minutes(5);
  const stopped = (from: number, untilAt?: number) =>
    scene().given(book(1, at(1)), after(from), stopIssuing('equipment', untilAt));
  const lastMoment = (hall: ReturnType<typeof scene>, until: number): void => {
    hall.given(after(until - hall.now() + 1));
    expect(hall.refused(checkIn(1)).code).toBe('check-in-too-late');
  };

  test('BOOK-12, HOURS-4 has the whole late limit from the end of a stop', () => {
    const hall = () => stopped(HALF + minutes(1)).given(after(minutes(40)), resumeIssuing());
    const [begun, ended] = [HALF + minutes(1), minutes(40)];
    expect(hall().given(after(LATE)).when(checkIn(1))).toHaveLength(2);
    lastMoment(hall(), OPENING_AT + begun + ended + LATE);
  });

  test('BOOK-12 counts a stop that ends by itself, is overtaken, or follows another', () => {
    const until = at(1) + minutes(4);
    lastMoment(stopped(HALF, until), until + LATE);
    const extended = stopped(HALF, at(9)).given(
      after(minutes(2)),
      extendIssuing('customer-need', at(9)),
    );
    lastMoment(extended, at(1) + minutes(2) + LATE);
    const again = stopped(HALF, until).given(after(minutes(8)), stopIssuing('emergency'));
    lastMoment(again.given(after(minutes(8)), resumeIssuing()), at(1) + minutes(16) + LATE);
  });

  test('BOOK-12 counts no stop that was over by the booked time or began after the late limit', () => {
    const early = stopped(minutes(1)).given(after(minutes(29)), resumeIssuing());
    lastMoment(early, at(1) + LATE);
    const late = stopped(HALF + LATE + 1).given(after(minutes(2)), resumeIssuing());
    expect(late.refused(checkIn(1)).code).toBe('check-in-too-late');
  });

  test('BOOK-12 is told of the stop and of nothing else while it lasts', () => {
    const until = at(1) + minutes(20);
    const hall = stopped(HALF, until).given(after(minutes(15)));
    expect(hall.refused(checkIn(1))).toMatchObject({ code: 'issuing-stopped', retryAt: until });
  });

  test('BOOK-12 has the whole late limit from an opening that comes late', () => {
    const hall = scene().given(
      book(1, at(1) + DAY, '2026-11-22'),
      closeDay(),
      after(DAY + 3 * HALF),
    );
    hall.given(openDay(config(), '2026-11-22'), after(LATE));
    expect(hall.when(checkIn(1))).toHaveLength(2);
  });

  test('BOOK-12, BOOK-8 is no no-show when the day closes while it lasts, and one when it had its time', () => {
    const hall = () => stopped(HALF).given(after(minutes(50)));
    expect(hall().when(closeDay())).toMatchObject([{ type: 'DayClosed' }]);
    const resumed = () => hall().given(resumeIssuing());
    expect(resumed().given(after(LATE)).when(closeDay())).toHaveLength(1);
    expect(
      resumed()
        .given(after(LATE + 1))
        .when(closeDay())[0],
    ).toMatchObject({ reason: 'no-show' });
  });
});

describe('a booking under a configuration that is planned', () => {
  const MONDAY = '2026-11-22';
  const other = (more: Parameters<typeof appointments>[0] = {}) =>
    changeConfig(config(more), 'next-day');
  const offer = (more: object) =>
    ({ services: [{ ...appointments().services[0], ...more }] }) as never;

  test('BOOK-13 has the services and the capacity of the day it is for', () => {
    const hall = scene().given(other(offer({ service: 'account', capacity: 2 })));
    const next = at(1) + DAY;
    expect(hall.refused(book(1, next, MONDAY)).code).toBe('service-not-bookable');
    expect(hall.refused(book(1, at(1), '2026-11-21', 'account')).code).toBe('service-not-bookable');
    hall.given(book(1, next, MONDAY, 'account'), book(2, next, MONDAY, 'account'), book(3, at(1)));
    expect(hall.refused(book(4, next, MONDAY, 'account')).code).toBe('slot-full');
    expect(hall.refused(moveBooking(3, next, MONDAY)).code).toBe('service-not-bookable');
    expect(hall.refused(book(5, null)).code).toBe('slot-unknown');
  });

  test('BOOK-13 has those of the slot where it takes effect within a day', () => {
    const none = hallConfig({ lanes: [VIP, BOOKED, NORMAL] });
    const hall = scene().given(changeConfig(none, at(3)), book(1, at(2)));
    expect(hall.refused(book(2, at(3))).code).toBe('service-not-bookable');
    hall.given(withdrawPlan(2), book(2, at(3)));
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
    const hall = scene().given(book(1, at(1)), book(2, at(3)), after(HALF + minutes(5) + 1));
    expect(hall.when(closeDay())).toMatchObject([
      { type: 'BookingExpired', booking: idOf(1), reason: 'no-show' },
      { type: 'DayClosed' },
    ]);
    // Closed by mistake: who is booked for later still may come.
    hall.given(openDay(config()), after(HALF), checkIn(2));
  });

  test('BOOK-8 is none when its day closes within its time: it may be moved, and ends as hall closed', () => {
    const hall = scene().given(book(1, at(1)), book(2, at(1) + HALF), after(HALF + minutes(5)));
    expect(hall.when(closeDay())).toMatchObject([{ type: 'DayClosed' }]);
    hall.given(moveBooking(2, at(3) + DAY, '2026-11-22'));
    expect(hall.when(openDay(config(), '2026-11-22'))).toMatchObject([
      { type: 'BookingExpired', booking: idOf(1), reason: 'hall-closed' },
      { type: 'DayOpened', bookings: [{ booking: idOf(2) }] },
    ]);
  });

  test('BOOK-14 a shorter late limit costs nobody who has booked their booking', () => {
    const shorter = config({ lateMs: 0, earlyMs: 0 });
    const hall = scene({ lateMs: HALF }).given(book(1, at(1)), book(2, at(2)));
    hall.given(after(HALF + minutes(20)), changeConfig(shorter), checkIn(1), book(3, at(3)));
    hall.given(after(minutes(39)), checkIn(2), after(minutes(1) + 1));
    expect(hall.refused(checkIn(3)).code).toBe('check-in-too-late');
  });

  test('BOOK-14 a shorter early limit sends nobody away who was told to come', () => {
    const hall = scene({ earlyMs: HALF }).given(book(1, at(2)), book(2, at(3)));
    hall.given(changeConfig(config({ earlyMs: 0 })), moveBooking(2, at(4)));
    hall.given(after(HALF), checkIn(1), after(HALF + minutes(1)));
    expect(hall.refused(checkIn(2))).toEqual({ code: 'check-in-too-early', retryAt: at(4) });
  });

  test('BOOK-14 the widest limits told hold: of an earlier change, and of a plan that is withdrawn', () => {
    const late = (lateMs: number) => config({ lateMs });
    const hall = scene({ lateMs: 0 }).given(book(1, at(1)), changeConfig(late(HALF)));
    hall.given(changeConfig(late(minutes(10)), 'now', 2), after(2 * HALF), checkIn(1));
    const planned = scene({ lateMs: 0 }).given(changeConfig(late(HALF), at(1)), book(1, at(2)));
    planned.given(withdrawPlan(2), after(3 * HALF));
    expect(planned.hall().bookings).toMatchObject([{ limits: { lateMs: HALF } }]);
    planned.given(checkIn(1));
  });

  test('BOOK-14, BOOK-7 the opening of a day takes over what was told', () => {
    const { appointments: _, ...none } = config();
    const hall = scene({ lateMs: 2 * HALF, earlyMs: 0 });
    hall.given(book(1, at(1) + DAY, '2026-11-22'), changeConfig(hallConfig(none), 'next-day'));
    hall.given(closeDay(), after(DAY));
    const [opened] = hall.when(openDay(config(), '2026-11-22'));
    expect(opened).toMatchObject({ bookings: [{ limits: { lateMs: 2 * HALF } }] });
    hall.given(after(3 * HALF), checkIn(1));
  });

  test('BOOK-14, BOOK-8 is no no-show by a limit that was shortened under it', () => {
    const hall = scene({ lateMs: 2 * HALF }).given(book(1, at(1)), after(HALF + minutes(10)));
    hall.given(changeConfig(config({ lateMs: 0 })));
    expect(hall.when(closeDay())).toMatchObject([{ type: 'DayClosed' }]);
    expect(hall.hall().bookings).toHaveLength(1);
  });

  test('BOOK-8 is one after its whole slot, however late one may come, unless something was shut', () => {
    const late = { lateMs: DAY };
    const hall = scene(late).given(book(1, at(1)), after(2 * HALF));
    expect(hall.when(closeDay())[0]).toMatchObject({ reason: 'no-show' });
    const shut = scene(late).given(book(1, at(1)), after(HALF + minutes(1)));
    shut.given(stopIssuing('equipment'), after(HALF), resumeIssuing());
    expect(shut.when(closeDay())).toMatchObject([{ type: 'DayClosed' }]);
  });

  test('BOOK-8 is none either where something was shut after the slot, before the late limit', () => {
    const late = { lateMs: 2 * HALF };
    const shut = scene(late).given(book(1, at(1)), after(2 * HALF + minutes(5)));
    shut.given(stopIssuing('equipment'), after(minutes(5)), resumeIssuing());
    expect(shut.when(closeDay())).toMatchObject([{ type: 'DayClosed' }]);
    expect(shut.hall().bookings).toHaveLength(1);
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
