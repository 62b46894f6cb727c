import { SeriesLetter, TicketNumber } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  closeDay,
  finish,
  issue,
  open,
  openDay,
  pause,
} from '../testing/commands.ts';
import { counter, hallConfig, lane, service, withPolicy } from '../testing/config.ts';
import { after, by, emptyScene, minutes, openScene, type Scene } from '../testing/scene.ts';

const numbersOf = (scene: Scene, count: number, lane = 'normal', of = 'cash'): string[] =>
  Array.from({ length: count }, () => {
    const [event] = scene.when(issue(of, lane));
    if (event?.type !== 'TicketIssued') throw new Error('an issue is one fact');
    return event.number;
  });

describe('issuing', () => {
  test('ISSUE-1 a ticket waits for its service and lane from the instant of issue', () => {
    const scene = openScene().given(after(minutes(3)), issue('account', 'elderly'));
    expect(scene.ticket('B001')).toMatchObject({
      service: 'account',
      lane: 'elderly',
      state: 'waiting',
      issuedAt: scene.now(),
      waitFromAt: scene.now(),
    });
  });

  test('ISSUE-1 a service or lane that the hall does not have is refused', () => {
    const scene = openScene();
    expect(scene.refused(issue('loans')).code).toBe('service-unknown');
    expect(scene.refused(issue('cash', 'gold')).code).toBe('lane-unknown');
  });

  test('ISSUE-2 a lane that needs proof is given by staff, not by a kiosk or phone', () => {
    const scene = openScene();
    for (const role of ['kiosk', 'anonymous', 'board'] as const) {
      expect(scene.refused(by(role, issue('cash', 'vip'))).code).toBe('lane-needs-staff');
      scene.given(by(role, issue('cash', 'elderly')));
    }
    for (const role of ['teller', 'lobby', 'supervisor'] as const) {
      expect(scene.when(by(role, issue('cash', 'vip')))).toMatchObject([{ lane: 'vip' }]);
    }
  });

  test('ISSUE-3 a service that no counter of the hall takes is refused', () => {
    const config = hallConfig({ counters: [counter('1', 'cash')] });
    expect(openScene(config).refused(issue('account')).code).toBe('service-without-counter');
  });

  test('ISSUE-3 a service is issued while its counters are merely closed', () => {
    expect(openScene().when(issue('account'))).toMatchObject([{ number: 'B001', wait: null }]);
  });

  test('ISSUE-4 a refused command burns no number and no place', () => {
    const scene = openScene().given(issue());
    const before = scene.hall();
    scene.refused(issue('loans'));
    scene.refused(by('kiosk', issue('cash', 'vip')));
    expect(scene.hall()).toBe(before);
    expect(scene.when(issue())).toMatchObject([{ number: 'A002', place: 2 }]);
  });
});

describe('numbers', () => {
  test('NUM-1 numbers run without a gap and go on after 999 with 1000', () => {
    const scene = openScene();
    const numbers = numbersOf(scene, 1_001);
    expect(numbers.slice(0, 3)).toEqual(['A001', 'A002', 'A003']);
    expect(numbers.slice(997)).toEqual(['A998', 'A999', 'A1000', 'A1001']);
    expect(new Set(numbers).size).toBe(1_001);
  });

  test('NUM-1 a number is not given again when its ticket has ended', () => {
    const scene = openScene().given(issue(), cancel('A001'));
    expect(numbersOf(scene, 1)).toEqual(['A002']);
  });

  test('NUM-1 each day begins at 001', () => {
    const scene = openScene().given(issue(), closeDay('end-remaining'));
    scene.given(openDay(hallConfig(), '2026-11-22'));
    expect(numbersOf(scene, 1)).toEqual(['A001']);
  });

  test('NUM-1 two services that share a letter share one series', () => {
    const services = [service('cash'), service('account')];
    const scene = openScene(hallConfig({ services }));
    expect([
      ...numbersOf(scene, 1, 'normal', 'cash'),
      ...numbersOf(scene, 1, 'normal', 'account'),
      ...numbersOf(scene, 1, 'normal', 'cash'),
    ]).toEqual(['A001', 'A002', 'A003']);
  });

  test('NUM-2 a number is one letter and at least three digits, without I, O, Q, S and Z', () => {
    for (const text of ['A001', 'Y999', 'A1000']) expect(TicketNumber.parse(text)).toBe(text);
    for (const text of ['A01', 'a001', 'AA001', 'A', '001', 'A-01']) {
      expect(TicketNumber.safeParse(text).success).toBe(false);
    }
    for (const letter of 'IOQSZ') expect(SeriesLetter.safeParse(letter).success).toBe(false);
    expect([...'ABCDEFGHJKLMNPRTUVWXY'].map((letter) => SeriesLetter.parse(letter))).toHaveLength(
      21,
    );
  });

  test("NUM-3 the letter is the lane's, if the lane has one, else the service's", () => {
    const scene = openScene();
    expect(numbersOf(scene, 1, 'vip', 'account')).toEqual(['V001']);
    expect(numbersOf(scene, 1, 'normal', 'account')).toEqual(['B001']);
    expect(numbersOf(scene, 1, 'elderly', 'cash')).toEqual(['A001']);
  });

  test('NUM-4 the internal key is the business day and the ordinal of the issue', () => {
    const scene = openScene();
    const key = (step: ReturnType<typeof issue>) => scene.when(step)[0];
    expect(key(issue('cash'))).toMatchObject({ number: 'A001', ticket: '20261121-0001' });
    expect(key(issue('account'))).toMatchObject({ number: 'B001', ticket: '20261121-0002' });
    expect(key(issue('cash', 'vip'))).toMatchObject({ number: 'V001', ticket: '20261121-0003' });
  });
});

