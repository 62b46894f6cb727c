import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay } from '@tingxu/contract/ids';
import { emptyHall } from '@tingxu/hall/state';
import { describe, expect, it } from 'vitest';
import { CONFIG } from '../runtime/testing/hall-fixture.ts';
import { openingOf, postedDoors, scheduleOf } from './posted-hours.ts';

const WEEK = {
  mon: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  sun: [{ from: '10:00', to: '16:00' }],
};
const config = (hours: object, more: object = {}): HallConfig =>
  HallConfig.parse({ ...CONFIG, ...more, hours: { week: WEEK, ...hours } });
const day = (text: string): BusinessDay => BusinessDay.parse(text);
const at = (text: string): number => Date.parse(text);
const spans = (hall: HallConfig, text: string) =>
  scheduleOf(hall, day(text))?.issuing.map(({ fromAt, toAt }) =>
    [fromAt, toAt].map((instant) => new Date(instant).toISOString().slice(5, 16)),
  );

describe('posted hours of a day', () => {
  it('HOURS-1 are none where the configuration has none', () => {
    expect(scheduleOf(CONFIG, day('2026-11-23'))).toBeUndefined();
    const opening = openingOf(emptyHall(CONFIG.hall), CONFIG, day('2026-11-23'), 0);
    expect(opening).not.toHaveProperty('schedule');
  });

  it('HOURS-1 follow the weekday, or what is posted for the date; no hours mean closed', () => {
    const hall = config({
      holidays: { '2026-11-30': [], '2026-12-07': [{ from: '09:00', to: '11:00' }] },
    });
    expect(spans(hall, '2026-11-23')).toEqual([
      ['11-23T01:00', '11-23T04:00'],
      ['11-23T05:30', '11-23T09:00'],
    ]);
    expect(spans(hall, '2026-11-29')).toEqual([['11-29T02:00', '11-29T08:00']]);
    expect(spans(hall, '2026-11-24')).toEqual([]);
    expect(spans(hall, '2026-11-30')).toEqual([]);
    expect(spans(hall, '2026-12-07')).toEqual([['12-07T01:00', '12-07T03:00']]);
    expect(postedDoors(hall, day('2026-11-24'))).toBeNull();
  });

  it('HOURS-2 end some minutes before the last closing, and let staff begin five minutes early', () => {
    const hall = config({ cutOffMinutes: 30 });
    expect(spans(hall, '2026-11-23')?.[1]?.[1]).toBe('11-23T08:30');
    expect(scheduleOf(hall, day('2026-11-23'))?.preIssueMs).toBe(5 * 60_000);
    expect(scheduleOf(config({ preIssueMinutes: 0 }), day('2026-11-23'))?.preIssueMs).toBe(0);
    expect(postedDoors(hall, day('2026-11-23'))).toEqual({
      fromAt: at('2026-11-23T09:00+08:00'),
      toAt: at('2026-11-23T17:00+08:00'),
    });
    expect(spans(config({ cutOffMinutes: 240 }), '2026-11-23')).toHaveLength(1);
  });

  it('HOURS-1 are by the clock of the hall on days of 23 and 25 hours, and at night', () => {
    const week = { sun: [{ from: '22:00', to: '03:30' }], sat: [{ from: '23:00', to: '04:00' }] };
    const hall = config({ week }, { zone: 'Europe/Berlin' });
    expect(spans(hall, '2026-10-24')).toEqual([['10-24T21:00', '10-25T03:00']]);
    expect(spans(hall, '2026-03-28')).toEqual([['03-28T22:00', '03-29T02:00']]);
    expect(spans(hall, '2026-03-29')).toEqual([['03-29T20:00', '03-30T01:30']]);
    const skipped = config(
      { week: { sun: [{ from: '02:10', to: '02:50' }] } },
      { zone: 'Europe/Berlin', cutOverHour: 0 },
    );
    expect(spans(skipped, '2026-03-29')).toEqual([]);
    expect(spans(skipped, '2026-10-25')).toEqual([['10-25T00:10', '10-25T00:50']]);
  });

  it('HOURS-7 are made for lanes and services of their own', () => {
    const own = { mon: [{ from: '14:00', to: '16:00' }] };
    const hall = config({ lanes: { vip: own }, services: { open: own } });
    const span = [{ fromAt: at('2026-11-23T14:00+08:00'), toAt: at('2026-11-23T16:00+08:00') }];
    expect(scheduleOf(hall, day('2026-11-23'))).toMatchObject({
      lanes: { vip: span },
      services: { open: span },
    });
    expect(scheduleOf(hall, day('2026-11-29'))).toMatchObject({ lanes: { vip: [] } });
  });

  it.each([
    ['run backwards', { week: { mon: [{ from: '12:00', to: '09:00' }] } }],
    ['are empty', { week: { mon: [{ from: '09:00', to: '09:00' }] } }],
    ['cross the cut-over hour', { week: { mon: [{ from: '22:00', to: '05:00' }] } }],
    ['overlap', { holidays: { '2026-12-07': [...WEEK.mon, { from: '16:00', to: '18:00' }] } }],
    ['name no lane of the hall', { lanes: { gold: {} } }],
    ['name no service of the hall', { services: { gold: {} } }],
    ['are no times', { week: { mon: [{ from: '9:00', to: '24:00' }] } }],
  ])('HOURS-1 are refused when they %s', (_, hours) => {
    expect(() => config(hours)).toThrow();
  });
});
