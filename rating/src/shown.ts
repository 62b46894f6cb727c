/** What stands on the pad, from what the feed knows and what the customer has done. Pure. */
import type { CounterId, Instant } from '@tingxu/contract/ids';
import { RATING_WINDOW_MS } from '@tingxu/contract/rating';
import type { PadView } from '@tingxu/contract/views';
import type { FeedState } from '@tingxu/feed-client/follow';

/** What came of a touch: told for a moment, then nothing of the customer is left. */
export type Told = {
  readonly kind: 'thanks' | 'gone';
  /** Which question it answers. */
  readonly askedAt: Instant;
  readonly untilAt: Instant;
};

export type Shown =
  | { readonly kind: 'connecting' | 'offline' | 'closed' | 'idle' | 'thanks' | 'gone' }
  /** It does not know its counter: none was named, or the hall has none of that name. */
  | { readonly kind: 'pairing'; readonly unknown: CounterId | null }
  | { readonly kind: 'asking'; readonly askedAt: Instant; readonly leftMs: number };

export type Known = {
  readonly state: FeedState<'pad'>;
  readonly counter: CounterId | null;
  /** By the server's clock. */
  readonly now: Instant;
  readonly told: Told | null;
  /** The question whose answer is on its way. */
  readonly sending: Instant | null;
};

/** Before its first day a hall has no counter yet: whoever set the pad up knew this one. */
const withoutRow = (view: PadView, counter: CounterId | null): Shown =>
  counter !== null && Object.keys(view.ratings).length === 0
    ? { kind: 'closed' }
    : { kind: 'pairing', unknown: counter };

/**
 * A picture that nothing confirms asks nobody. A new question goes before the thanks for the last one.
 * Rules: RATE-1..RATE-4, FEED-4.
 */
export const shownOf = ({ state, counter, now, told, sending }: Known): Shown => {
  const { status, view } = state;
  if (status === 'connecting') return { kind: 'connecting' };
  if (status !== 'live' || view === null) return { kind: 'offline' };
  const row = counter === null ? undefined : view.ratings[counter];
  if (!row) return withoutRow(view, counter);
  // The hall knows of the vote before the answer has come back here.
  const askedAt = row.askedAt ?? sending;
  const leftMs = askedAt === null ? 0 : askedAt + RATING_WINDOW_MS - now;
  const open = leftMs > 0 || askedAt === sending;
  if (askedAt !== null && open && told?.askedAt !== askedAt) {
    return { kind: 'asking', askedAt, leftMs: Math.max(0, Math.min(leftMs, RATING_WINDOW_MS)) };
  }
  if (told && now < told.untilAt) return { kind: told.kind };
  return { kind: view.day.open ? 'idle' : 'closed' };
};
