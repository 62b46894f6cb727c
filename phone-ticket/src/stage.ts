/** What the page is about now: one of a few stages, from what the feed knows. Pure. */
import type { PhoneRating } from '@tingxu/contract/rating';
import type { PhoneRow } from '@tingxu/contract/views';
import type { FeedState } from '@tingxu/feed-client/follow';

/**
 * `waiting` in line or coming back, `aside` set aside or filling in forms, `rating` once the visit has
 * ended served and nobody has rated it, `over` once it has ended otherwise or was rated. Then `row` is
 * the last that was known of it, null when it had ended before. Rules: RATE-6.
 */
export type Stage =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'bad-link' }
  | { readonly kind: 'waiting' | 'called' | 'serving' | 'missed' | 'aside'; readonly row: PhoneRow }
  | { readonly kind: 'rating'; readonly rating: PhoneRating }
  | { readonly kind: 'over'; readonly row: PhoneRow | null; readonly rating: PhoneRating | null };

const KINDS = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  missed: 'missed',
  parked: 'aside',
  preparing: 'aside',
} as const satisfies Record<PhoneRow['state'], Stage['kind']>;

export const stageOf = (state: FeedState<'phone'>, last: PhoneRow | null): Stage => {
  const { view, problem } = state;
  if (problem?.code === 'link-unknown' || problem?.code === 'hall-unknown') {
    return { kind: 'bad-link' };
  }
  if (!view) return { kind: 'connecting' };
  const { ticket, rating } = view;
  if (ticket) return { kind: KINDS[ticket.state], row: ticket };
  if (rating && !rating.given) return { kind: 'rating', rating };
  return { kind: 'over', row: last, rating };
};

/** Another call, or another try of the same one: when the phone should make itself felt. */
export const callKey = (stage: Stage): string | null =>
  stage.kind === 'called' ? `${stage.row.counter}/${stage.row.calls}/${stage.row.calledAt}` : null;
