import { describe, expect, test } from 'vitest';
import {
  call,
  callChosen,
  cancel,
  closeDay,
  comeBack,
  finish,
  issue,
  miss,
  open,
  openDay,
  pause,
  recall,
  start,
  walkUp,
} from '../testing/commands.ts';
import { hallConfig, service } from '../testing/config.ts';
import { after, emptyScene, minutes, openScene, seconds } from '../testing/scene.ts';
import { NO_TICKETS } from './live-tickets.ts';
import { viewOf } from './view.ts';

/** A001 is missed at counter 1 and may come back. */
const missedScene = () =>
  openScene().given(
    open('1'),
    issue(),
    call('1'),
    after(seconds(20)),
    recall('A001', '1'),
    after(seconds(20)),
    miss('A001', '1'),
  );

describe('opening', () => {
  test('DAY-1 a day opens with the whole configuration in the journal', () => {
    const config = hallConfig();
    const [event] = emptyScene().when(openDay(config));
    expect(event).toMatchObject({ type: 'DayOpened', businessDay: '2026-11-21', config });
    expect(event).toMatchObject({
      urgencies: { vip: 599_146, elderly: 287_823, normal: 107_296 },
      learnt: { cash: { meanMs: minutes(4), samples: 5 } },
    });
  });

  test('DAY-1 what the hall does later follows the configuration of the opening', () => {
    const config = hallConfig({ counters: [{ id: '9', label: '9', skills: ['cash'] }] });
    const scene = emptyScene().given(openDay(config), open('9'), issue(), call('9'));
    expect(scene.ticket('A001').call?.counter).toBe('9');
    expect(scene.hall().day?.config).toEqual(config);
  });

  test('DAY-2 a day is refused while another is open, even the same', () => {
    const scene = openScene();
    expect(scene.refused(openDay(hallConfig(), '2026-11-22')).code).toBe('day-already-open');
    expect(scene.refused(openDay()).code).toBe('day-already-open');
  });

  test('DAY-2 a new day must be later than the last one', () => {
    const scene = openScene().given(closeDay());
    expect(scene.refused(openDay(hallConfig(), '2026-11-20'))).toEqual({
      code: 'day-not-later',
      state: '2026-11-21',
    });
    expect(scene.when(openDay(hallConfig(), '2026-11-22'))).toMatchObject([{ type: 'DayOpened' }]);
  });

  test('DAY-5 a day that was closed too early goes on with numbers, totals and learnt times', () => {
    const scene = openScene().given(
      open('1'),
      issue(),
      issue(),
      call('1'),
      after(minutes(2)),
      finish('A001', '1'),
      cancel('A002'),
      closeDay(),
    );
    const closed = scene.hall();
    expect(scene.when(openDay())).toEqual([{ type: 'DayReopened', businessDay: '2026-11-21' }]);
    const { totals, learnt, series, issued } = scene.hall();
    expect({ totals, learnt, series, issued }).toEqual({
      totals: closed.totals,
      learnt: closed.learnt,
      series: closed.series,
      issued: 2,
    });
    expect(scene.when(issue())).toMatchObject([{ number: 'A003', ticket: '20261121-0003' }]);
  });

  test('DAY-5 the configuration goes on too, whatever the reopening brings along', () => {
    const other = hallConfig({ services: [service('loans'), service('cash'), service('account')] });
    const scene = openScene().given(closeDay(), openDay(other));
    expect(scene.hall().day?.config).toEqual(hallConfig());
    expect(scene.refused(issue('loans')).code).toBe('service-unknown');
  });
});

describe('closing', () => {
  test('DAY-3 closing is refused while a ticket waits, is called or is being served', () => {
    const scene = openScene().given(open('1'), issue());
    expect(scene.refused(closeDay())).toEqual({ code: 'day-has-live-tickets', state: '1' });
    scene.given(call('1'));
    expect(scene.refused(closeDay()).code).toBe('day-has-live-tickets');
    scene.given(start('A001', '1'));
    expect(scene.refused(closeDay()).code).toBe('day-has-live-tickets');
    scene.given(finish('A001', '1'));
    expect(scene.when(closeDay())).toMatchObject([
      { type: 'CounterClosed' },
      { type: 'DayClosed' },
    ]);
  });

  test('DAY-3 a missed ticket does not refuse the closing; it ends as a no-show', () => {
    const scene = missedScene();
    expect(scene.when(closeDay())).toMatchObject([
      { type: 'TicketExpired', ticket: '20261121-0001' },
      { type: 'CounterClosed', counter: '1' },
      { type: 'DayClosed' },
    ]);
    expect(scene.hall().totals).toMatchObject({ normal: { issued: 1, noShow: 1 } });
  });

  test('DAY-4 the roll-over gives every live ticket its reason and closes every counter', () => {
    const scene = missedScene().given(
      open('2'),
      open('4'),
      pause('4'),
      issue(),
      call('1'),
      issue(),
      call('2'),
      start('A003', '2'),
      issue(),
    );
    expect(scene.when(closeDay('end-remaining'))).toEqual([
      { type: 'TicketExpired', ticket: '20261121-0001' },
      { type: 'TicketLeft', ticket: '20261121-0002', reason: 'left-at-closing' },
      { type: 'TicketLeft', ticket: '20261121-0003', reason: 'session-ended' },
      { type: 'TicketLeft', ticket: '20261121-0004', reason: 'left-at-closing' },
      { type: 'CounterClosed', counter: '1', staff: 's1' },
      { type: 'CounterClosed', counter: '2', staff: 's2' },
      { type: 'CounterClosed', counter: '4', staff: 's4' },
      { type: 'DayClosed', businessDay: '2026-11-21' },
    ]);
    const { tickets, counters, totals } = scene.hall();
    expect(tickets).toEqual(NO_TICKETS);
    expect(counters.map(({ state, ticket }) => [state, ticket])).toEqual(
      Array.from({ length: 4 }, () => ['closed', null]),
    );
    expect(totals).toMatchObject({ normal: { issued: 4, noShow: 1, left: 3 } });
  });

  test('DAY-4 after the roll-over no screen shows a ticket as live', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), closeDay('end-remaining'));
    const board = viewOf(scene.hall(), 'board');
    expect(board.calls).toMatchObject([{ number: 'A001', state: 'over' }]);
    expect(board.counters).toMatchObject({ 1: { state: 'closed', number: null } });
    expect(board.lanes).toMatchObject({ normal: { waiting: 0, wait: null } });
  });

  test('DAY-6 without an open day nothing is issued, called or opened', () => {
    const commands = [
      ...[issue(), open('1'), call('1'), closeDay(), comeBack('A001')],
      ...[callChosen('A001', '1'), walkUp('1')],
    ];
    for (const scene of [emptyScene(), openScene().given(closeDay())]) {
      for (const command of commands) expect(scene.refused(command).code).toBe('day-not-open');
    }
  });
});
