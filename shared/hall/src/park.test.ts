import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  close,
  closeDay,
  expire,
  finish,
  issue,
  issueWith,
  open,
  park,
  prepare,
  ready,
  resumeTicket,
  sendBack,
  start,
  transfer,
} from '../testing/commands.ts';
import { hallConfig, withPolicy } from '../testing/config.ts';
import { after, by, minutes, numberCalled, openScene } from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { forecast } from './estimate.ts';

const called = () => openScene().given(open('1'), issue(), issue(), after(minutes(2)), call('1'));
const ENDS = hallConfig({
  visits: {
    ...{ stay: true, keepWait: true, first: false },
    ...{ parkMs: minutes(15), parkMaxMs: minutes(30), afterPark: 'end' },
  },
});

describe('parking', () => {
  test('PARK-1 the counter is free at once and calls somebody else', () => {
    const scene = called().given(start('A001', '1'), park('A001', '1'));
    expect(scene.counter('1')).toMatchObject({ state: 'open', ticket: null });
    expect(scene.ticket('A001')).toMatchObject({ state: 'parked', call: null, startedAt: null });
    expect(numberCalled(scene, '1')).toBe('A002');
    expect(scene.refused(closeDay()).code).toBe('day-has-live-tickets');
    expect(scene.refused(park('A002', '9')).code).toBe('ticket-at-other-counter');
    scene.given(cancel('A001'));
  });

  test('PARK-2 the limit is the one that is named, or the usual one of the hall', () => {
    const usual = called().given(park('A001', '1'));
    expect(usual.ticket('A001').validUntilAt).toBe(usual.now() + minutes(15));
    expect(nextDeadline(usual.hall())).toBe(usual.now() + minutes(15));
    const named = called().given(park('A001', '1', { limitMs: minutes(120) }));
    expect(named.ticket('A001').validUntilAt).toBe(named.now() + minutes(120));
    const longer = park('A001', '1', { limitMs: minutes(120) + 1 });
    expect(called().refused(longer)).toEqual({ code: 'park-too-long', state: '120' });
  });

  test('PARK-3 it comes back at a new place and goes first, its wait kept', () => {
    const scene = called().given(park('A001', '1'), issue('cash', 'vip'), after(minutes(5)));
    scene.given(resumeTicket('A001'));
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', place: 4, first: true });
    expect(scene.ticket('A001').waitFromAt).toBe(scene.now() - minutes(7));
    expect(nextDeadline(scene.hall())).toBeNull();
    expect(scene.when(call('1'))).toMatchObject([{ ticket: scene.ticket('A001').id, first: true }]);
    expect(scene.refused(resumeTicket('A001')).code).toBe('ticket-not-in-state');
  });

  test('PARK-4 when its time is over it waits again, in order', () => {
    const scene = called().given(park('A001', '1'), after(minutes(15)));
    expect(scene.when(expire())).toMatchObject([{ type: 'TicketResumed', place: 3, first: false }]);
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', first: false });
    const late = called().given(park('A001', '1'), after(minutes(15)));
    expect(late.when(resumeTicket('A001'))).toMatchObject([{ first: false }]);
  });

  test('PARK-4 or it ends as a no-show', () => {
    const scene = openScene(ENDS).given(open('1'), issue(), call('1'), park('A001', '1'));
    scene.given(after(minutes(15)));
    expect(scene.refused(resumeTicket('A001')).code).toBe('return-expired');
    expect(scene.when(expire())).toMatchObject([{ type: 'TicketExpired', why: 'time-over' }]);
    expect(scene.hall().totals).toMatchObject({ normal: { noShow: 1 } });
  });

  test('PARK-5 kept for the own counter it is called nowhere else, until that counter closes', () => {
    const scene = called().given(park('A001', '1', { keepFor: 'counter' }), open('2'));
    scene.given(resumeTicket('A001'));
    expect(numberCalled(scene, '2')).toBe('A002');
    expect(scene.given(finish('A002', '2')).refused(call('2')).code).toBe('nobody-waiting');
    expect(scene.ticket('A001').only).toEqual({ counter: '1' });
    expect(numberCalled(scene.given(close('1')), '2')).toBe('A001');
  });

  test('PARK-5 kept for the own person; said nothing, it stays kept for whom it was', () => {
    const scene = called().given(sendBack('A001', '1', 'staff'), ready('A001'), call('1'));
    expect(scene.ticket('A001').only).toEqual({ staff: 's1' });
    scene.given(park('A001', '1'));
    expect(scene.ticket('A001').only).toEqual({ staff: 's1' });
  });

  test('DAY-4 whoever is set aside ends as left at closing', () => {
    const scene = called().given(park('A001', '1'), prepare('A002'));
    const left = { type: 'TicketLeft', reason: 'left-at-closing' };
    expect(scene.when(closeDay('end-remaining')).slice(0, 2)).toMatchObject([left, left]);
  });
});

