/** The hall as the kiosk sees it: one signal holds the state of the feed, replaced per batch. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { HallId } from '@tingxu/contract/ids';
import { CONNECTING, type FeedState, followHall } from '@tingxu/feed-client/follow';
import { reloadOnce } from '@tingxu/feed-client/reload-once';

export type KioskFeed = ReadonlySignal<FeedState<'kiosk'>>;

export const createKioskFeed = (url: string, hall: HallId): KioskFeed => {
  const state = signal<FeedState<'kiosk'>>(CONNECTING);
  const page = { memory: sessionStorage, reload: () => location.reload() };
  followHall({
    url,
    hall,
    audience: 'kiosk',
    role: 'kiosk',
    onChange: (next) => {
      if (!reloadOnce(next, page)) state.value = next;
    },
  });
  return state;
};
