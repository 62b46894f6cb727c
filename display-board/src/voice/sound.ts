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

export type Sound = {
  /** Whether it can be heard: a browser may want a touch first. */
  isOn(): boolean;
  /** Within a touch. */
  turnOn(): void;
  onSwitch(listener: () => void): void;
  /** Fetches every clip that the server has. Rejects: where one cannot be had. */
  load(languages: readonly PublicLocale[]): Promise<void>;
  /** `whole` is false where the lease ended before the last clip did. */
  play(saying: Saying, leaseMs: number, ended: (whole: boolean) => void): void;
  /** May be heard for so long from now. Units: ms. */
  hold(leaseMs: number): void;
};

type Playing = { readonly gain: GainNode; readonly endsAt: number; silentAt: number };

export const createSound = (context: AudioContext): Sound => {
  const clips = new Map<string, AudioBuffer>();
  let playing: Playing | null = null;

  const fetchClip = async (name: string): Promise<void> => {
    const answer = await fetch(`/voice/${name}.wav`);
    if (!answer.ok) throw new Error(`no clip ${name}`);
    clips.set(name, await context.decodeAudioData(await answer.arrayBuffer()));
  };
  const limit = (one: Playing, leaseMs: number): void => {
    const now = context.currentTime;
    one.silentAt = now + leaseMs / 1_000;
    one.gain.gain.cancelScheduledValues(now);
    one.gain.gain.setValueAtTime(1, now);
    one.gain.gain.setValueAtTime(0, one.silentAt);
  };
  return {
    isOn: () => context.state === 'running',
    turnOn: () => void context.resume().catch(() => undefined),
    onSwitch: (listener) => context.addEventListener('statechange', listener),
    load: async (languages) => {
      const pack: Record<string, Record<string, number>> = await (
        await fetch('/voice/pack.json')
      ).json();
      const order = [
        ...languages,
        ...Object.keys(pack).filter((name) => !languages.some((one) => one === name)),
      ];
      const names = order.flatMap((language) =>
        Object.keys(pack[language] ?? {}).map((clip) => `${language}/${clip}`),
      );
      const next = names[Symbol.iterator]();
      const work = async (): Promise<void> => {
        for (const name of { [Symbol.iterator]: () => next }) await fetchClip(name);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    play: ({ language, clips: names }, leaseMs, ended) => {
      const gain = context.createGain();
      gain.connect(context.destination);
      let at = context.currentTime + LEAD;
      let last: AudioBufferSourceNode | null = null;
      for (const name of names) {
        const buffer = clips.get(`${language}/${name}`);
        if (name === COMMA) at += COMMA_MS / 1_000;
        if (!buffer) continue;
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(gain);
        source.start(at);
        at += buffer.duration + CLIP_GAP_MS / 1_000;
        last = source;
      }
      const one: Playing = { gain, endsAt: at, silentAt: 0 };
      playing = one;
      limit(one, leaseMs);
      if (!last) return ended(false);
      last.onended = () => {
        gain.disconnect();
        if (playing === one) playing = null;
        ended(one.silentAt >= one.endsAt - CLIP_GAP_MS / 1_000);
      };
    },
    hold: (leaseMs) => {
      if (playing) limit(playing, leaseMs);
    },
  };
};
