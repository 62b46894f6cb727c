import { describe, expect, test } from 'vitest';
import {
  addService,
  call,
  changeLane,
  close,
  comeBack,
  finish,
  issue,
  issueWith,
  miss,
  open,
  pause,
  recall,
  resume,
  start,
  transfer,
} from '../testing/commands.ts';
import {
  type ConfigInput,
  counter,
  hallConfig,
  lane,
  service,
  withPolicy,
} from '../testing/config.ts';
import { after, minutes, numberCalled, openScene, type Scene, seconds } from '../testing/scene.ts';
import { ticketRow } from './ticket-rows.ts';

type Visits = NonNullable<ConfigInput['visits']>;
const VISITS: Visits = {
  ...{ stay: true, keepWait: true, first: false },
  ...{ parkMs: minutes(15), parkMaxMs: minutes(120), afterPark: 'return' },
};
const visiting = (more: Partial<Visits>) => hallConfig({ visits: { ...VISITS, ...more } });
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
const totals = (scene: Scene, id = 'normal') =>
  Object.entries(scene.hall().totals).find(([key]) => key === id)?.[1];

describe('several services on one ticket', () => {
  test('LEG-1 services are asked for at issue or added later, and served in that order', () => {
    const scene = openScene().given(open('4'), issueWith({ further: ['account'] }));
    scene.given(addService('A001', 'cash'), call('4'), finish('A001', '4'));
    expect(scene.ticket('A001')).toMatchObject({ leg: 1, service: 'account', further: ['cash'] });
    scene.given(finish('A001', '4'));
    expect(scene.ticket('A001')).toMatchObject({ leg: 2, service: 'cash', further: [] });
    expect(typesOf(scene.when(finish('A001', '4')))).toEqual(['ServiceFinished']);
    expect(totals(scene)).toMatchObject({ issued: 1, entered: 2, served: 3, visitsServed: 1 });
  });

  test('LEG-1 a visit of one service names none that follow', () => {
    const [event] = openScene().when(issueWith({ further: [] }));
    expect(event).not.toHaveProperty('further');
  });

  test('LEG-1 one that nobody takes is refused, at issue and later', () => {
    const scene = openScene(
      hallConfig({ services: [service('cash'), service('account'), service('loan')] }),
    );
    expect(scene.refused(issueWith({ further: ['loan'] })).code).toBe('service-without-counter');
    expect(scene.refused(issueWith({ further: ['jewels'] })).code).toBe('service-unknown');
    scene.given(issue());
    expect(scene.refused(addService('A001', 'loan')).code).toBe('service-without-counter');
  });

  test('LEG-9 a service that staff refer the customer to is one more service, with the reason', () => {
    const scene = openScene().given(open('4'), issue(), call('4'));
    const [event] = scene.when(addService('A001', 'account', 'potential-vip'));
    expect(event).toMatchObject({ service: 'account', referral: 'potential-vip' });
    expect(scene.when(addService('A001', 'account'))[0]).not.toHaveProperty('referral');
    scene.given(addService('A001', 'account', 'account-closing'), finish('A001', '4'));
    expect(scene.ticket('A001')).toMatchObject({ leg: 1, service: 'account' });
  });

  test('LEG-9 whoever receives the customer is told why, and of no other service', () => {
    const scene = openScene().given(open('4'), issue(), call('4'));
    scene.given(addService('A001', 'account', 'corporate'));
    const referral = () => ticketRow(scene.hall(), scene.ticket('A001')).referral;
    expect(referral()).toBeUndefined();
    scene.given(finish('A001', '4'));
    expect(referral()).toBe('corporate');
    scene.given(addService('A001', 'cash'), finish('A001', '4'));
    expect(referral()).toBeUndefined();
  });

  test('LEG-2 the next service follows at the same counter at once, and passes nobody over', () => {
    const scene = openScene().given(
      open('4'),
      issueWith({ further: ['account'] }),
      issue('account'),
    );
    scene.given(after(minutes(3)), call('4'), start('A001', '4'), after(minutes(4)));
    const [leg, next] = scene.when(finish('A001', '4'));
    expect(leg).toMatchObject({ type: 'LegFinished', leg: 0, serviceMs: minutes(4) });
    expect(next).toMatchObject({ type: 'LegEntered', leg: 1, service: 'account', stays: '4' });
    expect(scene.ticket('A001')).toMatchObject({ state: 'serving', startedAt: scene.now() });
    expect(scene.ticket('B001').passedOver).toBe(0);
    scene.given(after(minutes(2)));
    expect(scene.when(finish('A001', '4'))).toMatchObject([{ serviceMs: minutes(2) }]);
    expect(totals(scene)).toMatchObject({ served: 2, waits: 1, waitSumMs: minutes(3) });
  });

  test('LEG-3 it waits again where the counter does not take it, at a new place', () => {
    const scene = openScene().given(open('1'), open('3'), issueWith({ further: ['account'] }));
    scene.given(issue('account'), call('1'), after(minutes(2)), finish('A001', '1'));
    expect(scene.counter('1')).toMatchObject({ state: 'open', ticket: null });
    const { issuedAt } = scene.ticket('A001');
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', place: 3, first: false });
    expect(scene.ticket('A001')).toMatchObject({ waitFromAt: issuedAt, enteredAt: scene.now() });
    expect(scene.when(call('3'))).toMatchObject([{ ticket: scene.ticket('B001').id }]);
    scene.given(finish('B001', '3'));
    expect(scene.when(call('3'))).toMatchObject([{ type: 'TicketCalled', leg: 1, attempt: 2 }]);
    expect(scene.when(recall('A001', '3'))).toMatchObject([{ leg: 1, attempt: 3 }]);
  });

  test('LEG-3 the hall may let nobody stay, begin the wait anew, and put the next leg first', () => {
    const scene = openScene(visiting({ stay: false, keepWait: false, first: true }));
    scene.given(
      open('4'),
      issueWith({ further: ['account'] }),
      issue('account'),
      after(minutes(9)),
    );
    scene.given(call('4'), finish('A001', '4'));
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', waitFromAt: scene.now() });
    expect(scene.when(call('4'))).toMatchObject([{ ticket: scene.ticket('A001').id, first: true }]);
    expect(scene.ticket('B001').passedOver).toBe(1);
  });
});

