/**
 * Bugs that mature queue products have had for years, as tests of this one.
 * Source: quality.md finding 11 (Asterisk app_queue, FreeSWITCH mod_callcenter).
 */
import type { HallEvent } from '@tingxu/contract/events';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  changeLane,
  close,
  closeDay,
  comeBack,
  expire,
  finish,
  handOver,
  issue,
  issueWith,
  miss,
  open,
  park,
  ready,
  recall,
  resumeTicket,
  sendBack,
  start,
  transfer,
} from '../testing/commands.ts';
import { counter, hallConfig, withPolicy } from '../testing/config.ts';
import {
  after,
  by,
  minutes,
  numberCalled,
  openScene,
  type Scene,
  type Step,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { statisticsFold } from './statistics.ts';
import { viewOf } from './view.ts';

const eventsOf = (scene: Scene, type: HallEvent['type']) =>
  scene.journal().filter(({ event }) => event.type === type);

describe('one call answered by two agents (Asterisk #176)', () => {
  test('CALL-8 two counters that press at the same instant get two tickets, or one gets none', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), issue());
    expect([numberCalled(scene, '1'), numberCalled(scene, '2')]).toEqual(['A001', 'A002']);
    const alone = openScene().given(open('1'), open('2'), issue(), call('1'));
    expect(alone.refused(call('2')).code).toBe('nobody-waiting');
    expect(eventsOf(alone, 'TicketCalled')).toHaveLength(1);
  });

  test.each([
    ['as many tickets', 20],
    ['fewer tickets', 7],
    ['one ticket', 1],
  ])('CALL-8 twenty counters that press next at the same instant, with %s', (_, tickets) => {
    const ids = Array.from({ length: 20 }, (__, i) => String(i + 1));
    const counters = ids.map((id) => counter(id, 'cash'));
    const scene = openScene(withPolicy({}, { counters })).given(...ids.map((id) => open(id)));
    for (let i = 0; i < tickets; i += 1) scene.given(issue());
    const pressed = scene.now();
    const took = ids.slice(0, tickets).map((id) => numberCalled(scene, id));
    // Each ticket is called once, in order, and everybody else is told that nobody waits.
    expect(took).toEqual(ids.slice(0, tickets).map((id) => `A${id.padStart(3, '0')}`));
    for (const id of ids.slice(tickets)) {
      expect(scene.refused(call(id)).code).toBe('nobody-waiting');
    }
    const calls = eventsOf(scene, 'TicketCalled');
    expect(calls).toHaveLength(tickets);
    for (const { at, event } of calls) {
      expect(at).toBe(pressed);
      expect(event).toMatchObject({ passedOver: [] });
    }
  });

  test('CALL-8 a ticket that is at one counter is answered by no other, in any state', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), call('1'));
    for (const step of [start('A001', '2'), finish('A001', '2')]) {
      expect(scene.refused(step).code).toBe('ticket-at-other-counter');
    }
    scene.given(start('A001', '1'));
    expect(scene.refused(finish('A001', '2')).code).toBe('ticket-at-other-counter');
    expect(scene.counter('2').ticket).toBeNull();
  });
});

describe('completed calls counted twice (Asterisk #1736)', () => {
  test('END-1 a service that is finished twice is counted once', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), start('A001', '1'));
    scene.given(after(minutes(3)), finish('A001', '1'));
    const totals = scene.hall().totals;
    expect(scene.refused(finish('A001', '1')).code).toBe('ticket-ended');
    expect(scene.refused(cancel('A001')).code).toBe('ticket-ended');
    expect(scene.hall().totals).toEqual(totals);
    expect(totals).toMatchObject({ normal: { issued: 1, served: 1, cancelled: 0 } });
    expect(eventsOf(scene, 'ServiceFinished')).toHaveLength(1);
  });

  test('END-1 a no-show that expires and is then swept up by the closing is counted once', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    scene.given(after(minutes(60)), expire(), expire(), closeDay('end-remaining'));
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, noShow: 1, left: 0 } });
    expect(eventsOf(scene, 'TicketExpired')).toHaveLength(1);
  });
});

