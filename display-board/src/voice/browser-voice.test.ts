import type { Saying } from '@tingxu/contract/voice';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBrowserVoice, spokenWords } from './browser-voice.ts';
import type { Sound } from './sound.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SAYING: Saying = {
  ...{ id: 7, language: 'zh-CN', clips: ['chime', 'lead', 'letter-a', 'd0', 'yao', 'd2'] },
  words: '请 A 0 1 1 号到 1 号窗口办理业务',
};
const CLIPS_MS = 4_000;
const LEASE_MS = 2_500;

type Doing = 'speaks' | 'hangs' | 'fails' | 'stops-midway';

/** A browser whose voice does as the test says, and clips that are heard at once. */
const rig = (does: Doing, lang = 'zh-CN', localService = true) => {
  const done: string[] = [];
  let spoken: Partial<SpeechSynthesisUtterance> | null = null;
  let doing = does;
  const sound: Sound = {
    ...{ isOn: () => true, turnOn: () => undefined, onSwitch: () => undefined },
    load: () => Promise.resolve(),
    lengthOf: () => CLIPS_MS,
    hold: () => undefined,
    stop: () => undefined,
    play: ({ clips }, _, ended) => {
      done.push(`clips ${clips.join(' ')}`);
      ended(true);
    },
  };
  const voice = createBrowserVoice({
    ...{ sound, isWanted: () => true, now: () => Date.now() },
    utter: (text) => ({ text }) as SpeechSynthesisUtterance,
    speech: {
      getVoices: () => [{ lang, localService } as SpeechSynthesisVoice],
      cancel: () => void done.push('cancel'),
      speak: (words) => {
        spoken = words;
        done.push(`speak ${words.text}`);
        if (doing === 'speaks' || doing === 'stops-midway') words.onstart?.call(words, {} as never);
        if (doing === 'fails') words.onerror?.call(words, {} as never);
      },
    },
  });
  const play = (): void =>
    voice.play(SAYING, LEASE_MS, (whole) => void done.push(`ended ${whole}`));
  return {
    ...{ voice, play, done },
    finish: () => spoken?.onend?.call(spoken as SpeechSynthesisUtterance, {} as never),
    turn: (to: Doing) => {
      doing = to;
    },
  };
};
const SPOKEN = '请 A 0 幺 幺 号到 1 号窗口办理业务';

test('VOICE-12 reads 1 in the number as the hall wants it, and the counter as a count', () => {
  expect(spokenWords(SAYING)).toBe(SPOKEN);
  expect(spokenWords({ ...SAYING, clips: ['d1'] })).toBe(SAYING.words);
});

test('VOICE-14 a chime, then the voice of the browser, and it is whole', () => {
  const { play, done, finish } = rig('speaks');
  play();
  finish();
  expect(done).toEqual(['clips chime', `speak ${SPOKEN}`, 'ended true']);
});

test('VOICE-14 clips where the browser has no voice of the language, or one that is not its own', () => {
  for (const other of [
    rig('speaks', 'en-GB'),
    rig('speaks', 'zh-HK'),
    rig('speaks', 'zh-CN', false),
  ]) {
    other.play();
    expect(other.done).toEqual([`clips ${SAYING.clips.join(' ')}`, 'ended true']);
  }
});

test.each(['hangs', 'fails'] as const)(
  'VOICE-14 clips instead of a voice that %s, and no more of it for a while',
  (does) => {
    const { play, done, turn } = rig(does);
    play();
    // 0.7 s, and not a moment sooner.
    vi.advanceTimersByTime(does === 'hangs' ? 699 : 0);
    expect(done.includes('cancel')).toBe(does === 'fails');
    vi.advanceTimersByTime(1);
    const clips = `clips ${SAYING.clips.slice(1).join(' ')}`;
    expect(done.slice(2)).toEqual(['cancel', clips, 'ended true']);
    turn('speaks');
    play();
    expect(done.at(-2)).toBe(`clips ${SAYING.clips.join(' ')}`);
    // A minute.
    vi.advanceTimersByTime(59_000);
    play();
    expect(done.at(-2)).toBe(`clips ${SAYING.clips.join(' ')}`);
    vi.advanceTimersByTime(1_000);
    play();
    expect(done.at(-1)).toBe(`speak ${SPOKEN}`);
  },
);

test('VOICE-14 a voice that begins and does not end is stopped, and it is not whole', () => {
  const { play, done } = rig('stops-midway');
  play();
  vi.advanceTimersByTime(CLIPS_MS * 1.6 - 1);
  expect(done.at(-1)).toBe(`speak ${SPOKEN}`);
  vi.advanceTimersByTime(1);
  expect(done.slice(2)).toEqual(['cancel', 'ended false']);
});

test('VOICE-5 what the browser says ends with the lease, and is told once', () => {
  const { play, voice, done, finish } = rig('speaks');
  play();
  voice.stop();
  finish();
  expect(done.slice(2)).toEqual(['cancel', 'ended false']);
});
