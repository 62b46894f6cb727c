import { JournalEntry } from '@tingxu/contract/events';
import { describe, expect, test } from 'vitest';
import { call, finish, handOver, issue, open, rate, start } from '../testing/commands.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { feedEvents } from './feed-diff.ts';
import { statisticsFold } from './statistics.ts';
import { viewOf } from './view.ts';

/** A001 has just been served at counter 1 by s1; A002 waits. */
const served = (): Scene =>
  openScene().given(
    ...[open('1'), issue(), issue(), call('1'), start('A001', '1')],
    ...[after(minutes(4)), finish('A001', '1')],
  );
const asks = (scene: Scene): unknown => viewOf(scene.hall(), 'pad').ratings;

describe('a rating', () => {
  test('RATE-1 every finished service is asked about where it ended, by nobody’s choice', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), start('A001', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
    scene.given(after(minutes(4)), finish('A001', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: scene.now() }, 2: { askedAt: null } });
  });

  test('RATE-2 names ticket, service, counter and whoever served, and is given once', () => {
    const scene = served();
    const askedAt = scene.now();
    scene.given(after(seconds(20)), handOver('1', 's9'));
    expect(scene.when(rate('1', askedAt, 4))).toEqual([
      {
        ...{ type: 'ServiceRated', ticket: '20261121-0001', leg: 0, counter: '1' },
        ...{ staff: 's1', score: 4, channel: 'pad' },
      },
    ]);
    expect(scene.refused(rate('1', askedAt, 1)).code).toBe('rating-closed');
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
  });

  test('RATE-2 comes within a minute, and for the service that ended last', () => {
    const scene = served();
    const askedAt = scene.now();
    expect(scene.refused(rate('1', askedAt - 1)).code).toBe('rating-closed');
    expect(scene.refused(rate('2', askedAt)).code).toBe('rating-closed');
    scene.given(after(seconds(60)));
    const late = served().given(after(seconds(60) + 1));
    expect(late.refused(rate('1', askedAt)).code).toBe('rating-closed');
    expect(scene.when(rate('1', askedAt))).toHaveLength(1);
  });

  test('RATE-3 the next service asks nothing about the one before', () => {
    const scene = served();
    const askedAt = scene.now();
    scene.given(after(seconds(5)), call('1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt } });
    scene.given(start('A002', '1'));
    expect(asks(scene)).toMatchObject({ 1: { askedAt: null } });
    expect(scene.refused(rate('1', askedAt)).code).toBe('rating-closed');
  });

  test('RATE-4 a pad is told of its counters and of nothing else', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    const before = scene.hall();
    scene.given(finish('A001', '1'));
    expect(feedEvents(before, scene.hall(), 'pad')).toEqual([
      { type: 'rating', row: { counter: '1', askedAt: scene.now() } },
    ]);
    const { profile, ...told } = viewOf(served().hall(), 'pad');
    expect(JSON.stringify(told)).not.toMatch(/A001|s1|2026112/);
    expect(profile?.hall).toBe('demo');
    for (const audience of ['board', 'kiosk', 'counter'] as const) {
      expect(JSON.stringify(viewOf(served().hall(), audience))).not.toContain('askedAt');
    }
  });

  test('RATE-5 the statistics tell what was asked and answered, for the counter and the person', () => {
    const scene = served();
    scene.given(rate('1', scene.now(), 2), call('1'), after(minutes(1)), finish('A002', '1'));
    const fold = statisticsFold();
    for (const [seq, { at, event }] of scene.journal().entries()) {
      fold.add(
        JournalEntry.parse({
          ...{ seq: seq + 1, at, event, commandId: 'c-00000001' },
          actor: { role: 'system' },
        }),
      );
    }
    const ratings = { asked: 2, answered: 1, scoreSum: 2 };
    expect(fold.figures()).toMatchObject({
      counters: { 1: { ratings } },
      staff: { s1: { ratings } },
    });
  });
});