describe('a queue that starves after an insert at position 1 (Asterisk #1691)', () => {
  const ELDERLY_FIRST = withPolicy(
    { kind: 'strict', passOverCap: 2 },
    { counters: [counter('1', 'cash')] },
  );
  /** Calls the elderly customer three times, passes the number over, and lets them come back next in line. */
  const missAndReturn = (number: string): readonly Step[] => [
    ...[after(seconds(20)), recall(number, '1'), after(seconds(20)), recall(number, '1')],
    ...[after(seconds(50)), miss(number, '1'), comeBack(number)],
  ];

  test('CALL-4 whoever comes back at the head stops nobody behind', () => {
    const scene = openScene(ELDERLY_FIRST).given(open('1'), issue('cash', 'elderly'), after(1));
    scene.given(issue(), issue());
    const called: string[] = [];
    for (let turn = 0; turn < 6 && scene.hall().tickets.size > 0; turn += 1) {
      const number = numberCalled(scene, '1');
      called.push(number);
      const comesBack = number === 'A001' && scene.ticket('A001').returns < 2;
      scene.given(...(comesBack ? missAndReturn(number) : [finish(number, '1')]));
    }
    // A001 passes A002 and A003 twice and then waits for them.
    expect(called).toEqual(['A001', 'A001', 'A001', 'A002', 'A003']);
    expect(scene.hall().tickets.size).toBe(0);
  });

  test('CALL-4 a stream of tickets put in front never starves those behind', () => {
    const scene = openScene(ELDERLY_FIRST).given(open('1'), issue());
    const called: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      scene.given(issue('cash', 'vip'), after(seconds(30)));
      called.push(numberCalled(scene, '1'));
      scene.given(finish(called.at(-1) ?? '', '1'));
    }
    expect(called).toEqual(['V001', 'V002', 'A001', 'V003', 'V004']);
  });
});

describe('agents stuck in Reserved (FreeSWITCH #2540)', () => {
  const called = () => openScene().given(open('1'), issue(), issue(), call('1'));
  const ways: readonly (readonly [string, readonly Step[]])[] = [
    ['is finished without a start', [finish('A001', '1')]],
    ['is started and finished', [start('A001', '1'), finish('A001', '1')]],
    ['cancels while being called', [by('phone', cancel('A001'))]],
    ['is removed by staff', [cancel('A001', 'removed-by-staff')]],
    ['is missed', [after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1')]],
  ];

  test.each(ways)('CALL-8 the counter is free again when its ticket %s', (_, steps) => {
    const scene = called().given(...steps);
    expect(scene.counter('1')).toMatchObject({ state: 'open', ticket: null });
    expect(viewOf(scene.hall(), 'board').counters).toMatchObject({
      1: { state: 'open', number: null },
    });
    expect(numberCalled(scene, '1')).toBe('A002');
  });

  test('CALL-8 a refused call reserves nothing', () => {
    const scene = openScene().given(open('1'));
    scene.refused(call('1'));
    expect(scene.counter('1')).toMatchObject({ state: 'open', ticket: null });
    expect(numberCalled(scene.given(issue()), '1')).toBe('A001');
  });

  test('CTR-2 a counter that closed and opens again has nothing left over', () => {
    const scene = called().given(finish('A001', '1'), close('1'), open('1', 's8'));
    expect(scene.counter('1')).toMatchObject({ state: 'open', staff: 's8', ticket: null });
  });
});

describe('a lease that never ends (FreeSWITCH #2540)', () => {
  const LIMITS = { calledLimitMs: minutes(5), servingLimitMs: minutes(60) };
  const vanished = (...steps: readonly Step[]) =>
    openScene(hallConfig({ counterRule: LIMITS })).given(open('1'), issue(), call('1'), ...steps);
  /** What the shell does: it waits for the earliest deadline and says when it is due. */
  const letFallDue = (scene: Scene) =>
    scene.given(after((nextDeadline(scene.hall()) ?? 0) - scene.now()), expire());

  test('CTR-8 whoever was called at a counter that vanished is called at another', () => {
    const scene = letFallDue(vanished(open('2')));
    expect(scene.counter('1')).toMatchObject({ state: 'closed', ticket: null });
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('CTR-8 a service that nobody ends has an end', () => {
    const scene = letFallDue(vanished(start('A001', '1')));
    expect(scene.hall().tickets.size).toBe(0);
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, left: 1, served: 0 } });
    expect(scene.when(open('1', 's9'))).toHaveLength(1);
  });

  test('CTR-8 a counter that gives a sign keeps its ticket, however long it takes', () => {
    const scene = vanished();
    for (let i = 0; i < 9; i += 1) {
      scene.given(after(minutes(5) - 1), recall('A001', '1'));
      expect(scene.when(expire())).toEqual([]);
    }
    expect(scene.ticket('A001').state).toBe('called');
  });
});

describe('members listed as answered for hours (FreeSWITCH #1973)', () => {
  test('END-1 an ended ticket leaves every list of every screen', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), start('A001', '1'));
    scene.given(after(minutes(3)), finish('A001', '1'), after(minutes(180)));
    const staff = viewOf(scene.hall(), 'supervisor');
    expect(staff.tickets).toEqual({});
    expect(staff.counters).toMatchObject({ 1: { state: 'open', number: null, ticket: null } });
    expect(staff.lanes).toMatchObject({ normal: { waiting: 0 } });
    expect(viewOf(scene.hall(), 'board').calls).toMatchObject([{ number: 'A001', state: 'over' }]);
  });

  test('MISS-6 a missed ticket is on the missed list exactly while it may come back', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), after(seconds(20)));
    const listed = () => Object.keys(viewOf(scene.hall(), 'board').missed);
    scene.given(recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    expect(listed()).toEqual(['A001']);
    scene.given(after(minutes(60)), expire());
    expect(listed()).toEqual([]);
  });
});

