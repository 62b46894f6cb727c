import { describe, expect, test } from 'vitest';
import { call, close, finish, issue, open, pause } from '../testing/commands.ts';
import { type ConfigInput, counter, hallConfig } from '../testing/config.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { nextToCall } from './call-order.ts';

type CounterInput = ConfigInput['counters'][number];

const hall = (...counters: readonly CounterInput[]): Scene =>
  openScene(hallConfig({ counters: [...counters] })).given(
    ...counters.flatMap(({ id }) => [open(id), after(seconds(1))]),
  );

/** Counter and ticket of each call, in the order in which they should be made. */
const calls = (scene: Scene): readonly string[] => {
  const made: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const { day } = scene.hall();
    const next = day && nextToCall(scene.hall(), day, scene.now());
    if (!next) break;
    scene.given(call(next.counter.id));
    made.push(`${next.counter.id} ${next.choice.ticket.number}`);
  }
  return made;
};

const ALL = counter('1', 'cash', 'account');
const CASH = counter('2', 'cash');

describe('the counter that should call', () => {
  test('CALL-12 is the free one with the fewest skills', () => {
    expect(calls(hall(ALL, CASH).given(issue('cash')))).toEqual(['2 A001']);
  });

  test('CALL-12 so an all-purpose counter is left for whom only it can take', () => {
    const scene = hall(ALL, CASH).given(issue('cash'), after(minutes(9)), issue('account'));
    expect(calls(scene)).toEqual(['2 A001', '1 B001']);
  });

  test('CALL-12 among equals is the one that has been free for longest, then the first', () => {
    const scene = hall(CASH, counter('3', 'cash'), counter('4', 'cash')).given(issue());
    scene.given(call('2'), after(seconds(5)), finish('A001', '2'), issue(), issue(), issue());
    expect(calls(scene)).toEqual(['3 A002', '4 A003', '2 A004']);
    const tied = openScene(hallConfig({ counters: [CASH, counter('3', 'cash')] }));
    expect(calls(tied.given(open('2'), open('3'), issue()))).toEqual(['2 A001']);
  });

  test('CALL-12 takes it as its own before another takes it as secondary', () => {
    const overflow = { ...CASH, secondary: [{ service: 'account', limitMs: minutes(9) }] };
    const either = { ...overflow, skills: ['cash', 'account'] };
    const three = counter('3', 'account', 'cash', 'wealth');
    const services = ['cash', 'account', 'wealth'].map((id) => ({
      ...{ id, series: 'A', expectedServiceMs: 60_000 },
      name: { 'zh-CN': id, en: id },
    }));
    const scene = openScene(hallConfig({ services, counters: [either, three] }));
    expect(calls(scene.given(open('2'), open('3'), issue('account')))).toEqual(['3 A001']);
  });

  test('CALL-12 of a lane is the one kept for it, which helps others last', () => {
    const kept = { ...ALL, dedicated: { lanes: ['vip'] } };
    const scene = hall(kept, CASH).given(after(minutes(5)), issue('cash', 'vip'));
    expect(calls(scene)).toEqual(['1 V001']);
    const helping = hall(kept, CASH).given(after(minutes(5)), issue(), issue());
    expect(calls(helping)).toEqual(['2 A001', '1 A002']);
  });

  test('CALL-12 is nobody when no free counter could call', () => {
    expect(calls(hall(CASH).given(issue('cash'), pause('2')))).toEqual([]);
    expect(calls(hall(CASH).given(issue('cash'), close('2')))).toEqual([]);
    expect(calls(hall(CASH))).toEqual([]);
  });

  test('CALL-12 may be asked of some counters alone', () => {
    const scene = hall(ALL, CASH).given(issue());
    const { day } = scene.hall();
    const next = day && nextToCall(scene.hall(), day, scene.now(), ({ id }) => id === ALL.id);
    expect(next?.counter.id).toBe('1');
  });
});
