/** The page: choose a counter, then work at it. */

import { effect, useSignal } from '@preact/signals';
import type { HallId } from '@tingxu/contract/ids';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { DeskProvider } from './desk/desk-context.tsx';
import { createDeskModel } from './desk/desk-model.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { rememberStation, type Station, stationOf } from './station.ts';
import { useI18n } from './texts.ts';

const AUTO_NEXT_KEY = 'tingxu.auto-next';

export type AppProps = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'counter'>;
};

export function App({ url, hall, feed }: AppProps): JSX.Element {
  const i18n = useI18n();
  const station = useSignal<Station | null>(stationOf(location.search, sessionStorage));
  useEffect(
    () =>
      effect(() => {
        i18n.zone.value = feed.view.value?.profile?.zone ?? i18n.zone.peek();
      }),
    [i18n, feed],
  );
  const settle = (next: Station | null): void => {
    rememberStation(next, sessionStorage);
    // The address would win over what the teller has just chosen.
    history.replaceState(null, '', withoutStation(location.href));
    station.value = next;
  };
  const at = station.value;
  const desk = useMemo(
    () =>
      at &&
      createDeskModel({
        ...{ url, hall, feed, station: at },
        autoNext: localStorage.getItem(AUTO_NEXT_KEY) !== 'off',
        onHandOver: (staff) => settle({ counter: at.counter, staff }),
        onAutoNext: (on) => localStorage.setItem(AUTO_NEXT_KEY, on ? 'on' : 'off'),
      }),
    [url, hall, feed, at],
  );
  if (!desk) return <SignInPage feed={feed} onEnter={settle} />;
  return (
    <DeskProvider value={desk}>
      <DeskPage feed={feed} onLeave={() => settle(null)} />
    </DeskProvider>
  );
}

const withoutStation = (href: string): string => {
  const address = new URL(href);
  address.searchParams.delete('counter');
  address.searchParams.delete('staff');
  return address.href;
};