describe('statistics doubled by a transfer', () => {
  const statisticsOf = (scene: Scene) => {
    const fold = statisticsFold();
    for (const entry of scene.journal()) fold.add(entry);
    return fold.figures(scene.now());
  };

  test('END-3 a visit that was sent from counter to counter is one visit and was served once', () => {
    const scene = openScene().given(open('1'), open('3'), issue(), after(minutes(2)), call('1'));
    scene.given(start('A001', '1'), after(minutes(1)));
    scene.given(transfer('A001', { counter: '1', service: 'account' }), after(minutes(5)));
    scene.given(call('3'), start('A001', '3'), after(minutes(4)), finish('A001', '3'));
    const once = { issued: 1, entered: 1, visitsServed: 1 };
    const { normal } = scene.hall().totals as Record<string, object>;
    // Each leg counts its own wait: the second one does not count the first one's again.
    expect(normal).toMatchObject({ ...once, served: 1, transferredOut: 1 });
    expect(normal).toMatchObject({ waits: 2, waitSumMs: minutes(7), waitMaxMs: minutes(5) });
    const lane = Object.entries(statisticsOf(scene)?.lanes ?? {}).find(
      ([id]) => id === 'normal',
    )?.[1];
    expect(lane).toMatchObject({ ...once, ended: { served: 1, 'transferred-out': 1 } });
    expect(lane?.waits).toMatchObject({ count: 2, sumMs: minutes(7) });
  });

  test('END-3 a visit of three services is three legs and one visit', () => {
    const scene = openScene().given(open('4'), issueWith({ further: ['account', 'cash'] }));
    scene.given(after(minutes(3)), call('4'), start('A001', '4'));
    for (let leg = 0; leg < 3; leg += 1) scene.given(after(minutes(1)), finish('A001', '4'));
    expect(eventsOf(scene, 'ServiceFinished')).toHaveLength(1);
    const counted = { issued: 1, entered: 2, served: 3, visitsServed: 1 };
    expect(scene.hall().totals).toMatchObject({ normal: { ...counted, waits: 1 } });
  });

  test('LEG-8 a ticket that changes its lane and back again adds nobody to either lane', () => {
    const scene = openScene().given(issue());
    scene.given(changeLane('A001', 'elderly'), changeLane('A001', 'normal'), cancel('A001'));
    expect(scene.hall().totals).toMatchObject({
      normal: { issued: 1, entered: 1, transferredOut: 1, cancelled: 1 },
      elderly: { issued: 0, entered: 1, transferredOut: 1, cancelled: 0 },
    });
  });
});

