import { LaneConfig, PolicyKind } from '@tingxu/contract/config';
import { LaneId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { lane, VIP, withPolicy } from '../testing/config.ts';
import { minutes, openScene } from '../testing/scene.ts';
import { growthOf, scoreLine, scoreOf, urgencyOf } from './lane-policy.ts';

test('CALL-1 the weakest promise that can be made still weighs something', () => {
  const weakest = lane('weakest', { promise: { targetMs: minutes(24 * 60), sharePermille: 1 } });
  expect(urgencyOf(LaneConfig.parse(weakest))).toBe(1);
});

test('CALL-13, WAIT-2 a lane that names no weight is forecast like one of weight 1', () => {
  const lanes = [lane('silent'), lane('single', { weight: 1 }), lane('double', { weight: 2 })];
  const { day } = openScene(withPolicy({ kind: 'ratio' }, { lanes, defaultLane: 'silent' })).hall();
  const after = (id: string) =>
    day && scoreOf(day, { lane: LaneId.parse(id), waitFromAt: 0 }, minutes(1));
  expect(after('silent')).toBe(after('single'));
  expect(after('double')).toBe(minutes(2));
});

const KINDS = PolicyKind.options;

describe('the score at every instant', () => {
  const vip = { lane: LaneId.parse('vip'), waitFromAt: 1_000 };
  const opened = (kind: PolicyKind) => {
    const lanes = [lane('normal'), { ...VIP, weight: 3 }];
    const { day } = openScene(withPolicy({ kind }, { lanes })).hall();
    if (!day) throw new Error('no day');
    return day;
  };

  test.each(KINDS)('CALL-7, WAIT-2 grows with the wait: %s', (kind) => {
    const day = opened(kind);
    const gained = scoreOf(day, vip, minutes(9)) - scoreOf(day, vip, minutes(4));
    expect(gained).toBeGreaterThan(0);
    expect(growthOf(day, vip.lane)).toBe(gained / minutes(5));
  });

  test.each(KINDS.filter((kind) => kind !== 'ratio'))('CALL-7 a screen extends it: %s', (kind) => {
    const day = opened(kind);
    const { scoreFromAt, scoreWeight } = scoreLine(day, vip);
    if (scoreFromAt === null || scoreWeight === null) throw new Error('no line');
    for (const at of [vip.waitFromAt, minutes(7)]) {
      expect((at - scoreFromAt) * scoreWeight).toBe(scoreOf(day, vip, at));
    }
  });

  test('CALL-13 a screen extends none where turns are taken', () => {
    expect(scoreLine(opened('ratio'), vip)).toEqual({ scoreFromAt: null, scoreWeight: null });
  });

  test('CALL-1 is the wait while no day is open', () => {
    expect(scoreLine(null, vip)).toEqual({ scoreFromAt: vip.waitFromAt, scoreWeight: 1 });
  });
});
