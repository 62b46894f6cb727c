/**
 * What one audience of one hall has been told so far, and how a follower joins it. No sockets, no
 * clock: everything comes in as an argument.
 * Rules: FEED-2, FEED-3, JRN-1.
 */
import type {
  Cursor,
  Epoch,
  FeedBatch,
  FeedEvent,
  FeedSnapshot,
  FeedTick,
  SnapshotReason,
} from '@tingxu/contract/feed';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type { HallAudience } from '@tingxu/contract/roles';
import type { HallView } from '@tingxu/contract/views';
import { feedEvents, isAnew } from '@tingxu/hall/feed-diff';
import { phoneEvents, phoneView } from '@tingxu/hall/phone-view';
import type { HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';

/** A committed state and the `seq` of the last journal entry in it. */
export type Committed = { readonly state: HallState; readonly seq: number };

/** What the room is told after a commit; null when nothing that it sees has changed. */
export type News =
  | { readonly kind: 'batch'; readonly batch: FeedBatch }
  | { readonly kind: 'snapshot'; readonly snapshot: FeedSnapshot };

/** How a follower comes to where the room is: a whole view, one batch, or nothing when it is there. */
export type Entry = News | { readonly kind: 'nothing' };

/** What a channel tells of the hall. */
export type Subject = {
  view(state: HallState): HallView;
  events(before: HallState, after: HallState): readonly FeedEvent[];
};

export const toAudience = (audience: HallAudience): Subject => ({
  view: (state) => viewOf(state, audience),
  events: (before, after) => feedEvents(before, after, audience),
});

export const toPhone = (ticket: TicketId): Subject => ({
  view: (state) => phoneView(state, ticket),
  events: (before, after) => phoneEvents(before, after, ticket),
});

export type Channel = {
  /** Takes a later committed state. States may be left out in between; the news then spans them. */
  advance(committed: Committed): News | null;
  /** For a follower that has folded everything up to `cursor`. */
  enter(cursor: Cursor | undefined): Entry;
  tick(at: Instant): FeedTick;
};

/** More than this is sent as a snapshot. Source: quality.md RT-01. */
export const MAX_TAIL_EVENTS = 200;

export const channel = (subject: Subject, epoch: Epoch, from: Committed): Channel => {
  let published = from.state;
  /** `upTo` of the last news. The state may be later, with nothing in it that the audience sees. */
  let head = from.seq;
  let tail: readonly FeedBatch[] = [];
  /** Places before this one lie on another business day. */
  let dayFrom = 0;
  let view: HallView | null = null;

  const snapshot = (reason: SnapshotReason): FeedSnapshot => {
    view ??= subject.view(published);
    return { epoch, upTo: head, at: published.at, reason, view };
  };
  const beginDay = (): News => {
    tail = [];
    dayFrom = head;
    return { kind: 'snapshot', snapshot: snapshot('day-changed') };
  };
  const refusal = (cursor: Cursor | undefined): SnapshotReason => {
    if (!cursor) return 'new';
    if (cursor.epoch !== epoch) return 'other-epoch';
    if (cursor.upTo > head) return 'ahead';
    return cursor.upTo < dayFrom ? 'day-changed' : 'too-old';
  };

  return {
    advance({ state, seq }) {
      if (state === published) return null;
      // A hall restarted from its journal has the same facts in new objects: that is no news.
      if (seq <= head) {
        published = state;
        return null;
      }
      const before = published;
      const events = subject.events(before, state);
      published = state;
      view = null;
      if (events.length === 0) return null;
      const batch: FeedBatch = { epoch, after: head, upTo: seq, at: state.at, events: [...events] };
      head = seq;
      if (isAnew(before, state)) return beginDay();
      tail = shortened([...tail, batch]);
      return { kind: 'batch', batch };
    },
    enter(cursor) {
      if (cursor?.epoch === epoch && cursor.upTo === head) return { kind: 'nothing' };
      const first = tail.findIndex((batch) => batch.after === cursor?.upTo);
      if (cursor?.epoch !== epoch || first < 0) {
        return { kind: 'snapshot', snapshot: snapshot(refusal(cursor)) };
      }
      return { kind: 'batch', batch: merged(tail.slice(first)) };
    },
    tick: (at) => ({ epoch, upTo: head, at }),
  };
};

/** The latest batches that hold no more events together than a tail may. */
const shortened = (batches: readonly FeedBatch[]): readonly FeedBatch[] => {
  let events = 0;
  let first = batches.length;
  for (let batch = batches[first - 1]; batch; batch = batches[first - 1]) {
    events += batch.events.length;
    if (events > MAX_TAIL_EVENTS) break;
    first -= 1;
  }
  return batches.slice(first);
};

/** One message instead of many: a tail must not look like a slow reader. */
const merged = (batches: readonly FeedBatch[]): FeedBatch => {
  const [first, last] = [batches[0], batches.at(-1)];
  if (!first || !last) throw new Error('a tail has at least one batch');
  const events: FeedEvent[] = batches.flatMap((batch) => batch.events);
  return { ...last, after: first.after, events };
};
