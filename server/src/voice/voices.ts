/** The voices of all halls of the server. */
import type { HallId } from '@tingxu/contract/ids';
import type { FeedVoice } from '@tingxu/contract/voice';
import type { Pack } from '@tingxu/voice/pack';
import type { Log } from '../http/hosting.ts';
import type { Clock } from '../runtime/clock.ts';
import { type HallVoice, type HallVoiceOptions, openHallVoice } from './hall-voice.ts';

export type Voices = {
  of(hall: HallId): HallVoice | null;
  told(hall: HallId): FeedVoice | null;
  /** Told of each change, at once. */
  onChange(listener: (hall: HallId, message: FeedVoice) => void): void;
  close(): void;
};

export type VoicesOptions = {
  readonly halls: readonly Pick<HallVoiceOptions, 'runtime' | 'journal'>[];
  readonly clock: Pick<Clock, 'now'>;
  readonly pack: Pack;
  readonly log: Pick<Log, 'warn'>;
};

export const openVoices = ({ halls, clock, pack, log }: VoicesOptions): Voices => {
  const listeners = new Set<(hall: HallId, message: FeedVoice) => void>();
  const voices = new Map(
    halls.map(({ runtime, journal }) => {
      const onChange = (message: FeedVoice): void => {
        for (const listener of listeners) listener(runtime.hall, message);
      };
      return [
        runtime.hall,
        openHallVoice({ runtime, journal, now: () => clock.now(), pack, log, onChange }),
      ];
    }),
  );
  return {
    of: (hall) => voices.get(hall) ?? null,
    told: (hall) => voices.get(hall)?.told() ?? null,
    onChange: (listener) => void listeners.add(listener),
    close: () => {
      for (const voice of voices.values()) voice.close();
    },
  };
};
