import { adminTrail } from '@tingxu/i18n/admin-trail';
import { session } from '@tingxu/i18n/session';
import { describe, expect, it } from 'vitest';
import { detailsOf } from './details.ts';
import { ANYTHING, queryOf } from './entries-model.ts';

const ZONE = 'Asia/Shanghai';
const telling = {
  words: adminTrail['zh-CN'],
  roles: session['zh-CN'].role,
  names: new Map([['d-000000000001', '入口取号机']]),
};

describe('the trail of people and devices', () => {
  it('AUTH-15 is asked for as much as was typed; a day is one of the hall', () => {
    expect(queryOf(ANYTHING, ZONE, null)).toBe('');
    expect(queryOf({ person: 't01', what: 'signed-in', day: '' }, ZONE, 7)).toBe(
      '?person=t01&what=signed-in&before=7',
    );
    const day = new URLSearchParams(queryOf({ ...ANYTHING, day: '2026-12-31' }, ZONE, null));
    expect(day.get('from')).toBe('2026-12-30T16:00:00.000Z');
    expect(day.get('until')).toBe('2026-12-31T16:00:00.000Z');
  });

  it('AUTH-15 a day of 23 hours is as long as it is', () => {
    const day = new URLSearchParams(
      queryOf({ ...ANYTHING, day: '2026-03-29' }, 'Europe/Berlin', null),
    );
    const length = Date.parse(day.get('until') ?? '') - Date.parse(day.get('from') ?? '');
    expect(length).toBe(23 * 3_600_000);
  });

  it('AUTH-15 what stands besides is told in words, and nothing of it is left out', () => {
    expect(detailsOf({ roles: ['teller', 'lobby'], halls: null }, telling)).toEqual([
      ...['柜员', '大堂经理', '所有网点'],
    ]);
    expect(detailsOf({ device: 'd-000000000001', address: '10.0.0.9' }, telling)).toEqual([
      ...['设备 入口取号机', '地址 10.0.0.9'],
    ]);
    expect(detailsOf({ place: { counter: '3' }, disabled: true, device: null }, telling)).toEqual([
      ...['3 号窗口', '停用'],
    ]);
    expect(detailsOf({ later: 1 }, telling)).toEqual(['later 1']);
  });
});
