import { BusinessDay, HallId, TicketRef } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  addService,
  book,
  call,
  cancel,
  changeConfig,
  checkIn,
  closeDay,
  expire,
  issue,
  open,
  openDay,
  park,
  resumeTicket,
  start,
} from '../testing/commands.ts';
import { appointments, BOOKED, counter, hallConfig, NORMAL, service } from '../testing/config.ts';
import { after, minutes, numberCalled, OPENING_AT, openScene } from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { explainTicket } from './explain.ts';
import { allLive } from './live-tickets.ts';
import { viewOf } from './view.ts';

const VISITS = {
  ...{ stay: true, keepWait: true, first: false },
  ...{ parkMs: minutes(15), parkMaxMs: minutes(60), afterPark: 'return' as const },
};
const CARRIES = hallConfig({ visits: { ...VISITS, carryMs: minutes(90) } });
const TOMORROW = '2026-11-22';
const tomorrow = (schedule?: Parameters<typeof openDay>[2]) => openDay(CARRIES, TOMORROW, schedule);
const HOURS = minutes(60) * 24;

/** A001 is set aside at counter 1, kept for it. */
const evening = (config = CARRIES) =>
  openScene(config).given(
    ...[open('1'), issue(), after(minutes(2)), call('1'), addService('A001', 'account')],
    park('A001', '1', { keepFor: 'counter' }),
  );
const overNight = (config = CARRIES) => evening(config).given(closeDay(), after(HOURS));

