import { ServiceId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  call,
  changeConfig,
  closeDay,
  finish,
  issue,
  open,
  openDay,
  start,
} from '../testing/commands.ts';
import { hallConfig, service } from '../testing/config.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { learn } from './learn.ts';

const CASH = ServiceId.parse('cash');
const learntOf = (scene: Scene) => scene.hall().learnt[CASH];

/** Serves one cash ticket at counter 1. */
const serve = (scene: Scene, ms: number): Scene => {
  const number = `A${String(scene.hall().issued + 1).padStart(3, '0')}`;
  return scene.given(issue(), call('1'), start(number, '1'), after(ms), finish(number, '1'));
};

describe('learning service times', () => {
  test('WAIT-3 a day starts from the configured mean while nothing is known', () => {
    expect(learntOf(openScene())).toEqual({
      meanMs: minutes(4),
      deviationMs: Math.round(minutes(4) * 0.74),
      samples: 5,
    });
  });

  test('WAIT-3 each finished service moves the mean of its kind, and only of its kind', () => {
    const scene = openScene().given(open('1'));
    serve(scene, minutes(10));
    expect(learntOf(scene)).toMatchObject({ meanMs: minutes(5), samples: 6 });
    expect(scene.hall().learnt[ServiceId.parse('account')]?.samples).toBe(5);
  });

  test('WAIT-3 the newest fifty weigh most', () => {
    const scene = openScene().given(open('1'));
    for (let i = 0; i < 300; i += 1) serve(scene, minutes(2));
    expect(learntOf(scene)?.samples).toBe(50);
    expect(Math.abs((learntOf(scene)?.meanMs ?? 0) - minutes(2))).toBeLessThan(seconds(1));
    for (let i = 0; i < 50; i += 1) serve(scene, minutes(6));
    // 1 − (49/50)^50 = 63.6 % of the way from 2 to 6 minutes.
    expect((learntOf(scene)?.meanMs ?? 0) / minutes(1)).toBeCloseTo(2 + 4 * 0.636, 1);
  });

  test('WAIT-3 a day starts with what the days before have taught', () => {
    const scene = serve(openScene().given(open('1')), minutes(10)).given(closeDay());
    const taught = learntOf(scene);
    scene.given(
      openDay(hallConfig({ services: [service('cash'), service('account')] }), '2026-11-22'),
    );
    expect(learntOf(scene)).toEqual(taught);
    expect(scene.journal().at(-1)?.event).toMatchObject({ learnt: { cash: taught } });
  });

  test('WAIT-3 a service that is new to the hall starts from its own expectation', () => {
    const services = [
      service('cash'),
      service('account'),
      service('loan', { expectedServiceMs: 9 }),
    ];
    const scene = openScene().given(
      changeConfig(hallConfig({ services }), 'next-day'),
      closeDay(),
      openDay(hallConfig(), '2026-11-22'),
    );
    expect(scene.hall().learnt).toMatchObject({ loan: { meanMs: 9, samples: 5 } });
  });

  test('WAIT-3 a forgotten key press counts as eight means, or half an hour, at most', () => {
    const long = { meanMs: minutes(20), deviationMs: minutes(10), samples: 49 };
    expect(learn(long, minutes(600))).toEqual(learn(long, minutes(160)));
    expect(learn(long, minutes(161))).not.toEqual(learn(long, minutes(159)));
    const short = { meanMs: minutes(1), deviationMs: minutes(1), samples: 49 };
    expect(learn(short, minutes(600))).toEqual(learn(short, minutes(30)));
    expect(learn(short, minutes(29))).not.toEqual(learn(short, minutes(30)));
  });

  test('WAIT-3 what is learnt stays whole and never becomes nothing', () => {
    let known = { meanMs: 1, deviationMs: 0, samples: 5 };
    for (let i = 0; i < 100; i += 1) known = learn(known, 0);
    expect(known.meanMs).toBeGreaterThan(0);
    for (const value of Object.values(learn(known, 333)))
      expect(Number.isInteger(value)).toBe(true);
  });

  test('WAIT-3 a ticket that ended unserved teaches nothing', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), closeDay('end-remaining'));
    expect(learntOf(scene)?.samples).toBe(5);
  });
});