describe('transfers', () => {
  const called = () => openScene().given(open('2'), issue(), after(minutes(2)), call('2'));

  test('LEG-4 the counter that has the ticket sends it to another service; the leg ends as transferred out', () => {
    const scene = called().given(open('1'), start('A001', '2'), after(minutes(1)));
    const command = transfer('A001', { counter: '2', service: 'account' });
    const wrong = transfer('A001', { counter: '1', service: 'account' });
    expect(scene.refused(wrong).code).toBe('ticket-at-other-counter');
    expect(scene.when(command)).toMatchObject([
      { type: 'TicketTransferred', leg: 0, counter: '2', serviceMs: minutes(1) },
      { type: 'LegEntered', leg: 1, service: 'account', lane: 'normal', place: 2, first: false },
    ]);
    expect(scene.counter('2').ticket).toBeNull();
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', service: 'account', leg: 1 });
    expect(totals(scene)).toMatchObject({ transferredOut: 1, entered: 1, served: 0, waits: 1 });
  });

  test('LEG-4 a waiting ticket is transferred without a counter, a called one is not; services to follow stay', () => {
    const scene = openScene().given(issueWith({ further: ['cash'] }));
    scene.given(transfer('A001', { service: 'account', lane: 'elderly' }));
    expect(scene.ticket('A001')).toMatchObject({ lane: 'elderly', further: ['cash'], leg: 1 });
    scene.given(open('3'), call('3'));
    expect(scene.refused(transfer('A001', { lane: 'normal' })).code).toBe('ticket-not-in-state');
  });

  test('LEG-5 the wait is kept or begins anew', () => {
    const kept = called().given(transfer('A001', { counter: '2', service: 'account' }));
    expect(kept.ticket('A001').waitFromAt).toBe(kept.now() - minutes(2));
    const anew = { counter: '2', service: 'account', keepWait: false };
    const fresh = called().given(transfer('A001', anew));
    expect(fresh.ticket('A001').waitFromAt).toBe(fresh.now());
  });

  test('LEG-5 the wait is kept while the service is the same', () => {
    const elsewhere = { counter: '2', lane: 'elderly', keepWait: false };
    expect(called().refused(transfer('A001', elsewhere)).code).toBe('wait-is-kept');
    const kept = called().given(transfer('A001', { ...elsewhere, keepWait: true }));
    expect(kept.ticket('A001').waitFromAt).toBe(kept.now() - minutes(2));
  });

  test('LEG-4 who stays where it is has not been transferred', () => {
    const targets: readonly Parameters<typeof transfer>[1][] = [
      { lane: 'normal' },
      { service: 'cash', lane: 'normal' },
      { only: { counter: '2' } },
      { lane: 'normal', only: { staff: 's2' } },
    ];
    const codes = targets.map(
      (target) => called().refused(transfer('A001', { counter: '2', ...target })).code,
    );
    expect(new Set(codes)).toEqual(new Set(['transfer-needs-target']));
    expect(
      openScene()
        .given(issue())
        .refused(transfer('A001', { lane: 'normal' })).code,
    ).toBe('transfer-needs-target');
  });

  test('LEG-6 first goes before every score, first ones by their places', () => {
    const scene = openScene().given(issue('cash', 'vip'), issue(), issue(), after(minutes(1)));
    scene.given(transfer('A002', { lane: 'elderly', first: true }));
    scene.given(transfer('A001', { lane: 'elderly', first: true }), open('1'));
    expect(numberCalled(scene, '1')).toBe('A002');
    expect(scene.ticket('V001').passedOver).toBe(1);
    scene.given(finish('A002', '1'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('LEG-6 first never passes a protected ticket', () => {
    const config = withPolicy(
      { kind: 'fifo', passOverCap: 1 },
      { counters: [counter('1', 'cash')] },
    );
    const scene = openScene(config).given(open('1'), issue(), issue(), issue());
    for (const number of ['A002', 'A003']) {
      scene.given(transfer(number, { lane: 'elderly', first: true }));
    }
    expect(numberCalled(scene, '1')).toBe('A002');
    expect(scene.ticket('A001').passedOver).toBe(1);
    const [event] = scene.given(finish('A002', '1')).when(call('1'));
    const { id } = scene.ticket('A001');
    expect(event).toMatchObject({ ticket: id, protectedBy: id, passedOver: [] });
  });

  test('LEG-7 a ticket kept for a counter is called by no other while that one is in service', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), issue());
    scene.given(transfer('A001', { only: { counter: '1' } }));
    expect(numberCalled(scene, '2')).toBe('A002');
    expect(scene.ticket('A001').passedOver).toBe(0);
    scene.given(finish('A002', '2'));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    scene.given(close('1'));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('LEG-7, CTR-10 it is kept no longer when that one has been paused for ten minutes', () => {
    const scene = openScene().given(open('1'), open('2'), issue());
    scene.given(transfer('A001', { only: { counter: '1' } }), pause('1'), after(minutes(10) - 1));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    scene.given(after(1));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('LEG-7 kept for a person it follows the person to another counter', () => {
    const scene = openScene().given(open('1', 's7'), open('2'), issue());
    scene.given(transfer('A001', { only: { staff: 's7' } }), close('1'), open('4', 's7'));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    expect(numberCalled(scene, '4')).toBe('A001');
  });

  test('LEG-7 a person at a counter that does not take the service keeps nobody waiting', () => {
    const scene = openScene().given(open('1', 's7'), open('2'), issue());
    scene.given(transfer('A001', { only: { staff: 's7' } }), close('1'), open('3', 's7'));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('LEG-7 a dedicated counter takes a kept ticket of another lane as its own', () => {
    const counters = [
      counter('1', 'cash'),
      { ...counter('2', 'cash'), dedicated: { lanes: ['vip'] } },
    ];
    const scene = openScene(hallConfig({ services: [service('cash')], counters }));
    scene.given(open('1'), open('2'), issue(), transfer('A001', { only: { counter: '2' } }));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('LEG-7 nobody is kept for a counter that is closed or takes something else', () => {
    const scene = openScene().given(issue(), open('3'));
    const to = (only: object) => scene.refused(transfer('A001', { only })).code;
    expect(to({ counter: '1' })).toBe('counter-closed');
    expect(to({ counter: '9' })).toBe('counter-unknown');
    expect(to({ counter: '3' })).toBe('counter-not-skilled');
    expect(to({ staff: 's1' })).toBe('staff-not-signed-in');
  });

  test('LEG-7, CTR-10 nobody is kept for a counter that is away, nor for who sits there', () => {
    const scene = openScene().given(issue(), open('1'), pause('1'), after(minutes(9)));
    const only = { counter: '1' };
    expect(scene.given(transfer('A001', { only })).ticket('A001').only).toEqual(only);
    scene.given(issue(), after(minutes(1)));
    expect(scene.refused(transfer('A002', { only }))).toEqual({ code: 'counter-away', state: '1' });
    expect(scene.refused(transfer('A002', { only: { staff: 's1' } })).code).toBe('counter-away');
    scene.given(resume('1'), transfer('A002', { only }));
    expect(scene.ticket('A002').only).toEqual(only);
  });
});

describe('another lane', () => {
  test('LEG-8 keeps place and wait, and counts out of one lane and into the other', () => {
    const scene = openScene().given(open('1'), issue(), issue(), after(minutes(4)));
    scene.given(changeLane('A002', 'elderly', 'age'));
    expect(scene.ticket('A002')).toMatchObject({ lane: 'elderly', place: 2, leg: 0 });
    expect(scene.ticket('A002').waitFromAt).toBe(scene.now() - minutes(4));
    expect(totals(scene)).toMatchObject({ issued: 2, entered: 0, transferredOut: 1 });
    expect(totals(scene, 'elderly')).toMatchObject({ issued: 0, entered: 1 });
    expect(numberCalled(scene, '1')).toBe('A002');
    expect(scene.refused(changeLane('A002', 'normal')).code).toBe('ticket-not-in-state');
    expect(scene.refused(changeLane('A001', 'gold')).code).toBe('lane-unknown');
  });
});

test('END-3 a leg that missed and was called again waited until the last call', () => {
  const config = hallConfig({
    lanes: [lane('normal')],
    counters: [counter('1', 'cash', 'account')],
  });
  const scene = openScene(config).given(open('1'), issue(), after(minutes(3)), call('1'));
  scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
  scene.given(after(minutes(5)), comeBack('A001'), call('1'), recall('A001', '1'));
  const waited = minutes(8) + seconds(40);
  scene.given(after(minutes(1)), finish('A001', '1'));
  expect(totals(scene)).toMatchObject({ waits: 1, waitSumMs: waited, within: 1 });
});

test('END-3 a leg that no counter had hands its entry on: a transfer in line hides no wait', () => {
  const scene = openScene().given(open('1'), issue(), after(minutes(60)));
  scene.given(transfer('A001', { lane: 'elderly' }), call('1'), finish('A001', '1'));
  expect(totals(scene)).toMatchObject({ transferredOut: 1, waits: 0 });
  expect(totals(scene, 'elderly')).toMatchObject({ waits: 1, waitSumMs: minutes(60), within: 0 });
});
