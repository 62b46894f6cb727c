/** The voice of a board, loaded after its first picture: reports of what it shows, and the loudspeaker. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { HallId } from '@tingxu/contract/ids';
import type { PublicLocale } from '@tingxu/contract/locale';
import { type FeedVoice, VOICE_TIMING, type VoiceZoneId } from '@tingxu/contract/voice';
import { cx } from '@tingxu/ui/lib/cx';
import { render } from 'preact';
import type { BoardModel } from '../model/board-model.ts';
import type { Languages } from '../texts.ts';
import { createBrowserVoice } from './browser-voice.ts';
import { createReports, type Reports } from './reports.ts';
import { createShown } from './shown.ts';
import { createSound, type Sound, type Voice } from './sound.ts';
import { createSpeaker } from './speaker.ts';
import styles from './touch-for-sound.module.css';

/** Units: ms. */
const LOAD_AGAIN_MS = 5_000;

export type VoiceParts = {
  readonly hall: HallId;
  /** Null: the board has no loudspeaker, and only tells what it shows. */
  readonly zone: VoiceZoneId | null;
  readonly languages: readonly PublicLocale[];
  readonly voice: ReadonlySignal<FeedVoice | null>;
  readonly model: BoardModel;
  readonly texts: Languages;
};

/** How often a lease is looked at that the clock of the sound may have slept through. Units: ms. */
const WATCH_MS = 200;

/** Two clocks that differ by less only round otherwise. Units: ms. */
const ASLEEP_MS = 100;

/** Goes on while the machine sleeps, and is never set back. Units: ms. */
const steadyClock = (): (() => number) => {
  let at = performance.now();
  let [steady, told] = [at, Date.now()];
  return () => {
    const [nowSteady, nowTold] = [performance.now(), Date.now()];
    const slept = nowTold - told - (nowSteady - steady);
    at += nowSteady - steady + (slept > ASLEEP_MS ? slept : 0);
    [steady, told] = [nowSteady, nowTold];
    return at;
  };
};

/** The clips, and where the hall wants it and the browser can, a voice of its own. */
const voiceOf = (
  sound: Sound,
  voice: ReadonlySignal<FeedVoice | null>,
  now: () => number,
): Voice =>
  'speechSynthesis' in globalThis
    ? createBrowserVoice({
        ...{ sound, now, speech: speechSynthesis },
        utter: (words) => new SpeechSynthesisUtterance(words),
        isWanted: () => voice.value?.speech === 'browser',
      })
    : sound;

/** After the frame in which it was drawn. */
const afterDrawing = (run: () => void): void => {
  requestAnimationFrame(() => setTimeout(run));
};

const startSpeaker = (
  { voice, languages, texts }: VoiceParts,
  zone: VoiceZoneId,
  reports: Reports,
): void => {
  const sound = createSound(new AudioContext());
  const now = steadyClock();
  const speaker = createSpeaker({ sound: voiceOf(sound, voice, now), reports, now });
  const place = document.createElement('div');
  document.body.append(place);
  const offerTouch = (): void => {
    const words = texts.first.t.board.enableSound;
    const touch = (
      <div class={cx(styles['touch'])}>
        <button type="button" onClick={sound.turnOn}>
          {words}
        </button>
      </div>
    );
    // It stands under the board and covers nothing of it.
    document.documentElement.classList.toggle(cx(styles['offers']), !sound.isOn());
    render(sound.isOn() ? null : touch, place);
  };
  sound.onSwitch(offerTouch);
  offerTouch();
  for (const touch of ['pointerdown', 'keydown'] as const) addEventListener(touch, sound.turnOn);
  addEventListener('pagehide', speaker.leave);
  const begin = (): void => {
    void speaker.beat();
    setInterval(() => void speaker.beat(), VOICE_TIMING.beatMs);
    setInterval(speaker.watch, WATCH_MS);
    effect(() => {
      const zones = voice.value?.zones ?? [];
      const row = zones.find((one) => one.zone === zone) ?? zones[0];
      if (row) speaker.look(row);
    });
  };
  const load = (): void => {
    sound.load(languages).then(begin, () => setTimeout(load, LOAD_AGAIN_MS));
  };
  load();
};

export const startVoice = (parts: VoiceParts): void => {
  const { hall, zone, model } = parts;
  const reports = createReports(hall, zone);
  const tellShown = createShown(reports);
  effect(() => {
    const calls = model.rows.value.stage.map(({ call }) => call);
    afterDrawing(() => void tellShown(calls));
  });
  if (zone !== null) startSpeaker(parts, zone, reports);
};