describe('starvation after insert-first', () => {
  const ALONE = withPolicy(
    { kind: 'strict', passOverCap: 2 },
    { counters: [counter('1', 'cash')] },
  );
  const ways: readonly (readonly [string, readonly Step[]])[] = [
    [
      'is transferred to the front',
      [
        transfer('A001', { counter: '1', lane: 'vip', first: true }),
        transfer('A001', { lane: 'elderly', first: true }),
      ],
    ],
    ['is set aside and resumed', [park('A001', '1'), resumeTicket('A001')]],
    ['is sent back for a form', [sendBack('A001', '1'), ready('A001')]],
  ];

  test.each(ways)('LEG-6 whoever %s again and again stops nobody behind', (_, steps) => {
    const scene = openScene(ALONE).given(open('1'), issue('cash', 'elderly'), issue(), issue());
    const called: string[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      called.push(numberCalled(scene, '1'));
      const number = called.at(-1) ?? '';
      scene.given(...(number === 'A001' ? steps : [finish(number, '1')]));
    }
    // Twice past A002 and A003, which are then protected and go in their order.
    expect(called).toEqual(['A001', 'A001', 'A001', 'A002', 'A003', 'A001', 'A001']);
  });

  test('LEG-6 a stream of others that are put first never starves those behind', () => {
    const scene = openScene(ALONE).given(open('1'), issue());
    const called: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      scene.given(issue(), transfer(`A00${turn + 2}`, { lane: 'vip', first: true }));
      called.push(numberCalled(scene, '1'));
      scene.given(finish(called.at(-1) ?? '', '1'));
    }
    expect(called).toEqual(['A002', 'A003', 'A001', 'A004']);
  });
});

describe('stale members', () => {
  const staffView = (scene: Scene) => viewOf(scene.hall(), 'supervisor');

  test('LEG-4 a transferred ticket is at no counter and in one line, on every screen', () => {
    const scene = openScene().given(open('1'), open('3'), issue(), call('1'), start('A001', '1'));
    scene.given(transfer('A001', { counter: '1', service: 'account', lane: 'elderly' }));
    const { counters, lanes, services, tickets } = staffView(scene);
    expect(counters).toMatchObject({ 1: { state: 'open', number: null, ticket: null } });
    expect(lanes).toMatchObject({ normal: { waiting: 0 }, elderly: { waiting: 1 } });
    expect(services).toMatchObject({ cash: { waiting: 0 }, account: { waiting: 1 } });
    expect(Object.values(tickets)).toMatchObject([
      { state: 'waiting', counter: null, startedAt: null },
    ]);
    expect(viewOf(scene.hall(), 'board').calls).toMatchObject([{ number: 'A001', state: 'over' }]);
    expect(scene.refused(finish('A001', '1')).code).toBe('ticket-not-in-state');
    scene.given(call('3'));
    expect(scene.refused(finish('A001', '1')).code).toBe('ticket-at-other-counter');
  });

  test('PARK-1 a ticket set aside is in no line and at no counter, and leaves no list behind', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), park('A001', '1'));
    expect(staffView(scene).lanes).toMatchObject({ normal: { waiting: 0 } });
    expect(Object.values(staffView(scene).tickets)).toMatchObject([
      { state: 'parked', counter: null },
    ]);
    scene.given(cancel('A001', 'removed-by-staff'));
    expect(staffView(scene).tickets).toEqual({});
    expect(nextDeadline(scene.hall())).toBeNull();
  });

  test('LEG-7 a person who has left the counter keeps nobody', () => {
    const scene = openScene().given(open('1', 's7'), open('2'), issue());
    scene.given(transfer('A001', { only: { staff: 's7' } }));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    scene.given(handOver('1', 's9'));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('LEG-7 a counter that opens again takes up those who were kept for it and still wait', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), issue());
    scene.given(transfer('A001', { only: { counter: '1' } }), close('1'), open('1', 's9'));
    expect(numberCalled(scene, '2')).toBe('A002');
    expect(numberCalled(scene, '1')).toBe('A001');
  });
});
