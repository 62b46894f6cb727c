import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  comeBack,
  expire,
  finish,
  issue,
  miss,
  open,
  recall,
  start,
} from '../testing/commands.ts';
import { counter, DEFAULT_MISSED, hallConfig, lane, withPolicy } from '../testing/config.ts';
import {
  after,
  minutes,
  numberCalled,
  numbersCalled,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { viewOf } from './view.ts';

/** Calls the ticket as often and as long as its lane's default asks, then passes its number over. */
const missed = (scene: Scene, number: string, at: string, calls = 2): Scene => {
  for (let i = 1; i < calls; i += 1) scene.given(after(seconds(20)), recall(number, at));
  return scene.given(after(calls > 2 ? seconds(50) : seconds(20)), miss(number, at));
};
const calledScene = (lane = 'normal'): Scene =>
  openScene().given(open('1'), issue('cash', lane), call('1'));

describe('before a number is passed', () => {
  test('MISS-1 a recall is always allowed, and counts only after the interval', () => {
    const scene = calledScene();
    expect(scene.when(recall('A001', '1'))).toMatchObject([{ attempt: 2, counted: false }]);
    scene.given(after(seconds(20) - 1));
    expect(scene.when(recall('A001', '1'))).toMatchObject([{ attempt: 3, counted: false }]);
    scene.given(after(1));
    expect(scene.when(recall('A001', '1'))).toMatchObject([{ attempt: 4, counted: true }]);
    expect(scene.ticket('A001').call).toMatchObject({ calls: 4, counted: 2 });
  });

  test('MISS-1 a recall is recorded with its counter, its person and the number of the attempt', () => {
    const scene = calledScene().given(after(seconds(20)));
    expect(scene.when(recall('A001', '1'))).toEqual([
      {
        ...{ type: 'TicketRecalled', ticket: '20261121-0001', counter: '1', staff: 's1' },
        ...{ attempt: 2, counted: true },
      },
    ]);
  });

  test('MISS-1 the interval runs from the last call that counted, so pressing often gains nothing', () => {
    const scene = calledScene();
    for (let press = 0; press < 30; press += 1) scene.given(after(seconds(1)), recall('A001', '1'));
    expect(scene.ticket('A001').call).toMatchObject({ calls: 31, counted: 2 });
  });

  test('MISS-1 only the counter that called may recall, and only while it is called', () => {
    const scene = calledScene().given(open('2'), issue());
    expect(scene.refused(recall('A001', '2')).code).toBe('ticket-at-other-counter');
    expect(scene.refused(recall('A002', '1')).code).toBe('ticket-not-in-state');
  });

  test('MISS-2 a miss needs the number of counted calls and the interval after the last', () => {
    const scene = calledScene().given(after(minutes(5)));
    const at = scene.now();
    expect(scene.refused(miss('A001', '1'))).toEqual({
      code: 'miss-too-early',
      state: '1/2',
      retryAt: at - minutes(5) + seconds(20),
    });
    scene.given(recall('A001', '1'), after(seconds(20) - 1));
    expect(scene.refused(miss('A001', '1'))).toEqual({
      code: 'miss-too-early',
      state: '2/2',
      retryAt: at + seconds(20),
    });
    scene.given(after(1));
    expect(scene.when(miss('A001', '1'))).toEqual([
      {
        type: 'TicketMissed',
        ticket: '20261121-0001',
        counter: '1',
        staff: 's1',
        calls: 2,
        validUntilAt: scene.now() + minutes(60),
        ruleVersion: 1,
      },
    ]);
    expect(scene.counter('1')).toMatchObject({ ticket: null });
  });

  test('MISS-2 an elderly customer is called three times', () => {
    const scene = calledScene('elderly').given(after(seconds(40)), recall('A001', '1'));
    scene.given(after(seconds(60)));
    expect(scene.refused(miss('A001', '1'))).toMatchObject({ state: '2/3' });
  });

  test('MISS-2 the screens are told from when a miss is allowed', () => {
    const scene = calledScene();
    const row = () => viewOf(scene.hall(), 'counter').tickets[TicketId.parse('20261121-0001')];
    expect(row()).toMatchObject({ missAllowedAt: null });
    scene.given(after(seconds(20)), recall('A001', '1'));
    expect(row()).toMatchObject({ missAllowedAt: scene.now() + seconds(20), countedCalls: 2 });
  });

  test('MISS-3 a miss needs the least time since the first call', () => {
    const scene = calledScene('elderly').given(
      after(seconds(20)),
      recall('A001', '1'),
      after(seconds(20)),
      recall('A001', '1'),
      after(seconds(20)),
    );
    expect(scene.refused(miss('A001', '1'))).toEqual({
      code: 'miss-too-early',
      state: '3/3',
      retryAt: scene.now() + seconds(30),
    });
    scene.given(after(seconds(30)));
    expect(scene.when(miss('A001', '1'))).toHaveLength(1);
  });

  test('MISS-3 a new call at a counter starts the count anew', () => {
    const scene = missed(calledScene(), 'A001', '1').given(comeBack('A001'), call('1'));
    expect(scene.refused(miss('A001', '1'))).toMatchObject({ state: '1/2' });
  });
});

describe('coming back', () => {
  test('MISS-4 a return waits again with a new place, and its wait goes on from the issue', () => {
    const scene = calledScene();
    const issuedAt = scene.now();
    missed(scene.given(issue(), issue()), 'A001', '1');
    expect(scene.when(comeBack('A001'))).toEqual([
      {
        ...{ type: 'TicketReturned', ticket: '20261121-0001', place: 4, hold: 3 },
        ...{ ruleVersion: 1, via: 'staff' },
      },
    ]);
    expect(scene.ticket('A001')).toMatchObject({
      state: 'waiting',
      place: 4,
      waitFromAt: issuedAt,
      returns: 1,
      validUntilAt: null,
    });
  });

  test('MISS-4 it is placed after the next three calls of its lane', () => {
    const scene = calledScene();
    for (let i = 0; i < 6; i += 1) scene.given(after(1), issue());
    missed(scene, 'A001', '1').given(comeBack('A001'));
    expect(numbersCalled(scene, '1', 5)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
  });

  test('MISS-4 calls of other lanes do not count, calls at other counters do', () => {
    const scene = missed(calledScene().given(issue(), issue(), open('2')), 'A001', '1');
    scene.given(issue('cash', 'vip'), comeBack('A001'), call('1'));
    expect(scene.ticket('V001').state).toBe('called');
    expect(scene.ticket('A001').hold).toBe(3);
    scene.given(call('2'));
    expect(scene.ticket('A001').hold).toBe(2);
  });

  test('MISS-4 it is not held while the counter could take nobody else of the lane', () => {
    const scene = missed(calledScene(), 'A001', '1').given(issue('account'), comeBack('A001'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('MISS-4 an elderly customer is next in line', () => {
    const scene = calledScene('elderly').given(after(1), issue('cash', 'elderly'));
    missed(scene, 'A001', '1', 3).given(comeBack('A001'));
    expect(numbersCalled(scene, '1', 2)).toEqual(['A001', 'A002']);
  });

  test('MISS-4 only a missed ticket comes back', () => {
    const scene = openScene().given(open('1'), issue());
    expect(scene.refused(comeBack('A001'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'waiting',
    });
    scene.given(call('1'));
    expect(scene.refused(comeBack('A001')).code).toBe('ticket-not-in-state');
  });

  test('MISS-5 it comes back once; the next miss ends it at once as a no-show', () => {
    const scene = missed(calledScene(), 'A001', '1').given(comeBack('A001'), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    expect(scene.when(miss('A001', '1'))).toMatchObject([
      { type: 'TicketMissed' },
      { type: 'TicketExpired', ticket: '20261121-0001' },
    ]);
    expect(scene.refused(comeBack('A001')).code).toBe('ticket-ended');
    expect(scene.hall().totals).toMatchObject({ normal: { noShow: 1 } });
  });

  test('MISS-5 an elderly customer comes back twice', () => {
    const scene = missed(calledScene('elderly'), 'A001', '1', 3).given(comeBack('A001'), call('1'));
    missed(scene, 'A001', '1', 3).given(comeBack('A001'), call('1'));
    expect(scene.ticket('A001').returns).toBe(2);
    missed(scene, 'A001', '1', 3);
    expect(scene.refused(comeBack('A001')).code).toBe('ticket-ended');
  });

  test('MISS-5 a lane without returns ends the ticket at the first miss', () => {
    const lanes = [lane('normal', { missed: { ...DEFAULT_MISSED, maxReturns: 0 } })];
    const scene = openScene(hallConfig({ lanes })).given(open('1'), issue(), call('1'));
    missed(scene, 'A001', '1');
    expect(scene.refused(comeBack('A001')).code).toBe('ticket-ended');
    expect(nextDeadline(scene.hall())).toBeNull();
  });
});

describe('when its time is over', () => {
  test('MISS-6 it may come back until its time is over, and not at that instant', () => {
    const scene = missed(calledScene(), 'A001', '1').given(after(minutes(60)));
    expect(scene.refused(comeBack('A001')).code).toBe('return-expired');
    const early = missed(calledScene(), 'A001', '1').given(after(minutes(60) - 1));
    expect(early.when(comeBack('A001'))).toHaveLength(1);
  });

  test('MISS-6 then it ends as a no-show, at the deadline that the hall asks for', () => {
    const scene = calledScene().given(issue());
    expect(nextDeadline(scene.hall())).toBeNull();
    missed(scene, 'A001', '1');
    const dueAt = scene.now() + minutes(60);
    expect(nextDeadline(scene.hall())).toBe(dueAt);
    missed(scene.given(after(minutes(1)), call('1')), 'A002', '1');
    expect(nextDeadline(scene.hall())).toBe(dueAt);
    scene.given(after(dueAt - scene.now() - 1));
    expect(scene.when(expire())).toEqual([]);
    scene.given(after(1));
    expect(scene.when(expire())).toEqual([
      { type: 'TicketExpired', ticket: '20261121-0001', why: 'time-over' },
    ]);
    expect(nextDeadline(scene.hall())).toBe(dueAt + minutes(1) + seconds(40));
  });

  test('MISS-6 several that are due end together, oldest place first', () => {
    const scene = missed(calledScene().given(issue()), 'A001', '1').given(call('1'));
    missed(scene, 'A002', '1').given(after(minutes(90)));
    expect(scene.when(expire())).toMatchObject([
      { ticket: '20261121-0001' },
      { ticket: '20261121-0002' },
    ]);
    expect(scene.hall().totals).toMatchObject({ normal: { noShow: 2 } });
  });

  test('MISS-6 who came back in time has no deadline any more', () => {
    const scene = missed(calledScene(), 'A001', '1').given(comeBack('A001'));
    expect(nextDeadline(scene.hall())).toBeNull();
    scene.given(after(minutes(90)));
    expect(scene.when(expire())).toEqual([]);
    expect(scene.ticket('A001').state).toBe('waiting');
  });

  test('END-2 a waiting, called or missed ticket can be cancelled, a served one is finished', () => {
    const scene = missed(calledScene().given(issue(), issue(), issue()), 'A001', '1');
    scene.given(call('1'), open('2'), call('2'), start('A003', '2'));
    const removed = (number: string) => scene.when(cancel(number, 'removed-by-staff'));
    for (const number of ['A001', 'A002', 'A004']) {
      expect(removed(number)).toMatchObject([{ reason: 'removed-by-staff' }]);
    }
    expect(scene.refused(cancel('A003'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'serving',
    });
    expect(scene.hall().totals).toMatchObject({ normal: { cancelled: 3 } });
    expect(scene.counter('1')).toMatchObject({ ticket: null });
    scene.given(finish('A003', '2'));
    expect(scene.hall().tickets.size).toBe(0);
  });

  test('END-2 the customer may leave too, with that reason', () => {
    const scene = openScene().given(issue());
    expect(scene.when(cancel('A001'))).toEqual([
      { type: 'TicketCancelled', ticket: '20261121-0001', reason: 'cancelled-by-customer' },
    ]);
  });

  test('CALL-4 a return does not reset what a ticket was passed over', () => {
    const config = withPolicy(
      { kind: 'strict', passOverCap: 1 },
      { counters: [counter('1', 'cash')] },
    );
    const scene = openScene(config).given(open('1'), issue(), issue('cash', 'vip'));
    scene.given(call('1'), finish('V001', '1'), call('1'));
    missed(scene, 'A001', '1').given(comeBack('A001'), issue('cash', 'vip'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });
});
