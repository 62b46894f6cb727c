import { describe, expect, test } from 'vitest';
import {
  call,
  changeConfig,
  close,
  closeDay,
  comeBack,
  expire,
  finish,
  issue,
  issueWith,
  miss,
  open,
  openDay,
  pause,
  recall,
  start,
  withdrawPlan,
} from '../testing/commands.ts';
import {
  counter,
  DEFAULT_MISSED,
  ELDERLY,
  hallConfig,
  lane,
  NORMAL,
  service,
  VIP,
  withPolicy,
} from '../testing/config.ts';
import {
  after,
  emptyScene,
  minutes,
  numberCalled,
  numbersCalled,
  openScene,
  seconds,
} from '../testing/scene.ts';
import { conflictsWith } from './configuration.ts';
import { nextDeadline } from './deadlines.ts';
import { viewOf } from './view.ts';

const CASH = [service('cash')];
const onlyCash = (more = {}) =>
  hallConfig({ services: CASH, counters: [counter('1', 'cash')], ...more });
const versionsOf = (scene: ReturnType<typeof openScene>) => scene.hall().configuration;

describe('the newest configuration of the journal', () => {
  test('CONF-1 is that of the file on the first day and has version 1', () => {
    const [event] = emptyScene().when(openDay(onlyCash()));
    expect(event).toMatchObject({ type: 'DayOpened', version: 1, config: onlyCash() });
  });

  test('CONF-1 opens every later day, whatever the file says by then', () => {
    const scene = openScene(onlyCash()).given(closeDay());
    const [event] = scene.when(openDay(hallConfig(), '2026-11-22'));
    expect(event).toMatchObject({ version: 1, config: onlyCash() });
  });

  test('CONF-1 counts changes, plans and withdrawals alike', () => {
    const scene = openScene();
    expect(scene.when(changeConfig(hallConfig(), 'now', 1))).toMatchObject([{ version: 2 }]);
    expect(scene.when(changeConfig(hallConfig(), 'next-day', 2))).toMatchObject([{ version: 3 }]);
    expect(scene.when(withdrawPlan(3))).toMatchObject([{ plan: 3, version: 4 }]);
    expect(versionsOf(scene)).toEqual({ version: 2, latest: 4, plan: null });
    scene.given(closeDay(), openDay(hallConfig(), '2026-11-22'));
    expect(versionsOf(scene)).toEqual({ version: 2, latest: 4, plan: null });
    expect(scene.when(changeConfig(hallConfig(), 'now', 4))).toMatchObject([{ version: 5 }]);
  });

  test('CONF-1 is the file before the first day, which is changed there', () => {
    expect(emptyScene().refused(changeConfig(hallConfig())).code).toBe('configuration-in-file');
  });

  test('CONF-2 is changed only by somebody who has seen it', () => {
    const scene = openScene().given(changeConfig(withPolicy({ kind: 'fifo' })));
    expect(scene.refused(changeConfig(hallConfig(), 'now', 1))).toEqual({
      code: 'configuration-stale',
      state: '2',
    });
    expect(scene.hall().day?.config.policy.kind).toBe('fifo');
  });

  test('CONF-2 a change withdraws the plan that its author has seen', () => {
    const scene = openScene().given(changeConfig(onlyCash(), 'next-day'));
    expect(scene.refused(changeConfig(hallConfig(), 'now', 1)).code).toBe('configuration-stale');
    expect(scene.when(changeConfig(withPolicy({ kind: 'fifo' }), 'now', 2))).toMatchObject([
      { type: 'ConfigurationPlanWithdrawn', plan: 2, version: 3 },
      { type: 'ConfigurationChanged', version: 4 },
    ]);
    expect(versionsOf(scene).plan).toBeNull();
  });

  test('CONF-2 a withdrawal names the plan it has seen, and there must be one', () => {
    const scene = openScene();
    expect(scene.refused(withdrawPlan(1)).code).toBe('configuration-plan-absent');
    scene.given(changeConfig(onlyCash(), 'next-day'));
    expect(scene.refused(withdrawPlan(1)).code).toBe('configuration-stale');
  });
});

