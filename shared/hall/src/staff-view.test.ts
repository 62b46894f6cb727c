import { ServiceId } from '@tingxu/contract/ids';
import { DEFAULT_WATCH } from '@tingxu/contract/watch';
import { describe, expect, test } from 'vitest';
import {
  addService,
  answerHelp,
  call,
  comeBack,
  finish,
  help,
  issue,
  issueWith,
  miss,
  open,
  park,
  prepare,
  ready,
  recall,
  release,
  resumeTicket,
  sendBack,
  start,
  transfer,
} from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, by, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { ticketRow } from './ticket-rows.ts';
import { boardView, counterView, kioskView, supervisorView } from './view.ts';

const called = () => openScene().given(open('1'), issue(), after(minutes(2)), call('1'));
const row = (scene: Scene, number = 'A001') => ticketRow(scene.hall(), scene.ticket(number));
const had = { counter: '1', staff: 's1' };

describe('what staff see of a ticket that is out of the line', () => {
  test('FEED-6 a parked one says at which counter, by whom, since when and until when', () => {
    const scene = called().given(park('A001', '1', { limitMs: minutes(10) }));
    expect(row(scene)).toMatchObject({
      state: 'parked',
      aside: { cause: 'parked', sinceAt: scene.now(), ...had },
      validUntilAt: scene.now() + minutes(10),
    });
  });

  test('FEED-6 one with forms says whether a counter sent it back', () => {
    const sent = called().given(sendBack('A001', '1'));
    expect(row(sent).aside).toEqual({ cause: 'sent-back', sinceAt: sent.now(), ...had });
    const line = openScene().given(issue(), after(seconds(5)), prepare('A001'));
    expect(row(line).aside).toEqual({ cause: 'forms', sinceAt: line.now() });
    const door = openScene().given(issueWith({ preparing: true }));
    expect(row(door).aside).toEqual({ cause: 'forms', sinceAt: door.now() });
  });

  test('FEED-6 a missed one says where and since when', () => {
    const scene = called().given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    scene.given(miss('A001', '1'));
    expect(row(scene).aside).toEqual({ cause: 'missed', sinceAt: scene.now(), ...had });
  });

  test('FEED-6 every live ticket stands in the view of staff', () => {
    const scene = called().given(park('A001', '1'), issue(), issueWith({ preparing: true }));
    scene.given(issue(), prepare('A002'));
    for (const view of [counterView(scene.hall()), supervisorView(scene.hall())]) {
      const states = Object.values(view.tickets).map(({ number, state }) => `${number} ${state}`);
      expect(states.sort()).toEqual([
        'A001 parked',
        'A002 preparing',
        'A003 preparing',
        'A004 waiting',
      ]);
    }
  });
});

describe('what staff see of a ticket that came into the line again', () => {
  const entry = (scene: Scene) => row(scene).entry;

  test('FEED-6 it says how, and from whom', () => {
    const parked = called().given(park('A001', '1'), after(minutes(1)), resumeTicket('A001'));
    expect(entry(parked)).toEqual({ cause: 'resumed', at: parked.now(), ...had });
    expect(row(parked)).not.toHaveProperty('aside');
    const sent = called().given(sendBack('A001', '1'), ready('A001'));
    expect(entry(sent)).toEqual({ cause: 'forms-ready', at: sent.now(), ...had });
    const line = openScene().given(issue(), prepare('A001'), ready('A001'));
    expect(entry(line)).toEqual({ cause: 'forms-ready', at: line.now() });
    const moved = called().given(transfer('A001', { counter: '1', service: 'account' }));
    expect(entry(moved)).toEqual({ cause: 'transferred', at: moved.now(), ...had });
    const vanished = called().given(by('supervisor', release('1')));
    expect(entry(vanished)).toEqual({ cause: 'released', at: vanished.now(), ...had });
  });

  test('FEED-6 a return from a miss says so', () => {
    const scene = called().given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    scene.given(miss('A001', '1'), comeBack('A001'));
    expect(entry(scene)).toEqual({ cause: 'returned', at: scene.now(), ...had });
    expect(row(scene)).not.toHaveProperty('aside');
  });

  test('FEED-6 the next service of a visit says who served the one before', () => {
    const scene = called().given(start('A001', '1'), addService('A001', 'account'));
    expect(row(scene).further).toEqual(['account']);
    scene.given(finish('A001', '1'));
    expect(entry(scene)).toEqual({ cause: 'next-service', at: scene.now(), ...had });
    expect(row(scene)).toMatchObject({ leg: 1, further: [] });
  });
});

describe('what else staff see', () => {
  test('CTR-9 a call for help stands on its counter until it ends', () => {
    const scene = openScene().given(open('1'), help('1', 'approval'), after(seconds(9)));
    const { counters } = counterView(scene.given(answerHelp('1')).hall());
    expect(Object.values(counters).find(({ counter }) => counter === '1')?.help).toEqual({
      kind: 'approval',
      calledAt: scene.now() - seconds(9),
      answeredAt: scene.now(),
    });
  });

  test('WAIT-3 the usual time of a service is the learnt one', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), start('A001', '1'));
    const usual = () => counterView(scene.hall()).services[ServiceId.parse('cash')]?.usualMs ?? 0;
    const before = usual();
    scene.given(after(minutes(20)), finish('A001', '1'));
    expect(usual()).toBeGreaterThan(before);
  });

  test('CTR-5, CTR-6, CTR-7, CTR-10, PARK-2 the rules that bind them come with every default filled in', () => {
    const { rules } = counterView(openScene().hall());
    expect(rules).toEqual({
      chosenCallBy: ['lobby', 'supervisor'],
      walkUpBy: ['teller', 'lobby', 'supervisor'],
      autoCall: [],
      awayAfterMs: minutes(10),
      stay: true,
      parkMs: minutes(15),
      parkMaxMs: minutes(120),
      afterPark: 'return',
      watch: DEFAULT_WATCH,
    });
    const own = hallConfig({ counterRule: { autoCall: true, chosenCallBy: ['teller'] } });
    expect(supervisorView(openScene(own).hall()).rules).toMatchObject({
      chosenCallBy: ['teller'],
      autoCall: own.counters.map(({ id }) => id),
    });
  });

  test('FEED-2 and no public view has any of it', () => {
    const scene = called().given(park('A001', '1'), help('1'), issue(), prepare('A002'));
    for (const view of [kioskView(scene.hall()), boardView(scene.hall())]) {
      const told = JSON.stringify(view);
      for (const word of ['aside', 'entry', 'help', 'usualMs', 'rules', 's1', 'A002']) {
        expect(told).not.toContain(`"${word}"`);
      }
    }
  });
});
