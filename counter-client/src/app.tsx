/** The page of a teller who is signed in: choose a counter, then work at it. */

import { effect, useSignal } from '@preact/signals';
import type { CounterId, HallId, StaffId } from '@tingxu/contract/ids';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { Session } from '@tingxu/session/session';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { DeskProvider } from './desk/desk-context.tsx';
import { createDeskModel } from './desk/desk-model.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { ChoosePage } from './sign-in/choose-page.tsx';
import { counterOf, rememberCounter } from './station.ts';
import { useI18n } from './texts.ts';

const AUTO_NEXT_KEY = 'tingxu.auto-next';

export type AppProps = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'counter'>;
  readonly session: Session;
  /** Whoever is signed in. */
  readonly staff: StaffId;
};

export function App({ url, hall, feed, session, staff }: AppProps): JSX.Element {
  const i18n = useI18n();
  const device = session.me.peek()?.device ?? null;
  const counter = useSignal(counterOf(device, location.search, sessionStorage));
  useEffect(
    () =>
      effect(() => {
        i18n.zone.value = feed.view.value?.profile?.zone ?? i18n.zone.peek();
      }),
    [i18n, feed],
  );
  const settle = (next: CounterId | null): void => {
    rememberCounter(next, sessionStorage);
    // The address would win over what the teller has just chosen.
    history.replaceState(null, '', withoutCounter(location.href));
    counter.value = next;
  };
  const at = counter.value;
  const desk = useMemo(
    () =>
      at &&
      createDeskModel({
        ...{ url, hall, feed, station: { counter: at, staff } },
        autoNext: localStorage.getItem(AUTO_NEXT_KEY) !== 'off',
        // Whoever takes over signs in here.
        onHandOver: (next) => void session.signOut(next),
        onSignOut: () => void session.signOut(),
        onAutoNext: (on) => localStorage.setItem(AUTO_NEXT_KEY, on ? 'on' : 'off'),
      }),
    [url, hall, feed, session, staff, at],
  );
  if (!desk) return <ChoosePage feed={feed} onEnter={settle} />;
  return (
    <DeskProvider value={desk}>
      <DeskPage feed={feed} onLeave={() => settle(null)} />
    </DeskProvider>
  );
}

const withoutCounter = (href: string): string => {
  const address = new URL(href);
  address.searchParams.delete('counter');
  return address.href;
};