describe('a planned change', () => {
  test('CONF-3 for the next day comes with its opening, not with a reopening', () => {
    const scene = openScene().given(changeConfig(onlyCash(), 'next-day'), closeDay(), openDay());
    expect(scene.hall().day?.config).toEqual(hallConfig());
    const [event] = scene.given(closeDay()).when(openDay(hallConfig(), '2026-11-22'));
    expect(event).toMatchObject({ type: 'DayOpened', version: 2, config: onlyCash() });
    expect(versionsOf(scene)).toEqual({ version: 2, latest: 2, plan: null });
  });

  test('CONF-3 for an instant is a deadline of the open day', () => {
    const scene = openScene();
    const at = scene.now() + minutes(10);
    scene.given(changeConfig(onlyCash(), at));
    expect(nextDeadline(scene.hall())).toBe(at);
    expect(scene.given(after(minutes(9))).when(expire())).toEqual([]);
    expect(scene.given(after(minutes(1))).when(expire())).toMatchObject([
      { type: 'ConfigurationChanged', version: 2, config: onlyCash() },
    ]);
    expect(nextDeadline(scene.hall())).toBeNull();
  });

  test('CONF-3 for an instant comes with the opening of a later day', () => {
    const scene = openScene();
    scene.given(changeConfig(onlyCash(), scene.now() + minutes(10)), closeDay());
    expect(nextDeadline(scene.hall())).toBeNull();
    const [event] = scene.given(after(minutes(20))).when(openDay(hallConfig(), '2026-11-22'));
    expect(event).toMatchObject({ version: 2, config: onlyCash() });
  });

  test('CONF-3 for an instant after the next opening survives it', () => {
    const scene = openScene();
    const at = scene.now() + minutes(60);
    scene.given(changeConfig(onlyCash(), at), closeDay());
    const [event] = scene.when(openDay(hallConfig(), '2026-11-22'));
    expect(event).toMatchObject({ version: 1, plan: { version: 2, when: at } });
    expect(versionsOf(scene)).toMatchObject({ version: 1, latest: 2, plan: { version: 2 } });
    expect(nextDeadline(scene.hall())).toBe(at);
  });

  test('CONF-3 for an instant that has come takes effect at once', () => {
    const scene = openScene();
    expect(scene.when(changeConfig(onlyCash(), scene.now()))).toMatchObject([
      { type: 'ConfigurationChanged' },
    ]);
  });

  test('CONF-4 waits for the next day when it would lose a live ticket at its instant', () => {
    const scene = openScene();
    scene.given(changeConfig(onlyCash(), scene.now() + minutes(10)), issue('account'));
    expect(scene.given(after(minutes(10))).when(expire())).toMatchObject([
      {
        type: 'ConfigurationPlanned',
        version: 2,
        when: 'next-day',
        postponedBy: [{ kind: 'service', id: 'account', tickets: ['B001'] }],
      },
    ]);
    expect(nextDeadline(scene.hall())).toBeNull();
    scene.given(closeDay('end-remaining'));
    expect(scene.when(openDay(hallConfig(), '2026-11-22'))).toMatchObject([{ version: 2 }]);
  });

  test('CONF-4 is not in the way of itself: a ticket that ends at the same deadline is no reason', () => {
    const scene = openScene();
    scene.given(open('1'), issue('cash', 'elderly'), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), recall('A001', '1'));
    scene.given(after(seconds(60)), miss('A001', '1'));
    const lanes = [VIP, NORMAL];
    scene.given(changeConfig(hallConfig({ lanes }), scene.now() + minutes(60)));
    expect(scene.given(after(minutes(60))).when(expire())).toMatchObject([
      { type: 'TicketExpired' },
      { type: 'ConfigurationChanged' },
    ]);
  });

  test('CONF-4, MISS-12 a planned timer gives a call of before the interval and itself once more', () => {
    const scene = openScene().given(open('1'), issue('cash'), call('1'));
    const missed = { ...DEFAULT_MISSED, minCalls: 1, autoMissMs: 60_000 };
    const lanes = [VIP, ELDERLY, lane('normal', { missed })];
    scene.given(changeConfig(hallConfig({ lanes }), scene.now() + minutes(5)));
    expect(scene.given(after(minutes(5))).when(expire())).toMatchObject([
      { type: 'ConfigurationChanged' },
    ]);
    expect(nextDeadline(scene.hall())).toBe(scene.now() + seconds(80));
    expect(scene.given(after(seconds(80))).when(expire())).toMatchObject([
      { type: 'TicketMissed' },
    ]);
  });
});

