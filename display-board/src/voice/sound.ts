/**
 * The loudspeaker: clips joined on the clock of the sound itself, so that they neither overlap nor wait for
 * a busy page. The end of the lease is written into the same graph. Rules: VOICE-5. Decision: docs/adr/0025.
 */
import type { PublicLocale } from '@tingxu/contract/locale';
import { CLIP_GAP_MS, COMMA, COMMA_MS, type Saying } from '@tingxu/contract/voice';

/** Requests at a time. */
const AT_ONCE = 6;
/** Between the word to begin and the first sample. Units: s. */
const LEAD = 0.02;

/** What lets a saying be heard. */
export type Voice = {
  /** Whether it can be heard: a browser may want a touch first. */
  isOn(): boolean;
  /** Alone: what was still being said ends. `whole` is false where it ended before the last sound did. */
  play(saying: Saying, leaseMs: number, ended: (whole: boolean) => void): void;
  /** May be heard for so long from now, unless it has ended. Units: ms. */
  hold(leaseMs: number): void;
  /** What is being said ends at once, and is not whole. */
  stop(): void;
};

export type Sound = Voice & {
  /** Within a touch. */
  turnOn(): void;
  onSwitch(listener: () => void): void;
  /** Fetches every clip that the server has. Rejects: where one cannot be had. */
  load(languages: readonly PublicLocale[]): Promise<void>;
  /** How long the clips of a saying take. Units: ms. */
  lengthOf(saying: Pick<Saying, 'language' | 'clips'>): number;
};

/** Units: s, on the clock of the sound. */
type Playing = { readonly gain: GainNode; readonly endsAt: number; silentAt: number };

/** Heard for so long from now. */
const limit = (one: Playing, now: number, leaseMs: number): void => {
  const { gain } = one.gain;
  one.silentAt = now + leaseMs / 1_000;
  gain.cancelScheduledValues(now);
  gain.setValueAtTime(leaseMs > 0 ? 1 : 0, now);
  gain.setValueAtTime(0, one.silentAt);
};

/** Every clip of the server, those of some languages first. */
const namesOf = (
  pack: Readonly<Record<string, Readonly<Record<string, number>>>>,
  languages: readonly string[],
): readonly string[] =>
  [...new Set([...languages, ...Object.keys(pack)])].flatMap((language) =>
    Object.keys(pack[language] ?? {}).map((clip) => `${language}/${clip}`),
  );

export const createSound = (context: AudioContext): Sound => {
  const clips = new Map<string, AudioBuffer>();
  let playing: Playing | null = null;

  const fetchClip = async (name: string): Promise<void> => {
    const answer = await fetch(`/voice/${name}.wav`);
    if (!answer.ok) throw new Error(`no clip ${name}`);
    clips.set(name, await context.decodeAudioData(await answer.arrayBuffer()));
  };
  const stop = (): void => {
    if (playing) limit(playing, context.currentTime, 0);
    playing = null;
  };
  const stepOf = (language: PublicLocale, name: string): number =>
    name === COMMA
      ? COMMA_MS / 1_000
      : (clips.get(`${language}/${name}`)?.duration ?? 0) + CLIP_GAP_MS / 1_000;
  return {
    isOn: () => context.state === 'running',
    turnOn: () => void context.resume().catch(() => undefined),
    onSwitch: (listener) => context.addEventListener('statechange', listener),
    load: async (languages) => {
      const names = namesOf(await (await fetch('/voice/pack.json')).json(), languages);
      const next = names[Symbol.iterator]();
      const work = async (): Promise<void> => {
        for (const name of { [Symbol.iterator]: () => next }) await fetchClip(name);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    lengthOf: ({ language, clips: names }) =>
      names.reduce((sum, name) => sum + stepOf(language, name), 0) * 1_000,
    play: ({ language, clips: names }, leaseMs, ended) => {
      stop();
      const gain = context.createGain();
      gain.connect(context.destination);
      let at = context.currentTime + LEAD;
      let last: AudioBufferSourceNode | null = null;
      for (const name of names) {
        const buffer = clips.get(`${language}/${name}`);
        if (buffer) {
          const source = context.createBufferSource();
          source.buffer = buffer;
          source.connect(gain);
          source.start(at);
          last = source;
        }
        if (buffer || name === COMMA) at += stepOf(language, name);
      }
      const one: Playing = { gain, endsAt: at, silentAt: 0 };
      playing = one;
      limit(one, context.currentTime, leaseMs);
      if (!last) {
        ended(false);
        return;
      }
      last.onended = () => {
        gain.disconnect();
        if (playing === one) playing = null;
        ended(one.silentAt >= one.endsAt - CLIP_GAP_MS / 1_000);
      };
    },
    hold: (leaseMs) => {
      // What has fallen silent is over, also where its clips still run: another board may speak by now.
      const now = context.currentTime;
      if (playing && now < playing.silentAt) limit(playing, now, leaseMs);
    },
    stop,
  };
};
