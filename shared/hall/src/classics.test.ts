/**
 * Bugs that mature queue products have had for years, as tests of this one.
 * Source: quality.md finding 11 (Asterisk app_queue, FreeSWITCH mod_callcenter).
 */
import type { HallEvent } from '@tingxu/contract/events';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  close,
  closeDay,
  comeBack,
  expire,
  finish,
  issue,
  miss,
  open,
  recall,
  start,
} from '../testing/commands.ts';
import { counter, hallConfig, withPolicy } from '../testing/config.ts';
import {
  after,
  minutes,
  numberCalled,
  openScene,
  type Scene,
  type Step,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
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
    ['cancels while being called', [cancel('A001')]],
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
