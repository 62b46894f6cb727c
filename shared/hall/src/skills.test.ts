import { HallConfig } from '@tingxu/contract/config';
import { LaneId, ServiceId } from '@tingxu/contract/ids';
import { TURN } from '@tingxu/contract/scores';
import { describe, expect, test } from 'vitest';
import {
  call,
  close,
  comeBack,
  finish,
  issue,
  miss,
  open,
  pause,
  recall,
  resume,
} from '../testing/commands.ts';
import { type ConfigInput, counter, hallConfig, service, withPolicy } from '../testing/config.ts';
import {
  after,
  minutes,
  numberCalled,
  numbersCalled,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { eligibleFor } from './eligibility.ts';
import { forecast } from './estimate.ts';
import { viewOf } from './view.ts';

type CounterInput = ConfigInput['counters'][number];

const hall = (counters: readonly CounterInput[], more: Partial<ConfigInput> = {}): Scene =>
  openScene(withPolicy({ kind: 'fifo', passOverCap: 99 }, { ...more, counters: [...counters] }));

const secondary = (service: string, limitMs: number): Partial<CounterInput> => ({
  secondary: [{ service, limitMs }],
});

describe('secondary services', () => {
  const CASH_FIRST = { ...counter('1', 'cash', 'account'), ...secondary('account', minutes(10)) };
  const cashFirst = (): Scene => hall([CASH_FIRST]).given(open('1'));

  test('CALL-10 a secondary service is taken only when no primary one waits', () => {
    const scene = cashFirst().given(issue('account'), after(minutes(1)), issue('cash'));
    expect(numbersCalled(scene, '1', 2)).toEqual(['A001', 'B001']);
  });

  test('CALL-10 once it has waited for its limit it stands beside the others', () => {
    const scene = cashFirst().given(issue('account'), after(minutes(10) - 1), issue('cash'));
    scene.given(issue('cash'));
    expect(numbersCalled(scene, '1', 1)).toEqual(['A001']);
    expect(numbersCalled(scene.given(after(1)), '1', 2)).toEqual(['B001', 'A002']);
  });

  test('CALL-10 beside the others the policy chooses: being overdue alone calls nobody', () => {
    const scene = cashFirst().given(issue('cash'), after(1), issue('account'));
    scene.given(after(minutes(11)));
    expect(numbersCalled(scene, '1', 2)).toEqual(['A001', 'B001']);
  });

  test('CALL-10, CALL-4 it is passed over only by calls that could have taken it', () => {
    const scene = cashFirst().given(issue('account'), issue('cash'));
    expect(scene.when(call('1'))).toMatchObject([{ passedOver: [] }]);
    scene.given(finish('A001', '1'), after(minutes(10)), issue('cash', 'vip'));
    expect(scene.when(call('1'))).toMatchObject([{ passedOver: [], tier: 'overdue' }]);
  });

  test('CALL-10, CALL-4 over its limit it is protected like any other', () => {
    const scene = openScene(
      withPolicy({ kind: 'strict', passOverCap: 1 }, { counters: [CASH_FIRST] }),
    ).given(open('1'), issue('account'), after(minutes(10)));
    scene.given(issue('cash', 'vip'), issue('cash', 'vip'));
    expect(numbersCalled(scene, '1', 3)).toEqual(['V001', 'B001', 'V002']);
  });

  test('CALL-10, MISS-4 a held ticket is not held for a secondary one of its lane', () => {
    const scene = cashFirst().given(issue('cash'), call('1'), after(seconds(20)));
    scene.given(recall('A001', '1'), after(seconds(20)), miss('A001', '1'), comeBack('A001'));
    // Of what the counter may take, only the held ticket is of the lane.
    expect(numbersCalled(scene.given(issue('account')), '1', 2)).toEqual(['A001', 'B001']);
  });

  test('CALL-6, CALL-10 no worst position is told where nothing bounds it', () => {
    const scene = cashFirst();
    expect(scene.when(issue('account'))).toMatchObject([{ noWorst: true }]);
    const [plain] = scene.when(issue('cash'));
    expect(plain).not.toHaveProperty('noWorst');
  });

  test('CALL-6, CALL-10 one counter that takes it as secondary, among others, is enough for that', () => {
    const limitMs = minutes(10);
    const both = ['cash', 'account'].map((name) => ({ service: name, limitMs }));
    const second = { ...counter('2', 'cash', 'account', 'loan'), secondary: both };
    const services = ['cash', 'account', 'loan'].map((name) => service(name));
    const counters = [counter('1', 'cash', 'account'), second];
    const scene = openScene(hallConfig({ services, counters }));
    for (const { service: name } of both) {
      expect(scene.when(issue(name))).toMatchObject([{ noWorst: true }]);
    }
    expect(scene.when(issue('loan'))[0]).not.toHaveProperty('noWorst');
  });

  test('CALL-10 nobody waits longer than two hours for the services that come first', () => {
    const secondary = [{ service: 'account', limitMs: minutes(120) + 1 }];
    const asked = { counters: [{ ...counter('1', 'cash', 'account'), secondary }] };
    expect(() => hallConfig(asked)).toThrow();
  });

  test('CALL-10, CALL-9 the call says why a secondary ticket could be taken', () => {
    const [event] = cashFirst().given(issue('account')).when(call('1'));
    expect(event).toMatchObject({ tier: 'secondary' });
    const [plain] = cashFirst().given(issue('cash')).when(call('1'));
    expect(plain).not.toHaveProperty('tier');
  });
});

describe('dedicated counters', () => {
  const VIP_COUNTER = { ...counter('1', 'cash', 'account'), dedicated: { lanes: ['vip'] } };
  const two = (): Scene => hall([VIP_COUNTER, counter('2', 'cash')]).given(open('1'), open('2'));

  test('CALL-11 takes its own lanes and refuses the others until it has been free for two minutes', () => {
    const scene = two().given(issue('cash'), after(minutes(2) - 1));
    const { code, retryAt } = scene.refused(call('1'));
    expect([code, retryAt]).toEqual(['counter-dedicated', scene.now() + 1]);
    scene.given(after(1));
    expect(scene.when(call('1'))).toMatchObject([{ ticket: '20261121-0001', tier: 'helping' }]);
  });

  test('CALL-11 its own go first, however long the others have waited', () => {
    const scene = two().given(issue('cash'), issue('cash', 'vip'), after(minutes(60)));
    expect(scene.when(call('1'))).toMatchObject([{ ticket: '20261121-0002', passedOver: [] }]);
    scene.given(finish('V001', '1'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('CALL-11 a counter that comes back from a pause begins its two minutes anew', () => {
    const scene = two().given(issue('cash'), after(minutes(5)), pause('1'), resume('1'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
  });

  test('CALL-11 the time after which it helps is a setting', () => {
    const kept = { ...VIP_COUNTER, dedicated: { lanes: ['vip'], helpsAfterMs: 5_000 } };
    const scene = hall([kept, counter('2', 'cash')]).given(open('1'), open('2'), issue('cash'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
    expect(numberCalled(scene.given(after(seconds(5))), '1')).toBe('A001');
  });

  test('CALL-11 a counter that has a ticket does not help, however long it has had it', () => {
    const scene = two().given(issue('cash', 'vip'), call('1'), issue('cash'), after(minutes(9)));
    const { day, ...hall } = scene.hall();
    const config = day?.config.counters.find(({ id }) => id === '1');
    if (!day || !config) throw new Error('no counter 1');
    const moment = { hall: { ...hall, day }, day, counter: config, at: scene.now() };
    expect(eligibleFor(moment)).toEqual([]);
    expect(scene.given(finish('V001', '1')).refused(call('1')).code).toBe('counter-dedicated');
  });

  test('CALL-11 whom no other counter in service takes is its own', () => {
    const scene = two().given(issue('account'), issue('cash'));
    // Counter 2 takes cash only.
    expect(numberCalled(scene, '1')).toBe('B001');
    scene.given(finish('B001', '1'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
    scene.given(pause('2'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
    scene.given(resume('2'), close('2'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('CTR-10, CALL-11 nothing is left to a counter that has been paused for ten minutes', () => {
    const scene = two().given(issue('cash'), issue('cash', 'vip'), pause('2'));
    scene.given(after(minutes(10) - 1), call('1'), finish('V001', '1'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
    scene.given(after(1), issue('cash', 'vip'));
    const score = (number: string) => scene.ticket(number).waitFromAt;
    expect(score('A001')).toBeLessThan(score('V002'));
    const calls = Array.from({ length: 4 }, () => {
      const number = numberCalled(scene, '1');
      scene.given(finish(number, '1'), issue('cash', 'vip'));
      return number;
    });
    expect(calls).toContain('A001');
  });

  test('CTR-10, CALL-4 a ticket that depends on a dedicated counter is protected there', () => {
    const config = hallConfig({
      counters: [VIP_COUNTER, counter('2', 'cash')],
      policy: { kind: 'strict', passOverPermille: 1_500, passOverCap: 2 },
    });
    const scene = openScene(config).given(open('1'), open('2'), issue('cash'), pause('2'));
    scene.given(after(minutes(10)));
    for (let i = 0; i < 5; i += 1) scene.given(issue('cash', 'vip'));
    expect(numbersCalled(scene, '1', 4)).toEqual(['V001', 'V002', 'A001', 'V003']);
  });

  test('CTR-10 a counter that resumes is there again', () => {
    const scene = two().given(issue('cash'), pause('2'), after(minutes(20)), resume('2'));
    scene.given(issue('cash', 'vip'), call('1'), finish('V001', '1'));
    expect(scene.refused(call('1')).code).toBe('counter-dedicated');
  });

  test('CTR-10 when it is away is a setting', () => {
    const config = hallConfig({
      counters: [VIP_COUNTER, counter('2', 'cash')],
      counterRule: { awayAfterMs: 0 },
    });
    const scene = openScene(config).given(open('1'), open('2'), issue('cash'), pause('2'));
    expect(numberCalled(scene, '1')).toBe('A001');
  });

  test('CALL-11 two counters kept for other lanes leave nobody to each other', () => {
    const elderly = { ...counter('2', 'cash'), dedicated: { lanes: ['elderly'] } };
    const scene = hall([VIP_COUNTER, elderly]).given(open('1'), open('2'), issue('cash'));
    expect(numberCalled(scene, '2')).toBe('A001');
  });

  test('CALL-11 nobody waiting is told as such', () => {
    expect(two().refused(call('1'))).toEqual({ code: 'nobody-waiting' });
  });
});

describe('settings that make no sense', () => {
  const refusedBecause = (row: object): string => {
    const config = withPolicy({}, {});
    const parsed = HallConfig.safeParse({
      ...config,
      counters: [{ ...counter('1', 'cash'), ...row }],
    });
    return parsed.success ? 'accepted' : (parsed.error.issues[0]?.message ?? '');
  };

  test.each([
    ['no skill of its counter', secondary('account', 1)],
    ['not secondary', secondary('cash', 1)],
    [
      'secondary twice',
      {
        skills: ['cash', 'account'],
        secondary: [
          { service: 'cash', limitMs: 1 },
          { service: 'cash', limitMs: 2 },
        ],
      },
    ],
    ['none of this hall', { dedicated: { lanes: ['gold'] } }],
    ['twice to a lane', { dedicated: { lanes: ['vip', 'vip'] } }],
  ])('CALL-10, CALL-11 are refused: %s', (message, row) => {
    expect(refusedBecause(row)).toContain(message);
  });
});

describe('turns of the lanes', () => {
  const weighted = (...weights: readonly [string, number][]): Partial<ConfigInput> => {
    const { lanes } = withPolicy({});
    const of = new Map(weights);
    return { lanes: lanes.map((lane) => ({ ...lane, weight: of.get(lane.id) ?? 1 })) };
  };
  const LANE_OF: Record<string, string> = { V: 'vip', E: 'elderly', N: 'normal' };
  const turned = (more: Partial<ConfigInput>): Scene =>
    openScene(
      withPolicy({ kind: 'ratio', passOverCap: 99 }, { ...more, counters: [counter('1', 'cash')] }),
    ).given(open('1'));
  const issueAll = (scene: Scene, letters: string): Scene => {
    for (const letter of letters) scene.given(issue('cash', LANE_OF[letter]), after(1));
    return scene;
  };
  const lanesCalled = (scene: Scene, count: number): string =>
    Array.from({ length: count }, () => {
      const lane = scene.ticket(numberCalled(scene, '1')).lane;
      const { ticket } = scene.counter('1');
      scene.given(finish(ticket ?? '', '1'));
      return lane.slice(0, 1).toUpperCase();
    }).join('');

  test('CALL-13 lanes that always wait are called in the ratio of their weights', () => {
    const scene = issueAll(turned(weighted(['vip', 2])), 'NENENENEVVVVVVVV');
    const called = lanesCalled(scene, 12);
    for (const part of called.match(/..../g) ?? []) {
      expect([...part].sort().join('')).toBe('ENVV');
    }
  });

  test('CALL-13 a lane that had nobody waiting saves nothing up', () => {
    const scene = issueAll(turned(weighted(['vip', 2])), 'NNNNNNNNNN');
    expect(lanesCalled(scene, 6)).toBe('NNNNNN');
    // Whatever the VIP lane let pass, its customers get two of three from here on, not all.
    expect(lanesCalled(issueAll(scene, 'VVVV'), 6).slice(0, 3)).toMatch(/^(VVN|VNV|NVV)$/);
  });

  test('CALL-13 without weights the lanes take turns one by one, longest wait first', () => {
    expect(lanesCalled(issueAll(turned({}), 'NNNVVVEEE'), 6)).toBe('NVENVE');
  });

  test('CALL-13 a lane of which nobody waits holds nobody up', () => {
    expect(lanesCalled(issueAll(turned(weighted(['vip', 16])), 'NEN'), 3)).toBe('NEN');
  });

  test('CALL-13, CALL-4 the cap bounds it like every policy', () => {
    const capped = withPolicy(
      { kind: 'ratio', passOverCap: 2 },
      { ...weighted(['vip', 16]), counters: [counter('1', 'cash')] },
    );
    const scene = issueAll(openScene(capped).given(open('1')), 'VNVVVVV');
    expect(lanesCalled(scene, 5)).toBe('VNVVV');
  });

  test('CALL-13, WAIT-2 a lane of a larger weight is told a shorter wait', () => {
    const scene = issueAll(turned(weighted(['vip', 4])), 'NNNNNNN').given(call('1'));
    const { day } = scene.hall();
    const told = (lane: string) => {
      const [cash, id] = [ServiceId.parse('cash'), LaneId.parse(lane)];
      return day ? forecast(scene.hall(), day, cash, id, scene.now()) : null;
    };
    expect(told('vip')?.ahead).toBeLessThan(told('normal')?.ahead ?? 0);
    expect(told('vip')?.wait?.highMs).toBeLessThan(told('normal')?.wait?.highMs ?? 0);
    expect(told('elderly')?.wait).toEqual(told('normal')?.wait);
    // Its lane has had no turn yet, so it would go next; the normal one has been called.
    expect([told('elderly')?.ahead, told('normal')?.ahead]).toEqual([0, 6]);
  });

  test('CALL-13 a screen is told the turns, as there is no score to extend', () => {
    const scene = issueAll(turned(weighted(['vip', 2])), 'VN').given(call('1'));
    const { lanes, tickets } = viewOf(scene.hall(), 'counter');
    expect(lanes).toMatchObject({ vip: { turn: TURN / 2 }, normal: { turn: 0 } });
    for (const row of Object.values(tickets)) expect(row.scoreFromAt).toBeNull();
  });
});
