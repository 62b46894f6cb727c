import type { PostedDay, Schedule } from '@tingxu/contract/hours';
import { BusinessDay, LaneId, ServiceId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  changeConfig,
  closeDay,
  expire,
  extendIssuing,
  issue,
  openDay,
  stopIssuing,
} from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, by, emptyScene, minutes, OPENING_AT, seconds } from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { dayRow } from './profile-rows.ts';
import { viewOf } from './view.ts';

const at = (minute: number): number => OPENING_AT + minutes(minute);
const until = (minute: number, more: Partial<Schedule> = {}): Schedule => ({
  ...{ issuing: [{ fromAt: at(0), toAt: at(minute) }], preIssueMs: minutes(5) },
  ...more,
});
const TODAY = BusinessDay.parse('2026-11-21');
const on = (schedule: Schedule | null, businessDay = TODAY): PostedDay => ({
  businessDay,
  schedule,
});
/** Issuing until minute 200. */
const posted = (schedule = until(200)) =>
  emptyScene().given(openDay(hallConfig(), '2026-11-21', schedule));
const change = (hours: PostedDay, when: 'now' | 'next-day' | number = 'now', basedOn = 1) => ({
  ...changeConfig(hallConfig(), when, basedOn),
  posted: hours,
});
const kiosk = by('kiosk', issue());
const issuing = (scene: ReturnType<typeof posted>) => dayRow(scene.hall()).issuing;

describe('posted hours that change within the day', () => {
  test('HOURS-11 a change at once brings the hours of today with it, and everybody sees them', () => {
    const scene = posted().given(after(minutes(70)));
    expect(scene.when(change(on(until(60))))).toMatchObject([
      { type: 'ConfigurationChanged', schedule: until(60) },
    ]);
    expect(issuing(scene)).toEqual({ state: 'over', untilAt: null, reason: null });
    expect(scene.refused(kiosk).code).toBe('issuing-over');
    scene.given(change(on(until(90)), 'now', 2), kiosk);
    expect(issuing(scene)).toMatchObject({ state: 'open', untilAt: at(90) });
    expect(nextDeadline(scene.hall())).toBe(at(90));
    scene.given(change(on(null), 'now', 3), kiosk);
    expect(issuing(scene)).toBeUndefined();
  });

  test('HOURS-11 a plan brings them at its instant, not before', () => {
    const scene = posted().given(change(on(until(60)), at(30)), after(minutes(30) - 1));
    expect(issuing(scene)).toMatchObject({ untilAt: at(200) });
    scene.given(after(1));
    expect(scene.when(expire())).toMatchObject([
      { type: 'ConfigurationChanged', schedule: until(60) },
    ]);
    expect(issuing(scene)).toMatchObject({ state: 'open', untilAt: at(60) });
  });

  test('HOURS-11 hours of another day change nothing today, nor do those that stay the same', () => {
    const scene = posted();
    const [other] = scene.when(change(on(until(60), BusinessDay.parse('2026-11-22'))));
    expect(other).not.toHaveProperty('schedule');
    const [same] = scene.when(change(on(until(200)), 'now', 2));
    expect(same).not.toHaveProperty('schedule');
    expect(scene.when(change(on(until(60)), 'next-day', 3))[0]).not.toHaveProperty('posted');
    expect(issuing(scene)).toMatchObject({ untilAt: at(200) });
  });

  test('HOURS-11, HOURS-4 a stop and an extension stay in force', () => {
    const stopped = posted().given(stopIssuing('equipment'), change(on(until(60))));
    expect(issuing(stopped)).toMatchObject({ state: 'stopped', reason: 'equipment' });
    expect(stopped.refused(kiosk).code).toBe('issuing-stopped');
    const extended = posted().given(extendIssuing('customer-need', at(120)));
    extended.given(change(on(until(60))), after(minutes(90)), kiosk);
    expect(issuing(extended)).toMatchObject({ state: 'extended', untilAt: at(120) });
  });

  test('HOURS-11, HOURS-6 they tell the turns that they overtake, and leave a turn that has come', () => {
    const scene = posted().given(after(minutes(200)), change(on(until(200))));
    expect(scene.when(expire())).toEqual([{ type: 'IssuingTurned', state: 'over' }]);
    const other = posted().given(after(minutes(200)), change(on(until(200.5))), after(seconds(29)));
    expect(other.when(expire())).toEqual([]);
    expect(other.given(after(seconds(1))).when(expire())).toHaveLength(1);
  });

  test('HOURS-11, HOURS-3 whoever has a ticket keeps the opening that held at its issue', () => {
    const early = { issuing: [{ fromAt: at(10), toAt: at(60) }], preIssueMs: minutes(15) };
    const scene = posted(early).given(issue(), change(on(until(60))), issue());
    expect(scene.ticket('A001').preOpeningMs).toBe(minutes(10));
    expect(scene.ticket('A002').preOpeningMs).toBe(0);
  });

  test('HOURS-11, DAY-5 a closed day opens again with them', () => {
    const scene = posted().given(closeDay(), change(on(until(60))), after(minutes(60)), openDay());
    expect(issuing(scene)).toMatchObject({ state: 'over' });
  });
});

describe('a lane or a service outside its own hours', () => {
  const account = ServiceId.parse('account');
  const vip = LaneId.parse('vip');
  const span = { fromAt: at(30), toAt: at(40) };
  const own = until(200, { lanes: { [vip]: [span] }, services: { [account]: [span] } });
  const rows = (scene: ReturnType<typeof posted>) => {
    const { services, lanes } = viewOf(scene.hall(), 'kiosk');
    return [services[account]?.issuing, lanes[vip]?.issuing];
  };
  const notYet = { state: 'not-yet', untilAt: at(30), reason: null };
  const over = { state: 'over', untilAt: null, reason: null };

  test('HOURS-12 its row says so with its next time, and each of its turns is a fact', () => {
    const scene = posted(own);
    expect(rows(scene)).toEqual([notYet, notYet]);
    expect(nextDeadline(scene.hall())).toBe(at(30));
    scene.given(after(minutes(30)));
    expect(scene.when(expire())).toEqual([{ type: 'IssuingTurned', state: 'open' }]);
    expect(rows(scene)).toEqual([undefined, undefined]);
    scene.given(after(minutes(10)), expire());
    expect(rows(scene)).toEqual([over, over]);
    expect(viewOf(scene.hall(), 'kiosk').services['cash' as ServiceId]).not.toHaveProperty(
      'issuing',
    );
  });

  test('HOURS-12, HOURS-5 not while an extension lets everybody have a number', () => {
    const scene = posted(own).given(extendIssuing('customer-need', at(20)));
    expect(rows(scene)).toEqual([undefined, undefined]);
    scene.given(issue('account'), after(minutes(20)), expire());
    expect(rows(scene)).toEqual([notYet, notYet]);
    expect(rows(scene.given(closeDay('end-remaining')))).toEqual([undefined, undefined]);
  });
});
