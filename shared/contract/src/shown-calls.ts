/** Which calls a hall shows: the same at the server and in the pages that follow it. Pure. */
import { type CallRow, RECENT_CALLS } from './views.ts';

/**
 * Of all calls, newest first, those that are shown: the newest, and whichever older ones nobody has
 * answered. A call only ever sinks, so what is dropped at one look stays dropped at the next.
 * Rules: FEED-8.
 */
export const shownCalls = (calls: readonly CallRow[]): CallRow[] =>
  calls.filter(({ state }, index) => index < RECENT_CALLS || state === 'calling');