describe('limits that change while counters are busy', () => {
  const LIMITS = { servingLimitMs: 600_000, calledLimitMs: 60_000 };
  const busy = () =>
    openScene()
      .given(open('1'), open('2'), issue(), issue(), call('1'), start('A001', '1'), call('2'))
      .given(after(minutes(30)));

  test('CONF-4, CTR-8 end nothing that began before them: they count from the change', () => {
    const scene = busy().given(changeConfig(hallConfig({ counterRule: LIMITS })));
    expect(scene.when(expire())).toEqual([]);
    expect(nextDeadline(scene.hall())).toBe(scene.now() + minutes(1));
    expect(scene.given(after(minutes(1))).when(expire())).toMatchObject([
      { type: 'TicketReleased' },
      { type: 'CounterClosed', counter: '2' },
    ]);
    expect(scene.given(after(minutes(9))).when(expire())).toMatchObject([
      { type: 'TicketLeft', reason: 'session-ended' },
      { type: 'CounterClosed', counter: '1' },
    ]);
  });

  test('CONF-4, CTR-8 count from the instant of a plan, too', () => {
    const scene = busy();
    scene.given(changeConfig(hallConfig({ counterRule: LIMITS }), scene.now() + minutes(5)));
    expect(scene.given(after(minutes(5))).when(expire())).toMatchObject([
      { type: 'ConfigurationChanged' },
    ]);
    expect(nextDeadline(scene.hall())).toBe(scene.now() + minutes(1));
  });

  test('CONF-4, CTR-8 count on when a change leaves them as they are', () => {
    const config = hallConfig({ counterRule: LIMITS });
    const scene = openScene(config).given(open('1'), issue(), call('1'), after(seconds(50)));
    scene.given(changeConfig({ ...config, customersCancel: true }));
    expect(nextDeadline(scene.hall())).toBe(scene.now() + seconds(10));
  });

  test('CONF-4, MISS-12 a timer without delay does not end a call that was there', () => {
    const missed = { ...DEFAULT_MISSED, intervalMs: 0, maxReturns: 0, autoMissMs: 0 };
    const lanes = [VIP, ELDERLY, lane('normal', { missed })];
    const scene = openScene().given(open('1'), issue(), call('1'), recall('A001', '1'));
    scene.given(after(minutes(3)), recall('A001', '1'), changeConfig(hallConfig({ lanes })));
    expect(scene.when(expire())).toEqual([]);
    expect(nextDeadline(scene.hall())).toBe(scene.now() + seconds(10));
  });
});

