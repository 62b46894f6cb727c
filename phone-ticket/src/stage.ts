/** What the page is about now: one of a few stages, from what the feed knows. Pure. */
import type { PhoneRow } from '@tingxu/contract/views';
import type { FeedState } from '@tingxu/feed-client/follow';

/**
 * `waiting` in line or coming back, `aside` set aside or filling in forms, `over` once the visit has
 * ended: then `row` is the last that was known of it, null when it had ended before.
 */
export type Stage =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'bad-link' }
  | { readonly kind: 'waiting' | 'called' | 'serving' | 'missed' | 'aside'; readonly row: PhoneRow }
  | { readonly kind: 'over'; readonly row: PhoneRow | null };

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
  const { ticket } = view;
  return ticket ? { kind: KINDS[ticket.state], row: ticket } : { kind: 'over', row: last };
};

/** Another call, or another try of the same one: when the phone should make itself felt. */
export const callKey = (stage: Stage): string | null =>
  stage.kind === 'called' ? `${stage.row.counter}/${stage.row.calls}/${stage.row.calledAt}` : null;
