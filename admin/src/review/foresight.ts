/** What the draft would change, asked of the server whenever the draft rests for a moment. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HallConfig } from '@tingxu/contract/config';
import type { ConfigurationPreview } from '@tingxu/contract/configuration-rest';
import type { Answer, ConfigurationClient, When } from '../server/configuration-client.ts';

export type Foresight = {
  /** Of `config` under `when`; null while it is asked for, or when there is nothing to ask. */
  readonly told: ReadonlySignal<Answer<ConfigurationPreview> | null>;
};

export type ForesightOptions = {
  readonly client: Pick<ConfigurationClient, 'preview'>;
  readonly config: ReadonlySignal<HallConfig | null>;
  readonly when: ReadonlySignal<When>;
  /** Asked again when it grows: what is in force is another. */
  readonly latest: ReadonlySignal<number | null>;
  readonly live: ReadonlySignal<boolean>;
};

/** A person who types is not asked about at each letter. Units: ms. */
const REST_MS = 350;

export const createForesight = (options: ForesightOptions): Foresight => {
  const { client, config, when, latest, live } = options;
  const told = signal<Answer<ConfigurationPreview> | null>(null);
  let asked = 0;
  effect(() => {
    const [wanted, at] = [config.value, when.value];
    const ready = live.value && latest.value !== null;
    asked += 1;
    const mine = asked;
    told.value = null;
    if (!wanted || !ready) return;
    const ask = async (): Promise<void> => {
      const answer = await client.preview({ config: wanted }, at);
      if (mine === asked) told.value = answer;
    };
    const resting = setTimeout(() => void ask(), REST_MS);
    return () => clearTimeout(resting);
  });
  return { told };
};
