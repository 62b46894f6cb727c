/**
 * Which session followed which at one browser, while somebody may still be on the way to it: to the provider of
 * single sign-on and back, or in the line of passphrases. Whoever arrives ends the one that is there by then, not
 * only the one that was there when they set out. In memory, for as long as such a way may take. Rules: AUTH-4.
 */
import type { Instant } from '@tingxu/contract/ids';
import type { SessionId } from './token.ts';

/** Longer than any way. Units: ms. */
const KEPT_MS = 15 * 60_000;

export type Successors = {
  readonly note: (before: SessionId, after: SessionId) => void;
  /** The newest at the browser where that one was; itself where none followed. */
  readonly latest: (id: SessionId) => SessionId;
};

export function openSuccessors(now: () => Instant): Successors {
  /** In the order in which they are forgotten. */
  const followed = new Map<SessionId, { readonly after: SessionId; readonly until: Instant }>();
  return {
    note(before, after) {
      for (const [id, { until }] of followed) {
        if (until > now()) break;
        followed.delete(id);
      }
      followed.set(before, { after, until: now() + KEPT_MS });
    },
    latest(id) {
      let newest = id;
      for (let next = followed.get(id); next; next = followed.get(newest)) newest = next.after;
      return newest;
    },
  };
}
