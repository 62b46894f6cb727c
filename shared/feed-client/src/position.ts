/** Where a follower stands: a view and the place in the journal that it shows. Pure. */
import type { Cursor, FeedBatch, FeedSnapshot, FeedTick } from '@tingxu/contract/feed';
import type { Audience } from '@tingxu/contract/roles';
import type { HallView, ViewOf } from '@tingxu/contract/views';
import { foldAll } from './fold.ts';

export type Position<A extends Audience> = {
  readonly cursor: Cursor;
  readonly view: ViewOf<A>;
};

/**
 * `moved`: the batch joined and is folded. `known`: it was folded before. `gap`: something between
 * is missing, or the journal is another one; nothing was folded and the hall must be followed again.
 */
export type Step<A extends Audience> =
  | { readonly kind: 'moved'; readonly position: Position<A> }
  | { readonly kind: 'known' }
  | { readonly kind: 'gap' };

/** A snapshot replaces whatever was there; null when it is of another audience. */
export const fromSnapshot = <A extends Audience>(
  audience: A,
  snapshot: FeedSnapshot,
): Position<A> | null =>
  isViewOf(snapshot.view, audience)
    ? { cursor: { epoch: snapshot.epoch, upTo: snapshot.upTo }, view: snapshot.view }
    : null;

/** Rules: FEED-3 — a batch is folded only where the one before it ended. */
export const join = <A extends Audience>(position: Position<A>, batch: FeedBatch): Step<A> => {
  const { cursor, view } = position;
  if (batch.epoch !== cursor.epoch) return { kind: 'gap' };
  if (batch.upTo <= cursor.upTo) return { kind: 'known' };
  if (batch.after !== cursor.upTo) return { kind: 'gap' };
  return {
    kind: 'moved',
    position: {
      cursor: { epoch: batch.epoch, upTo: batch.upTo },
      view: foldAll<ViewOf<A>>(view, batch.events),
    },
  };
};

/** True when the server's last batch is the one folded last. */
export const agrees = (cursor: Cursor, tick: FeedTick): boolean =>
  tick.epoch === cursor.epoch && tick.upTo === cursor.upTo;

const isViewOf = <A extends Audience>(view: HallView, audience: A): view is ViewOf<A> =>
  view.audience === audience;
