/** What is wrong with the voice of a configuration, each where it stands. Rules: VOICE-1. */
import type { VoiceRule } from './voice.ts';

type Checked = {
  readonly voice?: VoiceRule | undefined;
  readonly counters: readonly { readonly id: string }[];
};
type Fault = { readonly path: (string | number)[]; readonly message: string };

export const voiceFaults = ({ voice, counters }: Checked): readonly Fault[] => {
  const zones = voice?.zones ?? [];
  const known = new Set(counters.map(({ id }) => id));
  const taken = new Set<string>();
  const faults: Fault[] = [];
  zones.forEach(({ id, counters: inside }, i) => {
    const path = ['voice', 'zones', i];
    if (zones.findIndex((zone) => zone.id === id) < i) {
      faults.push({ path: [...path, 'id'], message: 'two voice zones share an id' });
    }
    inside.forEach((counter, j) => {
      const message = known.has(counter)
        ? 'a counter is in two voice zones'
        : 'a voice zone has a counter that is none of this hall';
      if (!known.has(counter) || taken.has(counter)) {
        faults.push({ path: [...path, 'counters', j], message });
      }
      taken.add(counter);
    });
  });
  return faults;
};