describe('forms', () => {
  test('PREP-1 a ticket whose forms are not ready is not called', () => {
    const scene = openScene().given(open('1'), issueWith({ preparing: true }), issue(), issue());
    expect(scene.ticket('A001').state).toBe('preparing');
    scene.given(prepare('A002'));
    expect(numberCalled(scene, '1')).toBe('A003');
    expect([scene.ticket('A001').passedOver, scene.ticket('A002').passedOver]).toEqual([0, 0]);
    expect(scene.given(finish('A003', '1')).refused(call('1')).code).toBe('nobody-waiting');
    expect(scene.refused(prepare('A001')).code).toBe('ticket-not-in-state');
  });

  test('PREP-2 when they are ready it waits at the place that it kept', () => {
    const scene = openScene().given(open('1'), issueWith({ preparing: true }), after(1), issue());
    expect(scene.journal().at(-1)?.event).toMatchObject({ earlier: 1, ahead: 0 });
    expect(scene.when(ready('A001'))).toEqual([{ type: 'TicketReady', ticket: '20261121-0001' }]);
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', place: 1 });
    expect(numberCalled(scene, '1')).toBe('A001');
    expect(scene.refused(ready('A001')).code).toBe('ticket-not-in-state');
  });

  test('PREP-3 a customer sent back with a wrong form goes first', () => {
    const scene = called().given(start('A001', '1'), sendBack('A001', '1'));
    expect(scene.counter('1').ticket).toBeNull();
    expect(scene.ticket('A001')).toMatchObject({ state: 'preparing', first: true });
    scene.given(issue('cash', 'vip'), after(minutes(9)));
    expect(scene.when(ready('A001'))).toMatchObject([{ type: 'TicketReady', place: 4 }]);
    expect(numberCalled(scene, '1')).toBe('A001');
    expect(scene.ticket('A002').passedOver).toBe(1);
  });
});

describe('what is told meanwhile', () => {
  const aheadIn = (scene: ReturnType<typeof openScene>): number => {
    const { day } = scene.hall();
    const [service] = day?.config.services ?? [];
    if (!day || !service) throw new Error('no day');
    return forecast(scene.hall(), day, service.id, day.config.defaultLane, scene.now()).ahead;
  };

  test("PARK-1, PREP-1 whoever is set aside is nobody's ahead; whoever goes first is", () => {
    const scene = called().given(park('A001', '1'), prepare('A002'));
    expect(aheadIn(scene)).toBe(0);
    scene.given(issue('cash', 'vip'), issue('cash', 'vip'), after(minutes(1)));
    const before = aheadIn(scene);
    expect(aheadIn(scene.given(resumeTicket('A001')))).toBe(before + 1);
  });
});

describe('a service in two parts', () => {
  const normal = (scene: ReturnType<typeof openScene>) =>
    Object.values(scene.hall().totals).find(({ lane }) => lane === 'normal');
  const begun = () => called().given(start('A001', '1'), after(minutes(30)));
  const goesOn = [call('1'), start('A001', '1'), after(minutes(2))];

  test('SERVE-2, END-3, PARK-1 parking loses neither the service time nor the wait before it', () => {
    const scene = begun().given(park('A001', '1'), after(minutes(10)), resumeTicket('A001'));
    expect(scene.given(...goesOn).when(finish('A001', '1'))).toMatchObject([
      { type: 'ServiceFinished', serviceMs: minutes(32) },
    ]);
    expect(normal(scene)).toMatchObject({ waits: 1, waitSumMs: minutes(2), within: 1 });
    // Five services of four minutes were expected.
    expect(scene.hall().learnt).toMatchObject({ cash: { meanMs: minutes(4) + minutes(28) / 6 } });
  });

  test('SERVE-2, END-3, PREP-3 nor does sending back, nor a transfer afterwards', () => {
    const scene = begun().given(sendBack('A001', '1'), after(minutes(20)), ready('A001'));
    const [out] = scene.when(transfer('A001', { service: 'account' }));
    expect(out).toMatchObject({ type: 'TicketTransferred', serviceMs: minutes(30) });
    expect(normal(scene)).toMatchObject({ waits: 1, waitSumMs: minutes(2) });
    scene.given(open('3'), after(minutes(5)), call('3'), finish('A001', '3'));
    expect(normal(scene)).toMatchObject({ waits: 2, waitSumMs: minutes(7) });
  });

  test('END-3 a ticket that is parked before its service waits until it is called again', () => {
    const scene = called().given(park('A001', '1'), after(minutes(10)), resumeTicket('A001'));
    scene.given(call('1'), finish('A001', '1'));
    expect(normal(scene)).toMatchObject({ waits: 1, waitSumMs: minutes(12) });
  });
});

describe('forms of a protected ticket', () => {
  test('PREP-1 why a ticket is not ready is on record', () => {
    const [event] = openScene().given(issue()).when(prepare('A001', 'documents-missing'));
    expect(event).toMatchObject({ type: 'TicketPreparing', reason: 'documents-missing' });
  });

  test('PREP-2, CALL-4 it keeps its protection while its forms are filled in', () => {
    const scene = openScene(withPolicy({ kind: 'strict', passOverCap: 1 })).given(open('1'));
    scene.given(issue(), issue('cash', 'vip'), issue('cash', 'vip'), issue('cash', 'vip'));
    expect(numberCalled(scene, '1')).toBe('V001');
    expect(scene.refused(by('teller', prepare('A001'))).code).toBe('override-not-allowed');
    scene.given(prepare('A001'), finish('V001', '1'));
    expect(numberCalled(scene, '1')).toBe('V002');
    scene.given(ready('A001'), finish('V002', '1'));
    expect(scene.ticket('A001')).toMatchObject({ passedOver: 1, place: 1 });
    expect(numberCalled(scene, '1')).toBe('A001');
  });
});
