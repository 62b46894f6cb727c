import { PauseReason } from '@tingxu/contract/commands';
import { describe, expect, test } from 'vitest';
import {
  call,
  cancel,
  close,
  finish,
  handOver,
  issue,
  open,
  pause,
  resume,
  start,
} from '../testing/commands.ts';
import { after, by, byTeller, minutes, openScene } from '../testing/scene.ts';

describe('counters', () => {
  test('CTR-1 a counter is opened by one member of staff', () => {
    const scene = openScene();
    expect(scene.when(open('1', 's7'))).toEqual([
      { type: 'CounterOpened', counter: '1', staff: 's7' },
    ]);
    expect(scene.counter('1')).toMatchObject({ state: 'open', staff: 's7', sinceAt: scene.now() });
    expect(scene.refused(open('1', 's8')).code).toBe('counter-already-open');
    expect(scene.refused(open('9', 's8')).code).toBe('counter-unknown');
  });

  test('CTR-1 a teller signs in at any free counter, under the own number only', () => {
    const scene = openScene();
    expect(scene.refused(byTeller('s8', open('1', 's7'))).code).toBe('sign-in-for-other');
    scene.given(byTeller('s7', open('1', 's7')), by('supervisor', open('2', 's8')));
    expect(scene.counter('2').staff).toBe('s8');
  });

  test('CTR-4 who leaves or who comes hands a counter over, or a supervisor; no third teller', () => {
    const scene = openScene().given(open('1', 's1'));
    const third = byTeller('s3', handOver('1', 's2'));
    expect(scene.refused(third).code).toBe('sign-in-for-other');
    scene.given(byTeller('s1', handOver('1', 's2')), byTeller('s3', handOver('1', 's3')));
    expect(scene.counter('1').staff).toBe('s3');
    expect(scene.given(by('supervisor', handOver('1', 's4'))).counter('1').staff).toBe('s4');
  });

  test('CTR-1 one person is at one counter', () => {
    const scene = openScene().given(open('1', 's7'));
    expect(scene.refused(open('2', 's7'))).toEqual({ code: 'staff-at-other-counter', state: '1' });
    scene.given(pause('1'));
    expect(scene.refused(open('2', 's7')).code).toBe('staff-at-other-counter');
    expect(scene.given(close('1')).when(open('2', 's7'))).toHaveLength(1);
  });

  test('CTR-2 a counter that has a ticket can be neither paused nor closed', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    const busy = { code: 'counter-busy', state: '20261121-0001' };
    expect(scene.refused(pause('1'))).toEqual(busy);
    expect(scene.refused(close('1'))).toEqual(busy);
    scene.given(start('A001', '1'));
    expect(scene.refused(pause('1'))).toEqual(busy);
    expect(scene.refused(close('1'))).toEqual(busy);
    scene.given(finish('A001', '1'), pause('1'));
    expect(scene.when(close('1'))).toEqual([{ type: 'CounterClosed', counter: '1', staff: 's1' }]);
  });

  test('CTR-2 a ticket that its customer cancelled frees the counter', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), by('phone', cancel('A001')));
    expect(scene.when(pause('1'))).toHaveLength(1);
  });

  test('CTR-3 a pause keeps its reason and the instant since when', () => {
    const scene = openScene().given(open('1'), after(minutes(5)));
    for (const reason of PauseReason.options) {
      expect(scene.when(pause('1', reason))).toEqual([
        { type: 'CounterPaused', counter: '1', staff: 's1', reason },
      ]);
      const pausedAt = scene.now();
      scene.given(after(minutes(1)), issue());
      expect(scene.counter('1')).toMatchObject({
        state: 'paused',
        pauseReason: reason,
        sinceAt: pausedAt,
      });
      scene.given(resume('1'));
      expect(scene.counter('1')).toMatchObject({ state: 'open', pauseReason: null, staff: 's1' });
    }
  });

  test('CTR-3 only an open counter pauses and only a paused one resumes', () => {
    const scene = openScene();
    for (const command of [pause('1'), resume('1'), close('1')]) {
      expect(scene.refused(command).code).toBe('counter-closed');
    }
    expect(scene.given(open('1')).refused(resume('1')).code).toBe('counter-not-paused');
    expect(scene.given(pause('1')).refused(pause('1')).code).toBe('counter-paused');
    expect(scene.refused(open('1', 's9')).code).toBe('counter-already-open');
    scene.given(issue(), resume('1'), call('1'));
    expect(scene.refused(resume('1')).code).toBe('counter-busy');
  });

  test('CTR-3 the counter of a closed session remembers nobody', () => {
    const scene = openScene().given(open('1'), pause('1'), close('1'));
    expect(scene.counter('1')).toMatchObject({ state: 'closed', staff: null, pauseReason: null });
  });
});
