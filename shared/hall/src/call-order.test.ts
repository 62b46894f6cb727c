import { describe, expect, test } from 'vitest';
import { call, close, finish, issue, open, pause } from '../testing/commands.ts';
import { type ConfigInput, counter, hallConfig } from '../testing/config.ts';
import { explain, sweep } from '../testing/property.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { callsInOrder, nextToCall } from './call-order.ts';
import { isFree } from './eligibility.ts';
import { chooseNext } from './lane-policy.ts';
import { counterConfig } from './lookup.ts';
import type { Day, HallState } from './state.ts';

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

  test('CALL-12 takes it as secondary before another helps with it', () => {
    const overflow = {
      ...counter('2', 'cash', 'account'),
      secondary: [{ service: 'account', limitMs: minutes(60) }],
    };
    const kept = { ...counter('1', 'account'), dedicated: { lanes: ['vip'] } };
    const scene = hall(kept, overflow).given(after(minutes(5)), issue('account'));
    expect(calls(scene)).toEqual(['2 B001']);
  });

  test('CALL-12 is nobody when no free counter could call', () => {
    expect(calls(hall(CASH).given(issue('cash'), pause('2')))).toEqual([]);
    expect(calls(hall(CASH).given(issue('cash'), close('2')))).toEqual([]);
    expect(calls(hall(CASH))).toEqual([]);
  });

  test('CALL-12 the advice names the calls one after the other, and changes nothing', () => {
    const scene = hall(ALL, CASH).given(issue('cash'), after(minutes(9)), issue('account'));
    const before = scene.hall();
    const { day } = before;
    const advice = day ? callsInOrder(before, day, scene.now()) : [];
    const told = advice.map(({ counter, choice }) => `${counter.id} ${choice.ticket.number}`);
    expect(scene.hall()).toBe(before);
    expect(told).toEqual(['2 A001', '1 B001']);
    expect(calls(scene)).toEqual(told);
  });

  test('CALL-12 the advice names no more calls than are asked for, the first ones', () => {
    const scene = hall(ALL, CASH).given(issue('cash'), after(minutes(9)), issue('account'));
    const { day } = scene.hall();
    const advice = day ? callsInOrder(scene.hall(), day, scene.now(), 1) : [];
    expect(advice.map(({ counter }) => counter.id)).toEqual(['2']);
  });

  test('CALL-12 may be asked of some counters alone', () => {
    const scene = hall(ALL, CASH).given(issue());
    const { day } = scene.hall();
    const next = day && nextToCall(scene.hall(), day, scene.now(), ({ id }) => id === ALL.id);
    expect(next?.counter.id).toBe('1');
  });
});

/** Free counters that could call somebody, with the ticket and whether it is plainly their own. */
const couldCall = (hall: HallState, day: Day, at: number) =>
  hall.counters.filter(isFree).flatMap((row) => {
    const config = counterConfig(day, row.id);
    const choice = config && chooseNext({ hall, day, counter: config, at });
    return choice ? [{ config, ticket: choice.ticket.id, own: choice.tier === null }] : [];
  });

/** Looks for a free counter that could do less else and would have taken the same ticket as its own. */
const checkOrder = (hall: HallState, next: typeof nextToCall): boolean => {
  const { day, at } = hall;
  if (!day?.open) return false;
  const could = couldCall(hall, day, at);
  const chosen = next(hall, day, at);
  if ((chosen === null) !== (could.length === 0)) throw new Error('ORDER: somebody idles');
  if (chosen === null) return false;
  const mine = could.find(({ config }) => config.id === chosen.counter.id);
  for (const { config, ticket, own } of could) {
    const same = ticket === chosen.choice.ticket.id && own && !mine?.config.dedicated;
    const fewer = config.skills.length < (mine?.config.skills.length ?? 0);
    if (same && (fewer || !mine?.own)) throw new Error(`ORDER: ${config.id} should call ${ticket}`);
  }
  return could.length > 1;
};

describe('among several free counters of random halls', () => {
  const seed = FIXED_SEED + 4;
  const swept = (next: typeof nextToCall) => {
    let several = 0;
    const watch = (_: HallState, after: HallState): void => {
      if (checkOrder(after, next)) several += 1;
    };
    return {
      ...sweep({ seed, days: 80, length: 250, watch, shrink: false }),
      several: () => several,
    };
  };

  test('CALL-12, INV-12 none with fewer skills is left out, and none idles that could call', () => {
    const result = swept(nextToCall);
    expect(explain(result, seed)).toBe('');
    expect(result.several()).toBeGreaterThan(500);
  }, 120_000);

  test('CALL-12 control: an order by age alone is found out', () => {
    const byAge: typeof nextToCall = (hall, day, at) => {
      const [first] = couldCall(hall, day, at);
      const counter = hall.counters.find(({ id }) => id === first?.config.id);
      const choice = first && chooseNext({ hall, day, counter: first.config, at });
      return counter && choice ? { counter, choice } : null;
    };
    expect(swept(byAge).breach?.message).toMatch(/^ORDER/);
  }, 120_000);
});
