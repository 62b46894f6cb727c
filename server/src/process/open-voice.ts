/** The voices of the halls and the clips that they say. */
import type { Settings } from '../config/settings.ts';
import type { Log } from '../http/hosting.ts';
import type { Clock } from '../runtime/clock.ts';
import { type ClipFiles, clipsOf } from '../voice/clips.ts';
import { openVoices, type Voices, type VoicesOptions } from '../voice/voices.ts';

export type OpenVoice = { readonly voices: Voices; readonly clips: ClipFiles };

export type VoiceToOpen = {
  readonly settings: Pick<Settings, 'clock' | 'recordings'>;
  readonly halls: VoicesOptions['halls'];
  readonly clock: Clock;
  readonly log: Log;
};

/** A replay says nothing. Rejects: as clipsOf. */
export const openVoice = ({ settings, halls, clock, log }: VoiceToOpen): OpenVoice => {
  const clips = clipsOf(settings.recordings);
  const speaking = settings.clock.kind === 'system' ? halls : [];
  return { clips, voices: openVoices({ halls: speaking, clock, log, pack: clips.pack }) };
};
