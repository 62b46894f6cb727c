import { describe, expect, it } from 'vitest';
import {
  announce,
  call,
  closeDay,
  endAnnouncement,
  finish,
  issue,
  noteShown,
  noteSign,
  open,
  openDay,
  recall,
  turnQuiet,
} from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, openScene, type Scene, seconds } from '../testing/scene.ts';
import { voiceOf } from './state.ts';
import { viewOf } from './view.ts';

const A001 = '20261121-0001';
const told = (scene: Scene): unknown =>
  Object.values(viewOf(scene.hall(), 'counter').tickets)[0]?.voice;

describe('the voice of a hall, as facts', () => {
  it('VOICE-2, VOICE-3 staff are told that a call is on the board and what became of its announcement', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    expect(told(scene)).toBeUndefined();
    expect(scene.when(noteShown(A001))).toEqual([{ type: 'CallShown', ticket: A001, attempt: 1 }]);
    expect(scene.when(noteShown(A001))).toEqual([]);
    expect(told(scene)).toEqual({ attempt: 1, shown: true, end: null });
    scene.when(endAnnouncement(A001, 'spoken'));
    expect(told(scene)).toEqual({ attempt: 1, shown: true, end: 'spoken' });
  });

  it('VOICE-3 what is told is of the newest call', () => {
    const scene = openScene().given(
      open('1'),
      issue(),
      call('1'),
      noteShown(A001),
      recall('A001', '1'),
    );
    expect(told(scene)).toBeUndefined();
    scene.given(endAnnouncement(A001, 'shown-only', { why: 'quiet', attempt: 2 }));
    scene.given(endAnnouncement(A001, 'shown-only', { why: 'superseded', attempt: 1 }));
    expect(told(scene)).toEqual({ attempt: 2, shown: false, end: 'shown-only', why: 'quiet' });
  });

  it('LED-8 what a sign has acknowledged is a fact of its call, whatever boards say', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    expect(scene.when(noteSign(A001, 2))).toEqual([
      { type: 'SignShown', ticket: A001, attempt: 1, device: 'led', address: 2 },
    ]);
    expect(told(scene)).toBeUndefined();
  });

  it('VOICE-2 an end is a fact even when its ticket and its day are over', () => {
    const scene = openScene().given(open('1'), issue(), call('1'), finish('A001', '1'));
    scene.given(closeDay());
    const over = { why: 'call-over' };
    expect(scene.when(endAnnouncement(A001, 'cancelled', over))).toEqual([
      { type: 'AnnouncementEnded', ticket: A001, attempt: 1, end: 'cancelled', why: 'call-over' },
    ]);
  });

  it('VOICE-9 quiet mode is turned on and off with the name of whoever did it, and begins as set', () => {
    const scene = openScene(hallConfig({ voice: {} }));
    expect(scene.when(turnQuiet(true))).toEqual([{ type: 'QuietTurned', quiet: true }]);
    expect(scene.when(turnQuiet(true))).toEqual([]);
    expect(voiceOf(scene.hall()).quiet).toBe(true);
    scene.given(closeDay(), openDay(hallConfig(), '2026-11-22'));
    expect(voiceOf(scene.hall()).quiet).toBe(false);
    const quiet = openScene(hallConfig({ voice: { quiet: true } }));
    expect(voiceOf(quiet.hall()).quiet).toBe(true);
  });

  it('VOICE-10 the same is announced again after a while', () => {
    const scene = openScene(hallConfig({ voice: {} }));
    expect(scene.when(announce())).toEqual([
      { type: 'AnnouncementAsked', what: 'closing', order: 1 },
    ]);
    scene.given(announce('missed-list'));
    const { retryAt } = scene.refused(announce());
    expect(retryAt).toBe(scene.now() + seconds(15));
    scene.given(after(seconds(15)));
    expect(scene.when(announce())).toMatchObject([{ order: 3 }]);
    expect(openScene().refused(announce()).code).toBe('voice-not-set');
  });
});
