import { LaneId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import {
  call,
  comeBack,
  finish,
  issue,
  miss,
  open,
  park,
  recall,
  start,
} from '../testing/commands.ts';
import { after, openScene, type Scene, seconds } from '../testing/scene.ts';
import { feedEvents } from './feed-diff.ts';
import { boardView } from './view.ts';

const NORMAL = LaneId.parse('normal');
const now = (scene: Scene) => boardView(scene.hall()).lanes[NORMAL]?.now;

/** A001 and A002 called at counters 1 and 2, a second apart. */
const twoCalled = (): Scene =>
  openScene().given(
    ...[open('1'), open('2'), issue(), issue(), issue()],
    ...[call('1'), after(seconds(1)), call('2')],
  );

test('FEED-7 a lane where nobody is at a counter shows no number', () => {
  const scene = openScene().given(open('1'), issue());
  expect(now(scene)).toBeNull();
  scene.given(call('1'), start('A001', '1'));
  expect(now(scene)).toBe('A001');
  scene.given(finish('A001', '1'));
  expect(now(scene)).toBeNull();
});

test('FEED-7 of several the newest called is shown, and the one before when it is over', () => {
  const scene = twoCalled();
  expect(now(scene)).toBe('A002');
  scene.given(start('A002', '2'), finish('A002', '2'));
  expect(now(scene)).toBe('A001');
});

test('FEED-7 a recall makes no number newer', () => {
  const scene = twoCalled().given(after(seconds(20)), recall('A001', '1'));
  expect(now(scene)).toBe('A002');
});

test('FEED-7 who was missed or set aside is not there, and is the newest when called again', () => {
  const missed = twoCalled().given(after(seconds(20)), recall('A002', '2'), after(seconds(20)));
  missed.given(miss('A002', '2'));
  expect(now(missed)).toBe('A001');
  missed.given(comeBack('A002'));
  expect(now(missed)).toBe('A001');
  const parked = twoCalled().given(park('A002', '2'));
  expect(now(parked)).toBe('A001');
});

test('FEED-7, FEED-3 the end of a service sends the row of its lane', () => {
  const scene = twoCalled().given(start('A002', '2'));
  const before = scene.hall();
  scene.given(finish('A002', '2'));
  const row = expect.objectContaining({ lane: 'normal', now: 'A001' });
  expect(feedEvents(before, scene.hall(), 'board')).toContainEqual({ type: 'lane', row });
});
