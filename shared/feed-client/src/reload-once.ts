/**
 * A page that the server refuses as too old loads itself anew, once per version of the wire: when
 * something between still hands out the old page, it says so instead of loading for ever.
 */
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { Audience } from '@tingxu/contract/roles';
import type { FeedState } from './follow.ts';

export type Reloading = {
  /** Of the tab. A private window may refuse it; then the page is not loaded anew. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly reload: () => void;
};

type Told = Pick<FeedState<Audience>, 'status' | 'problem'>;

const KEY = 'tingxu.reloaded-at-protocol';

/** To be told every state; true when the page is about to go. */
export const reloadOnce = (state: Told, page: Reloading): boolean => {
  try {
    return decide(state, page);
  } catch {
    return false;
  }
};

const decide = (state: Told, { memory, reload }: Reloading): boolean => {
  if (state.status === 'live') memory.removeItem(KEY);
  if (state.status !== 'refused' || state.problem?.code !== 'upgrade-required') return false;
  const version = String(PROTOCOL_VERSION);
  if (memory.getItem(KEY) === version) return false;
  memory.setItem(KEY, version);
  reload();
  return true;
};
