import { describe, expect, test } from 'vitest';
import {
  book,
  call,
  changeConfig,
  checkIn,
  closeDay,
  comeBack,
  expire,
  finish,
  issue,
  issueWith,
  miss,
  moveBooking,
  open,
  openDay,
  park,
  recall,
  start,
} from '../testing/commands.ts';
import { appointments, BOOKED, counter, hallConfig, lane, NORMAL } from '../testing/config.ts';
import { after, minutes, numberCalled, OPENING_AT, openScene, seconds } from '../testing/scene.ts';
import { explainTicket } from './explain.ts';

const HALL = hallConfig({ lanes: [NORMAL, BOOKED], appointments: appointments() });
const VISITS = {
  ...{ stay: true, keepWait: true, first: false, afterPark: 'return' as const },
  ...{ parkMs: minutes(15), parkMaxMs: minutes(60), carryMs: minutes(90) },
};
const idOf = (ordinal: number): string => `20261121-000${ordinal}`;
const reopened = { type: 'DayReopened', businessDay: '2026-11-21' };

/** A001 has missed its call and may come back for an hour. */
const missedScene = (config = HALL) =>
  openScene(config)
    .given(open('1'), issue(), call('1'), after(seconds(20)), recall('A001', '1'))
    .given(after(seconds(20)), miss('A001', '1'));

