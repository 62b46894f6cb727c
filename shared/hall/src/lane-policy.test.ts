import { LaneConfig } from '@tingxu/contract/config';
import { LaneId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { lane, withPolicy } from '../testing/config.ts';
import { minutes, openScene } from '../testing/scene.ts';
import { scoreOf, urgencyOf } from './lane-policy.ts';

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