describe('what is told at issue', () => {
  test('CALL-6 the worst position is the earlier compatible tickets plus K', () => {
    const scene = openScene(withPolicy({ kind: 'weighted-delay', passOverCap: 5 }));
    scene.given(issue('cash'), issue('account'), issue('cash', 'vip'));
    expect(scene.when(issue('cash'))).toMatchObject([{ earlier: 3, passOverCap: 5 }]);
  });

  test('CALL-6 tickets that share no counter with it do not count, ended and called ones neither', () => {
    const config = hallConfig({ counters: [counter('1', 'cash'), counter('3', 'account')] });
    const scene = openScene(config).given(open('1'), issue('account'), issue('cash'), call('1'));
    expect(scene.when(issue('cash'))).toMatchObject([{ earlier: 0 }]);
    scene.given(cancel('A002'));
    expect(scene.when(issue('cash'))).toMatchObject([{ earlier: 0 }]);
    expect(scene.when(issue('cash'))).toMatchObject([{ earlier: 1 }]);
  });

  test('CALL-6 counters that could take it call at most that many others first', () => {
    const scene = openScene(withPolicy({ passOverCap: 2 })).given(
      open('1'),
      issue('cash', 'normal'),
      issue('cash', 'normal'),
    );
    // n = 1 and K = 2 for A002: at most three others, however many VIPs arrive.
    const called: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      scene.given(issue('cash', 'vip'));
      const [event] = scene.when(call('1'));
      if (event?.type !== 'TicketCalled') throw new Error('a call is one fact');
      called.push(scene.ticket(event.ticket).number);
      scene.given(finish(event.ticket, '1'));
    }
    expect(called).toEqual(['V001', 'V002', 'A001', 'A002']);
  });

  test('CALL-4 K is 1.5 × counters in service, rounded up, and of all counters while none is', () => {
    const capNow = (scene: Scene) => {
      const [event] = scene.when(issue());
      return event?.type === 'TicketIssued' ? event.passOverCap : null;
    };
    const scene = openScene();
    expect(capNow(scene)).toBe(6);
    expect(capNow(scene.given(open('1')))).toBe(2);
    expect(capNow(scene.given(open('2')))).toBe(3);
    expect(capNow(scene.given(open('3'), pause('3')))).toBe(5);
  });

  test('CALL-4 K is rounded up by however little it is more than a whole number', () => {
    const scene = openScene(withPolicy({ passOverPermille: 2_001 })).given(open('1'));
    expect(scene.when(issue())).toMatchObject([{ passOverCap: 3 }]);
  });

  test('CALL-4 K is fixed for a ticket when it is issued', () => {
    const scene = openScene().given(open('1'), issue(), open('2'), open('3'), open('4'));
    expect(scene.ticket('A001').passOverCap).toBe(2);
  });

  test('CALL-4 a fixed number may replace it, zero included', () => {
    const scene = emptyScene().given(openDay(withPolicy({ passOverCap: 0 })));
    expect(scene.when(issue())).toMatchObject([{ passOverCap: 0 }]);
  });

  test('NUM-3 a lane with its own letter counts apart from the services', () => {
    const lanes = [lane('normal'), lane('gold', { series: 'G' })];
    const scene = openScene(hallConfig({ lanes, defaultLane: 'normal' }));
    expect(numbersOf(scene, 2, 'gold')).toEqual(['G001', 'G002']);
    expect(numbersOf(scene, 1)).toEqual(['A001']);
  });
});
