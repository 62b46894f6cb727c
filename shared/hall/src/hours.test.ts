import type { Schedule } from '@tingxu/contract/hours';
import { LaneId, ServiceId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import {
  addService,
  call,
  closeDay,
  expire,
  extendIssuing,
  finish,
  issue,
  issueWith,
  open,
  openDay,
  postNextOpening,
  resumeIssuing,
  start,
  stopIssuing,
} from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import {
  after,
  by,
  emptyScene,
  minutes,
  OPENING_AT,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { dayRow } from './profile-rows.ts';
import { ticketRow } from './ticket-rows.ts';

const between = (from: number, to: number) => ({
  fromAt: OPENING_AT + minutes(from),
  toAt: OPENING_AT + minutes(to),
});
/** Doors open in ten minutes, with a pause from 60 to 90, until 200. */
const SCHEDULE: Schedule = {
  issuing: [between(10, 60), between(90, 200)],
  preIssueMs: minutes(5),
};
const posted = (more: Partial<Schedule> = {}): Scene =>
  emptyScene().given(openDay(hallConfig(), '2026-11-21', { ...SCHEDULE, ...more }));
const kiosk = by('kiosk', issue());

describe('posted hours', () => {
  it('HOURS-1 without posted hours tickets are issued whenever the day is open', () => {
    const scene = openScene();
    expect(dayRow(scene.hall())).not.toHaveProperty('issuing');
    expect(nextDeadline(scene.hall())).toBeNull();
    expect(scene.when(kiosk)).toHaveLength(1);
  });

  it('HOURS-1 the instants of the day enter the journal with its opening', () => {
    expect(posted().journal()[0]?.event).toMatchObject({ schedule: SCHEDULE });
  });

  it('HOURS-2 a kiosk issues from the opening up to the closing, and says when it opens next', () => {
    const scene = posted();
    expect(scene.refused(kiosk)).toEqual({
      code: 'issuing-not-yet',
      state: 'hall',
      retryAt: OPENING_AT + minutes(10),
    });
    scene.given(after(minutes(10) - 1));
    scene.refused(kiosk);
    scene.given(after(1), kiosk, after(minutes(50) - 1), kiosk, after(1));
    expect(scene.refused(kiosk).retryAt).toBe(OPENING_AT + minutes(90));
    scene.given(after(minutes(140) - 1), kiosk, after(1));
    expect(scene.refused(kiosk)).toEqual({ code: 'issuing-over', state: 'hall' });
  });

  it('HOURS-2 staff issue five minutes before an opening, and not after the cut-off', () => {
    const scene = posted().given(after(minutes(5) - 1));
    expect(scene.refused(issue()).retryAt).toBe(OPENING_AT + minutes(5));
    scene.given(after(1), issue());
    scene.refused(kiosk);
    scene.given(after(minutes(195)));
    expect(scene.refused(issue()).code).toBe('issuing-over');
  });

  it('HOURS-3 the wait before the opening is told apart and counts neither as wait nor against the promise', () => {
    const scene = posted().given(after(minutes(6)));
    expect(scene.when(issue())).toMatchObject([{ preOpeningMs: minutes(4) }]);
    const row = ticketRow(scene.hall(), scene.ticket('A001'));
    expect(row.waitCountsFromAt).toBe(OPENING_AT + minutes(10));
    expect(row.waitFromAt).toBe(OPENING_AT + minutes(6));
    // Called 16 min after the issue: 12 min after the opening, within the promise of 15 min.
    scene.given(open('1'), after(minutes(16)), call('1'), finish('A001', '1'));
    const normal = scene.hall().totals[LaneId.parse('normal')];
    expect(normal).toMatchObject({ within: 1, waitSumMs: minutes(12) });
    expect(scene.when(kiosk)[0]).not.toHaveProperty('preOpeningMs');
  });

  it('HOURS-3 down to the last millisecond before the opening, and not at the opening itself', () => {
    const scene = posted().given(after(minutes(10) - 1));
    expect(scene.when(issue())).toMatchObject([{ preOpeningMs: 1 }]);
    expect(scene.given(after(1)).when(issue())[0]).not.toHaveProperty('preOpeningMs');
  });

  it('HOURS-3 somebody who is called before the opening has not waited at all', () => {
    const scene = posted().given(after(minutes(6)), issue(), open('1'));
    scene.given(call('1'), finish('A001', '1'));
    expect(scene.hall().totals[LaneId.parse('normal')]).toMatchObject({ waitSumMs: 0 });
  });

  it('HOURS-7 lanes and services may have hours of their own, inside those of the hall', () => {
    const own = { lanes: { [LaneId.parse('vip')]: [between(20, 40)] } };
    const scene = posted({ ...own, services: { [ServiceId.parse('account')]: [between(30, 40)] } });
    scene.given(after(minutes(10)));
    expect(scene.refused(issue('cash', 'vip'))).toMatchObject({
      code: 'issuing-not-yet',
      state: 'vip',
    });
    expect(scene.refused(issue('account')).state).toBe('account');
    scene.given(after(minutes(5)), issue('cash', 'vip'), after(minutes(15)), issue('account'));
    scene.given(after(minutes(10)));
    expect(scene.refused(issue('cash', 'vip')).code).toBe('issuing-over');
    scene.given(issue());
  });

  it('HOURS-7, LEG-1 a ticket needs the hours of every service that it is issued for, one added later none', () => {
    const scene = posted({ services: { [ServiceId.parse('account')]: [between(20, 30)] } });
    const both = issueWith({ further: ['account'] });
    expect(scene.given(after(minutes(10))).refused(both)).toMatchObject({
      code: 'issuing-not-yet',
      state: 'account',
    });
    scene.given(after(minutes(15)), both, after(minutes(10)));
    expect(scene.refused(both)).toMatchObject({ code: 'issuing-over', state: 'account' });
    scene.given(issue(), addService('A002', 'account'));
    // Whoever was in time is served: the second service does not end with its hours.
    scene.given(open('2'), call('2'), start('A001', '2'), finish('A001', '2'));
    expect(scene.ticket('A001')).toMatchObject({ service: 'account', leg: 1 });
  });
});

describe('departing from the posted hours', () => {
  it('HOURS-4 a manager stops issuing with a reason that everybody sees, until an instant', () => {
    const scene = posted().given(after(minutes(20)));
    const untilAt = scene.now() + minutes(15);
    expect(scene.when(stopIssuing('overcrowded', untilAt))).toEqual([
      { type: 'IssuingStopped', reason: 'overcrowded', untilAt },
    ]);
    const row = { state: 'stopped', untilAt, reason: 'overcrowded' };
    expect(dayRow(scene.hall()).issuing).toEqual(row);
    for (const step of [kiosk, issue()]) {
      expect(scene.refused(step)).toEqual({
        code: 'issuing-stopped',
        state: 'overcrowded',
        retryAt: untilAt,
      });
    }
    scene.given(after(minutes(15)), kiosk);
  });

  it('HOURS-4 a stop without an end lasts until it is taken back', () => {
    const scene = openScene().given(stopIssuing('emergency'), after(minutes(600)));
    expect(scene.refused(kiosk)).toEqual({ code: 'issuing-stopped', state: 'emergency' });
    scene.given(resumeIssuing(), kiosk);
    expect(scene.refused(resumeIssuing()).code).toBe('issuing-not-changed');
    expect(dayRow(scene.hall())).not.toHaveProperty('issuing');
  });

  it('HOURS-5 a manager issues on after the cut-off, also before an opening, until an instant', () => {
    const scene = posted();
    const untilAt = scene.now() + minutes(8);
    scene.given(extendIssuing('customer-need', untilAt), kiosk, after(minutes(8)));
    expect(scene.refused(kiosk).code).toBe('issuing-not-yet');
    scene.given(after(minutes(200)));
    scene.given(extendIssuing('customer-need', scene.now() + minutes(10)), kiosk);
    expect(dayRow(scene.hall()).issuing?.state).toBe('extended');
    expect(scene.refused(extendIssuing('customer-need', scene.now())).code).toBe('instant-passed');
    expect(scene.refused(stopIssuing('equipment', scene.now())).code).toBe('instant-passed');
  });

  it('HOURS-5 an order ends with its day', () => {
    const scene = openScene().given(stopIssuing('early-closing'), closeDay());
    scene.given(openDay(hallConfig(), '2026-11-22'), kiosk);
  });

  it('HOURS-10 tells when the hours end: after the cut-off, and later by an order beyond them', () => {
    expect(dayRow(openScene().hall())).not.toHaveProperty('closesAt');
    const hours = { week: {}, cutOffMinutes: 15 };
    const day = openDay(hallConfig({ hours }), '2026-11-21', SCHEDULE);
    const scene = emptyScene().given(day);
    const posted = OPENING_AT + minutes(215);
    expect(dayRow(scene.hall()).closesAt).toBe(posted);
    scene.given(extendIssuing('customer-need', posted - minutes(5)));
    expect(dayRow(scene.hall()).closesAt).toBe(posted);
    scene.given(extendIssuing('customer-need', posted + minutes(30)));
    expect(dayRow(scene.hall()).closesAt).toBe(posted + minutes(30));
  });

  it('HOURS-6 the state of issuing turns at its posted and ordered instants, each a fact', () => {
    const scene = posted();
    const states: unknown[] = [dayRow(scene.hall()).issuing?.state];
    for (let turn = 0; turn < 4; turn += 1) {
      const due = nextDeadline(scene.hall()) ?? 0;
      scene.given(after(due - scene.now() - 1));
      expect(scene.when(expire())).toEqual([]);
      scene.given(after(1));
      const facts = scene.when(expire());
      expect(facts).toMatchObject([{ type: 'IssuingTurned' }]);
      states.push(dayRow(scene.hall()).issuing?.state);
    }
    expect(states).toEqual(['not-yet', 'open', 'not-yet', 'open', 'over']);
    expect([scene.now(), nextDeadline(scene.hall())]).toEqual([OPENING_AT + minutes(200), null]);
    scene.given(extendIssuing('customer-need', scene.now() + minutes(1)), after(minutes(1)));
    expect(scene.when(expire())).toEqual([{ type: 'IssuingTurned', state: 'over' }]);
  });

  it('HOURS-6 a turn is a fact of the journal also when a command comes before the timer', () => {
    const scene = posted().given(after(minutes(10)), open('1'));
    expect(nextDeadline(scene.hall())).toBe(OPENING_AT + minutes(10));
    scene.given(after(seconds(3)), kiosk);
    expect(scene.when(expire())).toEqual([{ type: 'IssuingTurned', state: 'open' }]);
    expect(nextDeadline(scene.hall())).toBe(OPENING_AT + minutes(60));
  });

  it('HOURS-6 the closing of a day tells a turn that has come before it', () => {
    const scene = posted().given(after(minutes(11)));
    expect(scene.when(closeDay()).map(({ type }) => type)).toEqual(['IssuingTurned', 'DayClosed']);
    expect(nextDeadline(scene.given(openDay()).hall())).toBe(OPENING_AT + minutes(60));
  });

  it('HOURS-6 an order tells the turn that it overtakes', () => {
    const scene = posted().given(after(minutes(10)), stopIssuing('overcrowded'));
    expect(nextDeadline(scene.hall())).toBe(OPENING_AT + minutes(60));
    scene.given(after(minutes(50)), resumeIssuing());
    expect(nextDeadline(scene.hall())).toBe(OPENING_AT + minutes(90));
  });

  it('HOURS-6 a day that opens again tells the turns of the time in between', () => {
    const scene = posted().given(closeDay(), after(minutes(10)), openDay());
    expect(dayRow(scene.hall()).issuing?.state).toBe('open');
    expect(nextDeadline(scene.hall())).toBe(OPENING_AT + minutes(60));
  });
});

describe('when the doors open next', () => {
  const NEXT = OPENING_AT + 24 * minutes(60);
  const told = (scene: Scene) => dayRow(scene.hall()).opensNextAt;

  it('HOURS-13 is told while the day is open and once it is closed, until the next day opens', () => {
    const scene = openScene().given(postNextOpening(NEXT));
    expect(told(scene)).toBe(NEXT);
    scene.given(closeDay());
    expect([told(scene), dayRow(scene.hall()).open]).toEqual([NEXT, false]);
    // The same day once more: what comes after it is the same.
    expect(told(scene.given(openDay()))).toBe(NEXT);
    scene.given(closeDay(), openDay(hallConfig(), '2026-11-22'));
    expect(told(scene)).toBeUndefined();
  });

  it('HOURS-13 is a fact once, and another one when it changes or is not known any more', () => {
    const scene = openScene().given(postNextOpening(NEXT));
    expect(scene.when(postNextOpening(NEXT))).toEqual([]);
    expect(scene.when(postNextOpening(NEXT + 1))).toHaveLength(1);
    expect(told(scene)).toBe(NEXT + 1);
    expect(told(scene.given(postNextOpening(null)))).toBeUndefined();
  });

  it('HOURS-13 refuses an instant that has passed, and a hall that never opened', () => {
    expect(openScene().refused(postNextOpening(OPENING_AT)).code).toBe('instant-passed');
    expect(emptyScene().refused(postNextOpening(NEXT)).code).toBe('day-not-open');
  });
});
