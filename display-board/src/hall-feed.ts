/** The hall as the board sees it: one signal holds the state of the feed, replaced per batch. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { HallId, Instant } from '@tingxu/contract/ids';
import { CONNECTING, type FeedState, followHall } from '@tingxu/feed-client/follow';
import { reloadOnce } from '@tingxu/feed-client/reload-once';

export type BoardFeed = {
  readonly state: ReadonlySignal<FeedState<'board'>>;
  /** The server's clock in whole seconds. */
  readonly now: ReadonlySignal<Instant>;
};

/** Often enough that no second is skipped. Units: ms. */
const LOOK_MS = 200;

export const createBoardFeed = (url: string, hall: HallId): BoardFeed => {
  const state = signal<FeedState<'board'>>(CONNECTING);
  const page = { memory: sessionStorage, reload: () => location.reload() };
  const follower = followHall({
    url,
    hall,
    audience: 'board',
    role: 'board',
    onChange: (next) => {
      if (!reloadOnce(next, page)) state.value = next;
    },
  });
  const second = (): Instant => Math.floor(follower.serverNow() / 1_000) * 1_000;
  const now = signal(second());
  setInterval(() => {
    now.value = second();
  }, LOOK_MS);
  return { state, now };
};
