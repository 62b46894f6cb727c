import { JournalEntry } from '@tingxu/contract/events';
import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  addService,
  call,
  cancel,
  closeDay,
  finish,
  handOver,
  issue,
  open,
  openDay,
  rate,
  rateVisit,
  start,
} from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { feedEvents } from './feed-diff.ts';
import { phoneEvents, phoneView } from './phone-view.ts';
import { statisticsFold } from './statistics.ts';
import { viewOf } from './view.ts';

/** A001 has just been served at counter 1 by s1; A002 waits. */
const served = (): Scene =>
  openScene().given(
    ...[open('1'), issue(), issue(), call('1'), start('A001', '1')],
    ...[after(minutes(4)), finish('A001', '1')],
  );
const A001 = TicketId.parse('20261121-0001');
const A002 = TicketId.parse('20261121-0002');
const asks = (scene: Scene): unknown => viewOf(scene.hall(), 'pad').ratings;

describe('a rating', () => {
  test('RATE-1 every finished service is asked about where it ended, by nobody’s choice', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), start('A001', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
    scene.given(after(minutes(4)), finish('A001', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: scene.now() }, 2: { askedAt: null } });
  });

  test('RATE-2 names ticket, service, counter and whoever served, and is given once', () => {
    const scene = served();
    const askedAt = scene.now();
    scene.given(after(seconds(20)), handOver('1', 's9'));
    expect(scene.when(rate('1', askedAt, 4))).toEqual([
      {
        ...{ type: 'ServiceRated', ticket: '20261121-0001', leg: 0, counter: '1' },
        ...{ staff: 's1', score: 4, channel: 'pad' },
      },
    ]);
    expect(scene.refused(rate('1', askedAt, 1)).code).toBe('rating-closed');
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
  });

  test('RATE-2 comes within a minute, and for the service that ended last', () => {
    const scene = served();
    const askedAt = scene.now();
    expect(scene.refused(rate('1', askedAt - 1)).code).toBe('rating-closed');
    expect(scene.refused(rate('2', askedAt)).code).toBe('rating-closed');
    scene.given(after(seconds(60)));
    const late = served().given(after(seconds(60) + 1));
    expect(late.refused(rate('1', askedAt)).code).toBe('rating-closed');
    expect(scene.when(rate('1', askedAt))).toHaveLength(1);
  });

  test('RATE-3 the next service asks nothing about the one before', () => {
    const scene = served();
    const askedAt = scene.now();
    scene.given(after(seconds(5)), call('1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt } });
    scene.given(start('A002', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
    expect(scene.refused(rate('1', askedAt)).code).toBe('rating-closed');
  });

  test('RATE-4 a pad is told of its counters and of nothing else', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    const before = scene.hall();
    scene.given(finish('A001', '1'));
    expect(feedEvents(before, scene.hall(), 'pad')).toEqual([
      { type: 'rating', row: { counter: '1', askedAt: scene.now() } },
    ]);
    const { profile, ...told } = viewOf(served().hall(), 'pad');
    expect(JSON.stringify(told)).not.toMatch(/A001|s1|2026112/);
    expect(profile?.hall).toBe('demo');
    for (const audience of ['board', 'kiosk', 'counter'] as const) {
      expect(JSON.stringify(viewOf(served().hall(), audience))).not.toContain('askedAt');
    }
  });

  test('RATE-5 the statistics tell what was asked and answered, for the counter and the person', () => {
    const scene = served();
    scene.given(rate('1', scene.now(), 2), call('1'), after(minutes(1)), finish('A002', '1'));
    const fold = statisticsFold();
    for (const [seq, { at, event }] of scene.journal().entries()) {
      fold.add(
        JournalEntry.parse({
          ...{ seq: seq + 1, at, event, commandId: 'c-00000001' },
          actor: { role: 'system' },
        }),
      );
    }
    const ratings = { asked: 2, answered: 1, scoreSum: 2 };
    expect(fold.figures()).toMatchObject({
      counters: { 1: { ratings } },
      staff: { s1: { ratings } },
    });
  });

  test('RATE-6 is given on the phone when the visit has ended served, until the day closes', () => {
    const scene = served();
    scene.given(after(minutes(200)), handOver('1', 's9'), open('2'));
    expect(scene.when(rateVisit(A001, 4))).toEqual([
      {
        ...{ type: 'ServiceRated', ticket: A001, leg: 0, counter: '1' },
        ...{ staff: 's1', score: 4, channel: 'phone' },
      },
    ]);
    const late = served().given(call('1'), finish('A002', '1'), closeDay());
    expect(late.refused(rateVisit(A001)).code).toBe('rating-closed');
    expect(phoneView(late.hall(), A001).rating).toBeNull();
    late.given(openDay(hallConfig()));
    expect(phoneView(late.hall(), A001).rating).toMatchObject({ given: false });
    expect(late.when(rateVisit(A001))).toHaveLength(1);
    late.given(closeDay(), openDay(hallConfig(), '2026-11-22'));
    expect(late.refused(rateVisit(A002)).code).toBe('rating-closed');
  });

  test('RATE-6 has one vote, whichever way it came first', () => {
    const byPad = served();
    byPad.given(rate('1', byPad.now(), 2));
    expect(byPad.refused(rateVisit(A001)).code).toBe('already-rated');
    const byPhone = served();
    const askedAt = byPhone.now();
    byPhone.given(rateVisit(A001));
    expect(asks(byPhone)).toMatchObject({ 1: { askedAt: null } });
    expect(byPhone.refused(rate('1', askedAt)).code).toBe('rating-closed');
    expect(byPhone.refused(rateVisit(A001)).code).toBe('already-rated');
  });

  test('RATE-6 a vote on the phone leaves the question to the next customer alone', () => {
    const scene = served().given(call('1'), after(minutes(2)), finish('A002', '1'));
    const askedAt = scene.now();
    scene.given(rateVisit(A001));
    expect(asks(scene)).toMatchObject({ 1: { askedAt } });
    expect(scene.when(rate('1', askedAt))).toMatchObject([{ ticket: A002 }]);
  });

  test('RATE-6 is about the service that the visit ended with; a pad’s vote of one before is another', () => {
    const scene = openScene().given(open('1'), issue(), addService('A001', 'cash'), call('1'));
    scene.given(finish('A001', '1'));
    scene.given(rate('1', scene.now(), 1));
    expect(scene.refused(rateVisit(A001)).code).toBe('visit-not-served');
    scene.given(after(minutes(1)), finish('A001', '1'));
    expect(scene.when(rateVisit(A001))).toMatchObject([{ leg: 1 }]);
  });

  test('RATE-6 nothing is rated that did not end served', () => {
    const scene = served().given(cancel('A002'));
    expect(scene.refused(rateVisit(A002)).code).toBe('visit-not-served');
    expect(scene.refused(rateVisit('20261121-0009')).code).toBe('ticket-unknown');
    expect(scene.refused(rateVisit('20261120-0001')).code).toBe('rating-closed');
  });

  test('RATE-6, RATE-4 the phone is told of its own ticket whether it may be rated', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    const before = scene.hall();
    scene.given(finish('A001', '1'));
    const row = { number: 'A001', counter: '1' };
    expect(phoneEvents(before, scene.hall(), A001)).toEqual([
      { type: 'phone', row: null, rating: { ...row, given: false } },
    ]);
    expect(phoneEvents(before, scene.hall(), A002)).toEqual([]);
    scene.given(rateVisit(A001));
    expect(phoneView(scene.hall(), A001)).toMatchObject({
      ticket: null,
      rating: { ...row, given: true },
    });
  });
});