describe('a day that opens again', () => {
  test('DAY-5, END-1 takes back the no-shows of its closing: whoever missed a call may still return', () => {
    const scene = missedScene();
    const before = scene.ticket('A001');
    scene.given(closeDay());
    expect(scene.hall().totals).toMatchObject({ normal: { noShow: 1 } });
    expect(scene.refused(comeBack('A001')).code).toBe('day-not-open');
    scene.given(after(minutes(5)));
    expect(scene.when(openDay())).toEqual([
      { type: 'TicketRestored', ticket: idOf(1), state: 'missed' },
      reopened,
    ]);
    expect(scene.ticket('A001')).toEqual(before);
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, noShow: 0 } });
    scene.given(comeBack('A001'), open('1'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('DAY-5, MISS-6 the time to return runs on while the day is closed', () => {
    const scene = missedScene().given(closeDay(), after(minutes(61)), openDay());
    expect(scene.refused(comeBack('A001')).code).toBe('return-expired');
    expect(scene.when(expire())).toEqual([
      { type: 'TicketExpired', ticket: idOf(1), why: 'time-over' },
    ]);
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, noShow: 1 } });
  });

  test('DAY-5, BOOK-8 takes back the no-shows of bookings, which are late as they were and may be moved', () => {
    const slot = OPENING_AT + minutes(30);
    const scene = openScene(HALL).given(book(1, slot), book(2, slot + minutes(60)));
    scene.given(after(minutes(36)), closeDay());
    expect(scene.hall().bookings).toHaveLength(1);
    expect(scene.given(after(minutes(10))).when(openDay())).toEqual([
      { type: 'BookingRestored', booking: '1'.repeat(32) },
      reopened,
    ]);
    expect(scene.refused(checkIn(1)).code).toBe('check-in-too-late');
    expect(scene.when(closeDay())[0]).toMatchObject({ reason: 'no-show' });
    scene.given(openDay(), moveBooking(1, slot + minutes(30)));
    expect(scene.when(checkIn(1))).toMatchObject([{ type: 'TicketIssued' }, {}]);
  });

  test('DAY-5, BOOK-12 whose time the closing cut short has the whole late limit from the reopening', () => {
    const slot = OPENING_AT + minutes(30);
    const scene = openScene(HALL).given(book(1, slot), after(minutes(34)), closeDay());
    expect(scene.given(after(minutes(90))).when(openDay())).toEqual([reopened]);
    scene.given(after(minutes(5)));
    expect(scene.when(checkIn(1))).toMatchObject([{ type: 'TicketIssued' }, {}]);
  });

  test('DAY-5 who waited, filled in forms or was set aside is where they were', () => {
    const scene = openScene(hallConfig({ visits: VISITS })).given(open('1'), issue(), issue());
    scene.given(call('1'), park('A001', '1'), issueWith({ preparing: true }));
    const before = ['A001', 'A002', 'A003'].map(scene.ticket);
    scene.given(after(minutes(1)), closeDay('end-remaining'));
    expect(scene.hall().carried).toHaveLength(1);
    expect(scene.when(openDay())).toEqual([
      { type: 'TicketRestored', ticket: idOf(1), state: 'parked' },
      { type: 'TicketRestored', ticket: idOf(2), state: 'waiting' },
      { type: 'TicketRestored', ticket: idOf(3), state: 'preparing' },
      reopened,
    ]);
    expect(['A001', 'A002', 'A003'].map(scene.ticket)).toEqual(before);
    expect(scene.hall()).toMatchObject({ carried: [], totals: { normal: { issued: 3, left: 0 } } });
    // It is in this day again, and only there.
    scene.given(closeDay('end-remaining'));
    expect(scene.hall().carried).toHaveLength(1);
  });

  test('DAY-5, CTR-8, SERVE-2 whoever was at a counter waits before everybody, nothing of it lost', () => {
    const scene = openScene().given(
      open('1'),
      open('2'),
      issue(),
      issue(),
      issue(),
      after(seconds(60)),
    );
    scene.given(call('1'), start('A001', '1'), call('2'), after(seconds(90)));
    scene.given(closeDay('end-remaining'), after(minutes(10)));
    expect(scene.when(openDay())).toEqual([
      { type: 'TicketRestored', ticket: idOf(1), state: 'waiting', place: 4, servedMs: 90_000 },
      { type: 'TicketRestored', ticket: idOf(2), state: 'waiting', place: 5 },
      { type: 'TicketRestored', ticket: idOf(3), state: 'waiting' },
      reopened,
    ]);
    expect(scene.counter('1')).toMatchObject({ state: 'closed', ticket: null });
    expect(scene.ticket('A001')).toMatchObject({ first: true, servedMs: 90_000 });
    scene.given(open('2'));
    const numbers = [1, 2, 3].map(() => {
      const number = numberCalled(scene, '2');
      scene.given(start(number, '2'), after(seconds(30)), finish(number, '2'));
      return number;
    });
    expect(numbers).toEqual(['A001', 'A002', 'A003']);
    // A001 a minute until its call and ten from the closing on; the others since they came.
    expect(scene.hall().totals).toMatchObject({
      normal: { served: 3, left: 0, waits: 3, waitSumMs: minutes(37.5) },
    });
    const finished = scene.journal().find(({ event }) => event.type === 'ServiceFinished');
    expect(finished?.event).toMatchObject({ ticket: idOf(1), serviceMs: 120_000 });
  });

  test('DAY-5 leaves ended whom the hall could not serve any more', () => {
    const scene = missedScene(hallConfig({ lanes: [NORMAL, lane('other')] }));
    scene.given(issue('account'), issue('cash', 'other'), closeDay('end-remaining'));
    const without = hallConfig({ counters: [counter('1', 'cash')] });
    scene.given(changeConfig(without));
    expect(scene.when(openDay())).toEqual([
      { type: 'TicketRestored', ticket: idOf(1), state: 'missed' },
      reopened,
    ]);
    expect(scene.hall().totals).toMatchObject({ normal: { left: 1 }, other: { left: 1 } });
  });

  test('DAY-5 only of its own closing: what ended before stays ended, and so does the day before', () => {
    const scene = missedScene().given(after(minutes(61)), expire(), closeDay());
    expect(scene.when(openDay())).toEqual([reopened]);
    scene.given(issue(), closeDay('end-remaining'), openDay(), closeDay('end-remaining'));
    expect(scene.hall().closing?.tickets).toHaveLength(1);
    scene.given(openDay(hallConfig(), '2026-11-22'), closeDay());
    expect(scene.when(openDay(hallConfig(), '2026-11-22'))).toHaveLength(1);
  });

  test('DAY-5, PROOF-2 the trail of a ticket tells both, and why it goes first', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), closeDay('end-remaining'));
    scene.given(openDay(), open('1'), call('1'));
    const journal = scene.journal().map(({ at, event }, index) => ({
      ...{ seq: index + 1, at, event },
      ...{
        commandId: '00000000-0000-4000-8000-000000000000' as never,
        actor: { role: 'lobby' } as const,
      },
    }));
    const steps = explainTicket(scene.hall().hall, journal, 'A001' as never)?.steps;
    expect(steps?.map(({ kind }) => kind)).toEqual([
      'issued',
      'called',
      'ended',
      'restored',
      'called',
    ]);
    expect(steps?.at(-1)).toMatchObject({ reasons: { how: 'alone' } });
  });
});
