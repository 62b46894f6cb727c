import { describe, expect, test } from 'vitest';
import { call, cancel, finish, issue, open, recall, start } from '../testing/commands.ts';
import { after, minutes, openScene, seconds } from '../testing/scene.ts';

const calledScene = () => openScene().given(open('1'), issue(), after(minutes(2)), call('1'));

describe('serving', () => {
  test('SERVE-1 the counter that called starts the ticket, once', () => {
    const scene = calledScene().given(open('2'));
    expect(scene.refused(start('A001', '2')).code).toBe('ticket-at-other-counter');
    expect(scene.when(start('A001', '1'))).toEqual([
      { type: 'ServiceStarted', ticket: '20261121-0001', counter: '1', staff: 's1' },
    ]);
    expect(scene.ticket('A001')).toMatchObject({ state: 'serving', startedAt: scene.now() });
    expect(scene.refused(start('A001', '1'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'serving',
    });
  });

  test('SERVE-1 a ticket that nobody called cannot be started', () => {
    const scene = openScene().given(open('1'), issue());
    expect(scene.refused(start('A001', '1')).code).toBe('ticket-not-in-state');
    expect(scene.refused(start('A002', '1')).code).toBe('ticket-unknown');
  });

  test('SERVE-1 a started ticket is recalled no more', () => {
    const scene = calledScene().given(start('A001', '1'));
    expect(scene.refused(recall('A001', '1')).code).toBe('ticket-not-in-state');
  });

  test('SERVE-2 the counter that has the ticket finishes it, and service time runs from the start', () => {
    const scene = calledScene().given(open('2'), after(seconds(30)), start('A001', '1'));
    scene.given(after(minutes(5)));
    expect(scene.refused(finish('A001', '2')).code).toBe('ticket-at-other-counter');
    expect(scene.when(finish('A001', '1'))).toEqual([
      {
        type: 'ServiceFinished',
        ticket: '20261121-0001',
        counter: '1',
        staff: 's1',
        serviceMs: minutes(5),
      },
    ]);
    expect(scene.counter('1')).toMatchObject({ ticket: null, state: 'open' });
  });

  test('SERVE-2 without a start, service time runs from the call, not from a recall', () => {
    const scene = calledScene().given(after(seconds(40)), recall('A001', '1'), after(seconds(20)));
    expect(scene.when(finish('A001', '1'))).toMatchObject([{ serviceMs: minutes(1) }]);
  });

  test('SERVE-2 a waiting ticket cannot be finished', () => {
    const scene = openScene().given(open('1'), issue());
    expect(scene.refused(finish('A001', '1')).code).toBe('ticket-not-in-state');
  });

  test('END-1 a ticket ends exactly once and takes no more commands', () => {
    const scene = calledScene().given(finish('A001', '1'));
    for (const command of [finish, start, recall]) {
      expect(scene.refused(command('A001', '1')).code).toBe('ticket-ended');
    }
    expect(scene.refused(cancel('A001')).code).toBe('ticket-ended');
    expect(scene.refused(cancel('20261121-0001')).code).toBe('ticket-ended');
  });

  test('END-3 a served ticket and its wait up to the call enter the totals of its lane', () => {
    const scene = calledScene().given(after(minutes(1)), recall('A001', '1'), finish('A001', '1'));
    expect(scene.hall().totals).toMatchObject({
      normal: { issued: 1, served: 1, within: 1, waitSumMs: minutes(2), waitMaxMs: minutes(2) },
      vip: { issued: 0, served: 0 },
    });
  });

  test('END-3 a wait beyond the target is served but not within the promise', () => {
    const scene = openScene().given(open('1'), issue(), after(minutes(15)), issue());
    scene.given(call('1'), finish('A001', '1'), after(minutes(15) + 1), call('1'));
    expect(scene.given(finish('A002', '1')).hall().totals).toMatchObject({
      normal: { served: 2, within: 1, waitMaxMs: minutes(15) + 1 },
    });
  });
});