describe('parked tickets over the cut-over', () => {
  test('PARK-6, DAY-3 a parked ticket ends as carried over and refuses no closing', () => {
    const scene = evening();
    expect(scene.when(closeDay())[0]).toEqual({
      ...{ type: 'TicketLeft', ticket: '20261121-0001', reason: 'carried-over' },
    });
    expect(allLive(scene.hall().tickets)).toEqual([]);
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, left: 1 } });
  });

  test('PARK-6 by default it ends as left at closing, and refuses a closing', () => {
    const scene = evening(hallConfig());
    expect(scene.refused(closeDay()).code).toBe('day-has-live-tickets');
    expect(scene.when(closeDay('end-remaining'))[0]).toMatchObject({ reason: 'left-at-closing' });
    expect(scene.when(openDay(hallConfig(), TOMORROW))).toHaveLength(1);
  });

  test('END-4, PARK-6 whom nobody had seen is no walk-out on the next day either', () => {
    const gone = cancel('A001', 'walked-out');
    expect(overNight().given(tomorrow()).refused(gone).state).toBe('parked');
    const served = openScene(CARRIES).given(open('1'), issue(), call('1'), start('A001', '1'));
    served.given(park('A001', '1'), closeDay(), after(HOURS), tomorrow());
    expect(served.when(gone)).toHaveLength(1);
  });

  test('PARK-6 the next day issues it again, set aside and kept as it was, its wait anew', () => {
    const scene = overNight();
    const [opened, issued, carried] = scene.when(tomorrow());
    const old = { ticket: '20261121-0001', number: 'A001' };
    const kept = { only: { counter: '1' } };
    expect(opened).toMatchObject({ type: 'DayOpened' });
    expect(issued).toMatchObject({
      ...{ type: 'TicketIssued', ticket: '20261122-0001', number: 'A001', place: 1 },
      ...{ service: 'cash', lane: 'normal', further: ['account'] },
      carried: { ...old, ...kept, untilAt: scene.now() + minutes(90) },
    });
    expect(carried).toEqual({
      ...{ type: 'TicketCarried', ticket: old.ticket },
      ...{ to: '20261122-0001', number: 'A001' },
    });
    expect(scene.ticket('A001')).toMatchObject({
      ...{ state: 'parked', ...kept, further: ['account'], leg: 0, carriedFrom: 'A001' },
      waitFromAt: scene.now(),
    });
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, entered: 0 } });
    expect(scene.hall().carried).toEqual([]);
  });

  test('PARK-6 whoever is there again goes first; whoever is not waits again when the time is over', () => {
    const there = overNight().given(tomorrow(), open('1'), issue(), after(minutes(5)));
    expect(numberCalled(there.given(resumeTicket('A001')), '1')).toBe('A001');
    const late = overNight().given(tomorrow(), issue());
    expect(nextDeadline(late.hall())).toBe(late.now() + minutes(90));
    const [resumed] = late.given(after(minutes(90))).when(expire());
    expect(resumed).toMatchObject({ type: 'TicketResumed', first: false });
  });

  test('PARK-6 its limit begins at the posted opening; a day that does not open has none', () => {
    const opensAt = OPENING_AT + HOURS + minutes(180);
    const span = { fromAt: opensAt, toAt: opensAt + minutes(480) };
    const scene = overNight().given(tomorrow({ issuing: [span], preIssueMs: 0 }));
    expect(scene.ticket('A001').validUntilAt).toBe(opensAt + minutes(90));
    const sunday = overNight().given(tomorrow({ issuing: [], preIssueMs: 0 }));
    expect(sunday.ticket('A001').validUntilAt).toBeNull();
    expect(nextDeadline(sunday.hall())).toBeNull();
    const monday = sunday.given(closeDay(), after(HOURS), openDay(CARRIES, '2026-11-23'));
    expect(monday.ticket('A001')).toMatchObject({ id: '20261123-0001', state: 'parked' });
  });

  test('PARK-6 several keep their order and take the first numbers of their series', () => {
    const two = evening().given(open('2'), issue('account'), call('2'), park('B001', '2'));
    two.given(issue(), call('1'), park('A002', '1'), closeDay(), after(HOURS), tomorrow());
    const numbers = allLive(two.hall().tickets).map(({ number, place }) => [number, place]);
    expect(numbers).toEqual([
      ['A001', 1],
      ['B001', 2],
      ['A002', 3],
    ]);
    expect(two.ticket('B001').carriedFrom).toBe('B001');
    two.given(issue());
    expect(two.ticket('A003').place).toBe(4);
  });

  test('PARK-6, DAY-5 a day that opens again has whom it had set aside, and takes nobody over', () => {
    const scene = evening().given(closeDay());
    expect(scene.when(openDay(CARRIES))).toEqual([
      { type: 'TicketRestored', ticket: '20261121-0001', state: 'parked' },
      { type: 'DayReopened', businessDay: '2026-11-21' },
    ]);
    expect(allLive(scene.hall().tickets)).toHaveLength(1);
    scene.given(closeDay(), after(HOURS), tomorrow());
    expect(allLive(scene.hall().tickets)).toHaveLength(1);
  });

  test('PARK-6, PARK-7 where the lane is gone it stands in the default one; without its service it does not go on', () => {
    const vip = openScene(CARRIES).given(open('1'), issue('cash', 'vip'), call('1'));
    vip.given(park('V001', '1'), closeDay());
    const lanes = hallConfig({ lanes: [NORMAL], visits: VISITS });
    expect(vip.given(changeConfig(lanes)).given(tomorrow()).ticket('A001')).toMatchObject({
      ...{ lane: 'normal', state: 'parked', carriedFrom: 'V001' },
      // The hall carries nobody any more: the longest limit of a parked ticket.
      validUntilAt: vip.now() + minutes(60),
    });
    const services = hallConfig({
      services: [service('account', { series: 'B' })],
      counters: [counter('1', 'account')],
    });
    const gone = evening().given(closeDay(), changeConfig(services));
    expect(gone.when(tomorrow()).slice(1)).toEqual([
      { type: 'TicketNotCarried', ticket: '20261121-0001', service: 'cash' },
    ]);
    expect(gone.hall().issued).toBe(0);
  });

  test('PARK-6, PROOF-2 staff see the former number; the explanation tells both ways', () => {
    const scene = overNight().given(tomorrow());
    const row = Object.values(viewOf(scene.hall(), 'counter').tickets)[0];
    expect(row).toMatchObject({ number: 'A001', carriedFrom: 'A001', state: 'parked' });
    expect(JSON.stringify(viewOf(scene.hall(), 'board'))).not.toContain('carried');
    const entries = scene.journal().map(({ at, event }, i) => ({
      ...{ seq: i + 1, at, event, commandId: 'x' as never },
      actor: { role: 'system' as const },
    }));
    const first = entries.findLastIndex(({ event }) => event.type === 'DayOpened');
    const told = (from: number, ref: string) =>
      explainTicket(HallId.parse('demo'), entries.slice(from), TicketRef.parse(ref))?.steps;
    expect(told(0, '20261121-0001')?.slice(-2)).toMatchObject([
      { kind: 'ended', reason: 'carried-over' },
      { kind: 'carried', number: 'A001', to: '20261122-0001' },
    ]);
    expect(told(first, 'A001')).toMatchObject([{ kind: 'issued', carried: { number: 'A001' } }]);
  });
});

describe('bookings over the cut-over', () => {
  test('BOOK-7 a booking of a later day outlives the roll-overs before it and is checked in on its day', () => {
    const config = hallConfig({ lanes: [NORMAL, BOOKED], appointments: appointments() });
    const slotAt = OPENING_AT + 2 * HOURS;
    const scene = openScene(config).given(book(1, slotAt, '2026-11-23'));
    scene.given(closeDay('end-remaining'), after(HOURS), openDay(config, TOMORROW));
    expect(scene.hall().bookings).toMatchObject([{ businessDay: '2026-11-23', startAt: slotAt }]);
    expect(scene.refused(checkIn(1)).code).toBe('booking-other-day');
    scene.given(closeDay('end-remaining'), after(HOURS), openDay(config, '2026-11-23'));
    expect(scene.when(checkIn(1))).toMatchObject([
      { type: 'TicketIssued', number: 'Y001', lane: 'booked' },
      { type: 'BookingCheckedIn' },
    ]);
    expect(scene.hall().day?.businessDay).toBe(BusinessDay.parse('2026-11-23'));
  });
});
