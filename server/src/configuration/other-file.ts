/**
 * What a start says when the hall's entry in the config file is another than the journal's newest
 * configuration: the journal wins, and the log tells how the file would. Rules: CONF-1.
 * Source: adr/0013.
 */
import { isDeepStrictEqual } from 'node:util';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallState } from '@tingxu/hall/state';

/** The one sentence, or null when the file says what is in force or what is planned. */
export function otherFileSentence(state: HallState, file: HallConfig): string | null {
  const { day, configuration } = state;
  if (day === null || isDeepStrictEqual(day.config, file)) return null;
  if (configuration.plan && isDeepStrictEqual(configuration.plan.config, file)) return null;
  return (
    `The config file describes hall ${state.hall} otherwise than its journal, which is in force ` +
    `(version ${configuration.version}); the file is not used. See what it would change, and apply ` +
    `it, with: npm run config:import -- --hall ${state.hall}`
  );
}
