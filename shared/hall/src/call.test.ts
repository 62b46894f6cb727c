import { PolicyKind } from '@tingxu/contract/config';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  close,
  comeBack,
  finish,
  issue,
  miss,
  missEarly,
  open,
  pause,
  recall,
  resume,
  start,
} from '../testing/commands.ts';
import {
  type ConfigInput,
  counter,
  DEFAULT_MISSED,
  ELDERLY,
  hallConfig,
  lane,
  NORMAL,
  VIP,
  withPolicy,
} from '../testing/config.ts';
import {
  after,
  minutes,
  numberCalled,
  numbersCalled,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { allLive } from './live-tickets.ts';

/** One counter that takes everything, so that only the rule decides. */
const ONE: Partial<ConfigInput> = { counters: [counter('1', 'cash', 'account')] };
const ruled = (kind: PolicyKind, more: Partial<ConfigInput> = {}): Scene =>
  openScene(withPolicy({ kind, passOverCap: 99 }, { ...ONE, ...more })).given(open('1'));

describe('the default rule', () => {
  test('CALL-1 urgencies relate as 5.6 : 2.7 : 1', () => {
    const urgencies = openScene().hall().day?.urgencies;
    const { vip, elderly, normal } = urgencies as Record<string, number>;
    expect((vip! / normal!).toFixed(1)).toBe('5.6');
    expect((elderly! / normal!).toFixed(1)).toBe('2.7');
  });

  test('CALL-1 the largest (wait + credit) × urgency is called', () => {
    // A VIP equals a normal ticket that has waited 3 min × 5.584 = 16:45.
    const scene = ruled('weighted-delay').given(issue('cash', 'normal'), after(minutes(16)));
    scene.given(issue('cash', 'vip'));
    expect(numberCalled(scene, '1')).toBe('V001');
    scene.given(finish('V001', '1'), after(minutes(1)), issue('cash', 'vip'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('CALL-1 an elderly customer has a head start of 90 s before the first minute of wait', () => {
    const scene = ruled('weighted-delay').given(issue('cash', 'normal'), after(minutes(4)));
    expect(numbersCalled(scene.given(issue('cash', 'elderly')), '1', 1)).toEqual(['A002']);
    scene.given(after(seconds(30)), issue('cash', 'elderly'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('CALL-2 only services among the skills of the counter are considered', () => {
    const scene = openScene().given(open('1'), open('3'), issue('account'), after(minutes(30)));
    expect(scene.refused(call('1')).code).toBe('nobody-waiting');
    scene.given(issue('cash'));
    expect(numberCalled(scene, '1')).toBe('A001');
    expect(numberCalled(scene, '3')).toBe('B001');
  });

  test('CALL-2 a counter is never refused a ticket while one of its skills waits', () => {
    const scene = openScene().given(open('2'), issue('account', 'vip'), issue('cash'));
    expect(numbersCalled(scene, '2', 2)).toEqual(['V001', 'A001']);
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
  });

  test('CALL-3 a tie goes to whoever was issued first', () => {
    const scene = ruled('weighted-delay').given(issue(), issue(), issue());
    expect(numbersCalled(scene, '1', 3)).toEqual(['A001', 'A002', 'A003']);
  });

  test('CALL-3 a tie between lanes goes to whoever was issued first', () => {
    const lanes = [lane('left', { series: 'L' }), lane('right', { series: 'R' })];
    const scene = ruled('weighted-delay', { lanes, defaultLane: 'left' });
    scene.given(issue('cash', 'right'), issue('cash', 'left'));
    expect(numbersCalled(scene, '1', 2)).toEqual(['R001', 'L001']);
  });
});

describe('the pass-over cap', () => {
  const capped = (passOverCap: number): Scene =>
    openScene(withPolicy({ kind: 'strict', passOverCap }, ONE)).given(open('1'));

  test('CALL-4 a ticket counts each time a counter that could take it takes a later one', () => {
    const scene = capped(9).given(issue('cash', 'normal'), issue('cash', 'vip'));
    const [event] = scene.when(call('1'));
    expect(event).toMatchObject({ ticket: '20261121-0002', passedOver: ['20261121-0001'] });
    expect(scene.ticket('A001').passedOver).toBe(1);
    expect(scene.hall().totals).toMatchObject({ normal: { passedOverMax: 1 } });
  });

  test('CALL-4 a counter that could not take it passes nobody over', () => {
    const config = withPolicy({ passOverCap: 9 });
    const scene = openScene(config).given(open('3'), issue('cash'), issue('account'), call('3'));
    expect(scene.ticket('A001').passedOver).toBe(0);
  });

  test('CALL-4 a protected ticket is passed over no more, even by strict priority', () => {
    const scene = capped(2).given(issue('cash', 'normal'));
    for (let turn = 0; turn < 4; turn += 1) scene.given(issue('cash', 'vip'));
    expect(numbersCalled(scene, '1', 4)).toEqual(['V001', 'V002', 'A001', 'V003']);
  });

  test('CALL-4 while a ticket is protected an earlier place may still be taken', () => {
    const scene = capped(1).given(
      issue('cash', 'elderly'),
      issue('cash', 'normal'),
      issue('cash', 'vip'),
      issue('cash', 'vip'),
    );
    const [, ...rest] = allLive(scene.hall().tickets).map(({ number }) => number);
    expect(rest).toHaveLength(3);
    // V001 passes both; A001 and A002 are then protected, A001 has the earlier place.
    expect(numbersCalled(scene, '1', 4)).toEqual(['V001', 'A001', 'A002', 'V002']);
  });

  test('CALL-4 a cap of zero is first come, first served', () => {
    const scene = capped(0).given(issue('cash', 'normal'), issue('cash', 'vip'), issue());
    expect(numbersCalled(scene, '1', 3)).toEqual(['A001', 'V001', 'A002']);
  });

  test('CALL-5 first come, first served inside lane and service, under every policy', () => {
    for (const kind of PolicyKind.options) {
      const scene = ruled(kind);
      for (let i = 0; i < 5; i += 1) scene.given(issue(), issue('cash', 'vip'), after(i % 2));
      const called = numbersCalled(scene, '1', 10);
      expect(called.filter((number) => number.startsWith('A'))).toEqual([
        'A001',
        'A002',
        'A003',
        'A004',
        'A005',
      ]);
      expect(called.filter((number) => number.startsWith('V'))).toEqual([
        'V001',
        'V002',
        'V003',
        'V004',
        'V005',
      ]);
    }
  });
});

describe('other policies', () => {
  test('CALL-7 earliest-due: entry plus the target of the lane', () => {
    // Due: A001 at 15:00, V001 at 9:00 + 5:00 = 14:00, V002 at 10:30 + 5:00 = 15:30.
    const scene = ruled('earliest-due').given(issue(), after(minutes(9)), issue('cash', 'vip'));
    scene.given(after(seconds(90)), issue('cash', 'vip'));
    expect(numbersCalled(scene, '1', 3)).toEqual(['V001', 'A001', 'V002']);
  });

  test('CALL-7 head-start: first come first served, each lane with its credit', () => {
    const scene = ruled('head-start').given(issue(), after(minutes(2)), issue('cash', 'vip'));
    scene.given(after(seconds(90)), issue('cash', 'vip'));
    expect(numbersCalled(scene, '1', 3)).toEqual(['V001', 'A001', 'V002']);
  });

  test('CALL-7 strict: lanes in the order of the configuration', () => {
    const scene = ruled('strict', { lanes: [ELDERLY, VIP, NORMAL] });
    scene.given(issue('cash', 'normal'), after(minutes(600)), issue('cash', 'vip'));
    scene.given(after(minutes(5)), issue('cash', 'elderly'));
    expect(numbersCalled(scene, '1', 3)).toEqual(['A002', 'V001', 'A001']);
  });

  test('CALL-7 fifo: first come, first served over all lanes', () => {
    const scene = ruled('fifo').given(issue('cash', 'normal'), after(1), issue('account', 'vip'));
    expect(numbersCalled(scene.given(after(1), issue()), '1', 3)).toEqual(['A001', 'V001', 'A002']);
  });
});

describe('who may call', () => {
  test('CALL-8 closed, paused and busy counters are refused', () => {
    const scene = openScene().given(issue(), issue());
    expect(scene.refused(call('1')).code).toBe('counter-closed');
    expect(scene.given(open('1'), pause('1')).refused(call('1')).code).toBe('counter-paused');
    scene.given(resume('1'), call('1'));
    expect(scene.refused(call('1'))).toEqual({ code: 'counter-busy', state: '20261121-0001' });
    scene.given(start('A001', '1'));
    expect(scene.refused(call('1')).code).toBe('counter-busy');
    expect(scene.refused(call('9')).code).toBe('counter-unknown');
    scene.given(finish('A001', '1'), close('1'));
    expect(scene.refused(call('1')).code).toBe('counter-closed');
  });

  test('CALL-8 one ticket is at one counter at a time', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), call('1'));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    for (const command of [recall, start, finish, miss]) {
      expect(scene.refused(command('A001', '2'))).toEqual({
        code: 'ticket-at-other-counter',
        state: '1',
      });
    }
  });

  test('CALL-8 a ticket that is called, served or missed is called by nobody', () => {
    const scene = openScene().given(open('1'), open('2'), issue(), call('1'), start('A001', '1'));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    scene.given(finish('A001', '1'), issue(), call('1'), after(seconds(20)), recall('A002', '1'));
    scene.given(after(seconds(20)), miss('A002', '1'));
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
  });
});

describe('what is recorded', () => {
  test('CALL-9 a call records policy, version, score, whom it passed and what limited it', () => {
    const scene = openScene(withPolicy({ passOverCap: 1 }, ONE)).given(
      open('1', 's7'),
      issue(),
      after(minutes(1)),
      issue('cash', 'vip'),
      after(minutes(1)),
    );
    expect(scene.when(call('1'))).toEqual([
      {
        type: 'TicketCalled',
        ticket: '20261121-0002',
        counter: '1',
        staff: 's7',
        attempt: 1,
        policy: 'weighted-delay',
        ruleVersion: 2,
        score: minutes(1 + 3) * 599_146,
        passedOver: ['20261121-0001'],
      },
    ]);
    scene.given(finish('V001', '1'), issue('cash', 'vip'));
    expect(scene.when(call('1'))).toMatchObject([
      { ticket: '20261121-0001', passedOver: [], protectedBy: '20261121-0001' },
    ]);
  });

  test('CALL-9 whom it passed stand in the order of their places, not of their issue', () => {
    const lanes = [VIP, ELDERLY, { ...NORMAL, missed: { ...DEFAULT_MISSED, returnAfterCalls: 0 } }];
    const scene = openScene(withPolicy({ kind: 'weighted-delay', passOverCap: 9 }, { lanes }));
    scene.given(open('1'), issue(), call('1'), issue(), missEarly('A001', '1', 'looked-for'));
    scene.given(comeBack('A001'), issue(), issue('cash', 'vip'));
    const expected = ['A002', 'A001', 'A003'].map((number) => scene.ticket(number).id);
    expect(scene.when(call('1'))).toMatchObject([{ passedOver: expected }]);
  });

  test('CALL-9 attempts count over the whole visit', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), after(seconds(20)));
    expect(scene.when(recall('A001', '1'))).toMatchObject([{ attempt: 2 }]);
    scene.given(after(seconds(20)), miss('A001', '1'), comeBack('A001'));
    expect(scene.when(call('1'))).toMatchObject([{ attempt: 3 }]);
    expect(scene.hall().calls).toMatchObject([{ number: 'A001', attempt: 3 }]);
  });

  test('CALL-9 scores stay exact integers for the steepest settings that the contract takes', () => {
    const promise = { targetMs: seconds(10), sharePermille: 999 };
    const steep = { promise, creditMs: minutes(24 * 60) };
    const lanes = [lane('a', steep), lane('b', { series: 'B', ...steep })];
    for (const kind of PolicyKind.options) {
      const scene = ruled(kind, { lanes, defaultLane: 'a' });
      scene.given(issue('cash', 'a'), issue('cash', 'b'), after(minutes(30 * 60)), cancel('A001'));
      const [event] = scene.when(call('1'));
      expect(event?.type === 'TicketCalled' && Number.isSafeInteger(event.score)).toBe(true);
    }
  });

  test('CALL-9 a number that was called is on top of the list, a recall moves it up', () => {
    const config = hallConfig({
      counters: [counter('1', 'cash'), counter('2', 'cash')],
      lanes: [lane('normal', { missed: DEFAULT_MISSED })],
    });
    const scene = openScene(config).given(open('1'), open('2'), issue(), issue());
    scene.given(call('1'), after(1), call('2'));
    const shown = () => scene.hall().calls.map(({ number, counter }) => `${number} → ${counter}`);
    expect(shown()).toEqual(['A002 → 2', 'A001 → 1']);
    scene.given(after(1), recall('A001', '1'));
    expect(shown()).toEqual(['A001 → 1', 'A002 → 2']);
  });
});
