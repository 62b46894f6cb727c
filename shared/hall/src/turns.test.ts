import { LaneId } from '@tingxu/contract/ids';
import { TURN } from '@tingxu/contract/scores';
import { expect, test } from 'vitest';
import { call, issue, open } from '../testing/commands.ts';
import { ELDERLY, NORMAL as NORMAL_LANE, VIP as VIP_LANE, withPolicy } from '../testing/config.ts';
import { openScene } from '../testing/scene.ts';
import { inAdvance, NO_TURNS, type Turns, takeTurn, turnStep } from './turns.ts';

const [VIP, NORMAL] = [LaneId.parse('vip'), LaneId.parse('normal')];

test('CALL-13 a call takes its lane 1 ÷ weight of a turn further, from where it was', () => {
  const once = takeTurn(NO_TURNS, VIP, turnStep({ weight: 2 }));
  expect(once).toEqual({ now: 0, lanes: { vip: TURN / 2 } });
  expect(takeTurn(once, VIP, TURN / 2)).toEqual({ now: TURN / 2, lanes: { vip: TURN } });
});

test('CALL-13 a lane that had nobody waiting goes on from where the lane called before it was', () => {
  let turns: Turns = NO_TURNS;
  for (let i = 0; i < 5; i += 1) turns = takeTurn(turns, VIP, turnStep({}));
  expect([inAdvance(turns, VIP), inAdvance(turns, NORMAL)]).toEqual([TURN, 0]);
  const after = takeTurn(turns, NORMAL, turnStep({ weight: 4 }));
  expect(after).toEqual({ now: 4 * TURN, lanes: { vip: 5 * TURN, normal: 4.25 * TURN } });
});

test('CALL-13 a lane without a weight of its own takes whole turns', () => {
  const lanes = [VIP_LANE, ELDERLY, { ...NORMAL_LANE, weight: 3 }];
  const scene = openScene(withPolicy({ kind: 'ratio' }, { lanes }));
  scene.given(open('1'), issue('cash', 'vip'), call('1'));
  expect(scene.hall().turns.lanes).toEqual({ vip: TURN });
  scene.given(open('2'), issue('cash', 'normal'), call('2'));
  expect(scene.hall().turns.lanes).toEqual({ vip: TURN, normal: TURN / 3 });
});