describe('a change while customers are there', () => {
  test('CONF-4 is refused when it would lose a live ticket, with the list', () => {
    const scene = openScene().given(open('1'), open('3'), issue(), issue('account'), call('1'));
    const config = hallConfig({
      services: [service('account')],
      counters: [counter('2', 'account')],
      lanes: [VIP],
      defaultLane: 'vip',
    });
    expect(scene.refused(changeConfig(config))).toEqual({
      code: 'configuration-conflict',
      conflicts: [
        { kind: 'lane', id: 'normal', tickets: ['A001', 'B001'] },
        { kind: 'service', id: 'cash', tickets: ['A001'] },
        { kind: 'counter', id: '1', tickets: ['A001'] },
        { kind: 'counter', id: '3', tickets: [] },
      ],
    });
  });

  test('CONF-4 is refused when somebody would wait for a service that no counter takes', () => {
    const scene = openScene().given(open('3'), issue('account'));
    const config = hallConfig({ counters: [counter('1', 'cash'), counter('3', 'cash')] });
    expect(scene.refused(changeConfig(config)).conflicts).toEqual([
      { kind: 'unserved', id: 'account', tickets: ['B001'] },
    ]);
    scene.given(call('3'), start('B001', '3'));
    expect(conflictsWith(scene.hall(), config)).toEqual([]);
  });

  test('CONF-4 is refused when a service that is to follow would be gone', () => {
    const scene = openScene().given(open('1'), issueWith({ further: ['account'] }));
    scene.given(call('1'), start('A001', '1'));
    expect(scene.refused(changeConfig(onlyCash())).conflicts).toEqual([
      { kind: 'service', id: 'account', tickets: ['A001'] },
    ]);
    const nobody = hallConfig({ counters: [counter('1', 'cash')] });
    expect(scene.refused(changeConfig(nobody)).conflicts).toEqual([
      { kind: 'unserved', id: 'account', tickets: ['A001'] },
    ]);
  });

  test('CONF-4 is refused when the missed could not come back to their lane', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), after(seconds(20)));
    scene.given(recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    const config = hallConfig({ lanes: [VIP], defaultLane: 'vip' });
    expect(scene.refused(changeConfig(config)).conflicts).toMatchObject([
      { kind: 'lane', id: 'normal', tickets: ['A001'] },
    ]);
  });

  test('CONF-4 paused counters are in service, closed ones may go', () => {
    const scene = openScene().given(open('4'), pause('4'));
    const config = hallConfig({ counters: [counter('1', 'cash', 'account')] });
    expect(scene.refused(changeConfig(config)).conflicts).toMatchObject([{ id: '4' }]);
    scene.given(close('4')).given(changeConfig(config));
    expect(scene.hall().counters.map(({ id }) => id)).toEqual(['1']);
    expect(scene.refused(open('4')).code).toBe('counter-unknown');
  });

  test('CONF-4 zone and cut-over hour are fixed while a day is open, the hall for ever', () => {
    const scene = openScene();
    const moved = hallConfig({ zone: 'Asia/Hong_Kong', cutOverHour: 5 });
    expect(scene.refused(changeConfig(moved)).conflicts).toEqual([
      { kind: 'zone', id: 'Asia/Hong_Kong', tickets: [] },
      { kind: 'cut-over', id: '5', tickets: [] },
    ]);
    const foreign = hallConfig({ hall: 'other' });
    expect(scene.refused(changeConfig(foreign, 'next-day')).conflicts).toMatchObject([
      { kind: 'hall' },
    ]);
    scene.given(closeDay(), changeConfig(moved));
    expect(scene.hall().day?.config.zone).toBe('Asia/Hong_Kong');
  });

  test('CONF-5 leaves tickets, places, series and counters as they are', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), issue(), call('1'));
    const before = scene.hall();
    const config = hallConfig({
      counters: [counter('9', 'cash'), counter('2', 'cash', 'account'), counter('1', 'account')],
      policy: { kind: 'fifo', passOverPermille: 0 },
    });
    scene.given(changeConfig(config));
    const { tickets, counters, nextPlace, series } = scene.hall();
    expect({ tickets, nextPlace, series }).toEqual({
      tickets: before.tickets,
      nextPlace: before.nextPlace,
      series: before.series,
    });
    expect(counters.map(({ id, state, ticket }) => [id, state, ticket])).toEqual([
      ['9', 'closed', null],
      ['2', 'open', null],
      ['1', 'open', '20261121-0001'],
    ]);
    expect(scene.ticket('A002').passOverCap).toBe(before.tickets.shelves[0]?.[2]?.passOverCap);
    expect(scene.given(finish('A001', '1'), issue()).ticket('A003').passOverCap).toBe(0);
  });

  test('CONF-5 the rule in force decides the next call', () => {
    const scene = openScene().given(open('1'), issue(), after(seconds(1)), issue('cash', 'vip'));
    const strict = scene.given(changeConfig(withPolicy({ kind: 'fifo' })));
    expect(numberCalled(strict, '1')).toBe('A001');
    const other = openScene().given(open('1'), issue(), after(seconds(1)), issue('cash', 'vip'));
    expect(numberCalled(other, '1')).toBe('V001');
  });

  test('CONF-5, NUM-1 another letter goes on where its series stands and never repeats', () => {
    const scene = openScene().given(issue(), issue('account'), issue('account'));
    const swapped = hallConfig({
      services: [service('cash', { series: 'B' }), service('account', { series: 'A' })],
    });
    scene.given(changeConfig(swapped));
    expect(scene.when(issue())).toMatchObject([{ number: 'B003' }]);
    expect(scene.when(issue('account'))).toMatchObject([{ number: 'A002' }]);
    scene.given(changeConfig(hallConfig(), 'now', 2));
    expect(scene.when(issue())).toMatchObject([{ number: 'A003' }]);
    expect(scene.ticket('B001').service).toBe('account');
    const gone = hallConfig({ services: [service('cash', { series: 'C' }), service('account')] });
    scene.given(changeConfig(gone, 'now', 3));
    // Whoever holds B001 must be able to type it.
    expect(viewOf(scene.hall(), 'kiosk').profile?.letters).toEqual(['A', 'B', 'C', 'V']);
  });

  test('CONF-5 learnt times go on; a new service and another expectation start anew', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), after(minutes(20)));
    scene.given(finish('A001', '1'));
    const learnt = { ...scene.hall().learnt };
    const services = [service('cash'), service('account', { expectedServiceMs: 60_000 })];
    const config = hallConfig({ services: [...services, service('loans')] });
    scene.given(changeConfig(config));
    expect(scene.hall().learnt).toMatchObject({
      ...Object.fromEntries(Object.entries(learnt).filter(([id]) => id === 'cash')),
      account: { meanMs: 60_000, samples: 5 },
      loans: { meanMs: minutes(4), samples: 5 },
    });
  });

  test('CONF-5 a new lane joins the totals, and those of one that is gone stay for the day', () => {
    const scene = openScene().given(
      open('1'),
      issue('cash', 'vip'),
      call('1'),
      finish('V001', '1'),
    );
    scene.given(changeConfig(hallConfig({ lanes: [NORMAL, lane('gold', { series: 'G' })] })));
    expect(scene.hall().totals).toMatchObject({ vip: { served: 1 }, gold: { issued: 0 } });
    expect(scene.when(issue('cash', 'gold'))).toMatchObject([{ number: 'G001' }]);
    scene.given(closeDay('end-remaining'), openDay(hallConfig(), '2026-11-22'));
    expect(Object.keys(scene.hall().totals)).toEqual(['normal', 'gold']);
  });

  test('CONF-5 a missed ticket comes back by the rule of its new configuration', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), after(seconds(20)));
    scene.given(recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    const lanes = [VIP, lane('normal', { missed: { ...NORMAL.missed, returnAfterCalls: 0 } })];
    scene.given(changeConfig(hallConfig({ lanes }))).given(comeBack('A001'));
    expect(scene.ticket('A001').hold).toBe(0);
  });

  test('CONF-6 earlier tickets that share a counter only now may go first, too', () => {
    const scene = openScene(hallConfig({ policy: { kind: 'fifo', passOverPermille: 0 } }));
    scene.given(open('1'), issue('account'), issue('account'), after(seconds(1)));
    expect(scene.when(issue())).toMatchObject([{ earlier: 2, passOverCap: 0 }]);
    const apart = openScene(
      hallConfig({
        counters: [counter('1', 'cash'), counter('2', 'account')],
        policy: { kind: 'fifo', passOverPermille: 0 },
      }),
    );
    apart.given(open('1'), issue('account'), issue('account'), after(seconds(1)));
    expect(apart.when(issue())).toMatchObject([{ earlier: 0, passOverCap: 0 }]);
    const shared = hallConfig({
      counters: [counter('1', 'cash', 'account'), counter('2', 'account')],
      policy: { kind: 'fifo', passOverPermille: 0 },
    });
    apart.given(changeConfig(shared));
    expect(numbersCalled(apart, '1', 3)).toEqual(['B001', 'B002', 'A001']);
  });
});

test('CONF-7 the views are those of the new configuration', () => {
  const scene = openScene().given(issue());
  scene.given(changeConfig(hallConfig({ counters: [counter('7', 'cash', 'account')] })));
  const board = viewOf(scene.hall(), 'board');
  expect(Object.keys(board.counters)).toEqual(['7']);
  expect(board.profile?.counters).toMatchObject([{ id: '7' }]);
  expect(viewOf(scene.hall(), 'kiosk').services).toMatchObject({ cash: { waiting: 1 } });
});
