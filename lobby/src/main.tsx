import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { STAFF_MESSAGES } from '@tingxu/contract/feed';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import { SessionGate, type Work } from '@tingxu/session/gate';
import { ownHall } from '@tingxu/session/own-hall';
import { ownLanguage } from '@tingxu/session/own-language';
import { LOBBY_ROLES } from '@tingxu/session/page-roles';
import { createSession } from '@tingxu/session/session';
import type { Person } from '@tingxu/session/standing';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { LobbyProvider } from './lobby-context.tsx';
import { createLobbyModel } from './lobby-model.ts';
import { LobbyPage } from './lobby-page.tsx';
import { areas, I18nProvider } from './texts.ts';

const page = document.documentElement;
const i18n = ownLanguage(areas);
const hall = ownHall(location.search, localStorage);
const url = location.origin;
const session = createSession({ url, hall, roles: LOBBY_ROLES });

applyScreen(page, { kind: 'phone', theme: 'light' });
/** The page of whoever is signed in, for as long as they are. */
const open = ({ staff }: Person): Work => {
  const feed = createHallFeed({
    url,
    hall,
    audience: 'supervisor',
    role: 'lobby',
    messages: STAFF_MESSAGES,
  });
  const lobby = createLobbyModel({ url, hall, feed, staff });
  const following = effect(() => {
    const zone = feed.view.value?.profile?.zone;
    if (zone) i18n.zone.value = zone;
    document.title = `${i18n.t.lobby.documentTitle} · ${i18n.t.common.product}`;
  });
  return {
    page: (
      <LobbyProvider value={lobby}>
        <LobbyPage />
      </LobbyProvider>
    ),
    close: () => {
      following();
      feed.close();
    },
  };
};

const root = document.getElementById('app');
if (root) {
  void i18n.ready.then(() =>
    render(
      <I18nProvider value={i18n}>
        <SessionGate session={session} place="lobby" language={i18n} open={open} />
      </I18nProvider>,
      root,
    ),
  );
}
