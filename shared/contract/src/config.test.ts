import { describe, expect, test } from 'vitest';
import { HallConfig } from './config.ts';

const text = (en: string) => ({ 'zh-CN': en, en });
const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 3_600_000,
};
const LANE = {
  id: 'normal',
  name: text('Normal'),
  promise: { targetMs: 900_000, sharePermille: 800 },
  creditMs: 0,
  selfSelect: true,
  missed,
};
const SERVICE = { id: 'cash', name: text('Cash'), series: 'A', expectedServiceMs: 240_000 };
const CONFIG = {
  hall: 'demo',
  name: text('Demo'),
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [LANE],
  services: [SERVICE],
  counters: [{ id: '1', label: '1', skills: ['cash'] }],
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1_500 },
};

/** What is wrong with the configuration: path and message; empty when it is valid. */
const faults = (more: object): string[] => {
  const result = HallConfig.safeParse({ ...CONFIG, ...more });
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the configuration of a hall', () => {
  test('the smallest one is valid', () => {
    expect(faults({})).toEqual([]);
  });

  test('ids are unique among lanes, services and counters', () => {
    expect(faults({ lanes: [LANE, LANE] })).toEqual(['lanes: two lanes share an id']);
    expect(faults({ services: [SERVICE, SERVICE] })).toEqual([
      'services: two services share an id',
    ]);
    const counter = (id: string, label: string) => ({ id, label, skills: ['cash'] });
    expect(faults({ counters: [counter('1', '1'), counter('1', '2')] })).toEqual([
      'counters: two counters share an id',
    ]);
    expect(faults({ counters: [counter('1', '1'), counter('2', '1')] })).toEqual([
      'counters: two counters share a label',
    ]);
  });

  test('durations and counts are bounded, so that no instant of a day leaves the safe integers', () => {
    const lanes = (missed: object) => ({
      lanes: [{ ...LANE, missed: { ...LANE.missed, ...missed } }],
    });
    expect(faults(lanes({ validMs: 86_400_000 }))).toEqual([]);
    for (const member of [
      'intervalMs',
      'minTotalMs',
      'returnAfterCalls',
      'maxReturns',
      'validMs',
    ]) {
      expect(faults(lanes({ [member]: Number.MAX_SAFE_INTEGER }))).toHaveLength(1);
    }
    const services = [{ ...SERVICE, expectedServiceMs: Number.MAX_SAFE_INTEGER }];
    expect(faults({ services })).toHaveLength(1);
  });

  test('what a screen shows is not blank and hides nothing', () => {
    for (const text of ['', '  ', 'a\u0000', 'a\u202eb', 'a\nb']) {
      expect(faults({ name: { 'zh-CN': text, en: 'Hall' } })).toHaveLength(1);
      expect(faults({ counters: [{ id: '1', label: text, skills: ['cash'] }] })).toHaveLength(1);
    }
    expect(faults({ counters: [{ id: '1', label: '1', skills: ['cash', 'cash'] }] })).toHaveLength(
      1,
    );
  });

  test('skills are services and the default lane is a lane of this hall', () => {
    const counters = [{ id: '1', label: '1', skills: ['cash', 'loans'] }];
    expect(faults({ counters })).toEqual([
      'counters.0.skills.1: a counter has a skill that is no service of this hall',
    ]);
    expect(faults({ defaultLane: 'vip' })).toEqual([
      'defaultLane: defaultLane is no lane of this hall',
    ]);
  });

  test('HOURS-1 holidays are days of the calendar', () => {
    const hours = { week: {}, holidays: { '2026-02-30': [], '2028-02-29': [], '2026-13-01': [] } };
    expect(faults({ hours })).toEqual([
      'hours.holidays.2026-02-30: no day of the calendar',
      'hours.holidays.2026-13-01: no day of the calendar',
    ]);
  });

  test('a hall has at least one lane, one service and one counter, and a counter one skill', () => {
    for (const part of ['lanes', 'services', 'counters']) {
      expect(faults({ [part]: [] }).length).toBeGreaterThan(0);
    }
    expect(faults({ counters: [{ id: '1', label: '1', skills: [] }] })).toHaveLength(1);
  });

  test('a promise stays below certainty, so that the urgency is finite', () => {
    const lanes = (sharePermille: number, targetMs = 900_000) => ({
      lanes: [{ ...LANE, promise: { targetMs, sharePermille } }],
    });
    expect(faults(lanes(999))).toEqual([]);
    for (const share of [0, 1_000, 0.5]) expect(faults(lanes(share))).toHaveLength(1);
    expect(faults(lanes(800, 0))).toHaveLength(1);
  });

  test('target and credit stay where a score is an exact integer', () => {
    const target = (targetMs: number) => ({
      lanes: [{ ...LANE, promise: { targetMs, sharePermille: 999 } }],
    });
    const credit = (creditMs: number) => ({ lanes: [{ ...LANE, creditMs }] });
    for (const good of [target(10_000), target(86_400_000), credit(86_400_000)]) {
      expect(faults(good)).toEqual([]);
    }
    for (const bad of [target(9_999), target(86_400_001), credit(86_400_001), credit(-1)]) {
      expect(faults(bad)).toHaveLength(1);
    }
  });

  test('the zone is known to this machine and the cut-over is an hour', () => {
    expect(faults({ zone: 'Asia/Hong_Kong' })).toEqual([]);
    for (const zone of ['Asia/Atlantis', '+08:00']) {
      expect(faults({ zone })).toEqual(['zone: not an IANA time zone']);
    }
    for (const cutOverHour of [-1, 24, 1.5]) expect(faults({ cutOverHour })).toHaveLength(1);
  });

  test('letters that can be misread are refused as a series', () => {
    for (const series of ['I', 'O', 'Q', 'S', 'Z', 'a', 'AB']) {
      expect(faults({ services: [{ ...SERVICE, series }] })).toHaveLength(1);
      expect(faults({ lanes: [{ ...LANE, series }] })).toHaveLength(1);
    }
  });

  test('an unknown key is refused wherever it stands', () => {
    expect(faults({ colour: 'red' })).toHaveLength(1);
    expect(faults({ lanes: [{ ...LANE, colour: 'red' }] })).toHaveLength(1);
    expect(faults({ policy: { ...CONFIG.policy, speed: 1 } })).toHaveLength(1);
  });

  test('LANE-1, LANE-4 what opens a lane must make sense', () => {
    const lanes = (proof: object, more: object = {}) =>
      faults({ lanes: [LANE, { ...LANE, id: 'vip', selfSelect: false, proof, ...more }] });
    expect(lanes({ classes: ['vip'], fromAge: 60, declared: true, staff: false })).toEqual([]);
    expect(lanes({ checkIn: true })).toEqual([]);
    expect(lanes({ checkIn: true }, { selfSelect: true })).toEqual([
      'lanes.1: a lane of check-ins cannot be chosen by everybody',
    ]);
    expect(lanes({ checkIn: true, declared: true })).toEqual([
      'lanes.1.proof: a lane of check-ins opens by nothing else',
    ]);
    expect(lanes({ staff: false })).toEqual(['lanes.1.proof: nothing opens the lane']);
    expect(lanes({ classes: [] })[0]).toContain('lanes.1.proof.classes');
    const booked = { ...LANE, selfSelect: false, proof: { checkIn: true } };
    expect(faults({ lanes: [booked] })).toEqual([
      'defaultLane: defaultLane is a lane of check-ins',
    ]);
  });
});

test.each([
  ['lanes', 25],
  ['services', 201],
  ['counters', 201],
] as const)('CONF-9 refuses a hall of %s %i, and takes one less', (kind, most) => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...CONFIG[kind][0],
      ...(index > 0 && { id: `x${index}`, label: `x${index}` }),
      ...(kind !== 'counters' && { label: undefined }),
    }));
  const plain = (count: number) => JSON.parse(JSON.stringify({ ...CONFIG, [kind]: rows(count) }));
  expect(HallConfig.safeParse(plain(most - 1)).success).toBe(true);
  expect(HallConfig.safeParse(plain(most)).error?.issues).toMatchObject([{ path: [kind] }]);
});
