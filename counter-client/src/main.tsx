import '@tingxu/ui/css/styles';
import './screen.css';
import { STAFF_MESSAGES } from '@tingxu/contract/feed';
import { CounterId } from '@tingxu/contract/ids';
import { keepDevice } from '@tingxu/device/keep-device';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import { SessionGate, type Work } from '@tingxu/session/gate';
import { ownHall } from '@tingxu/session/own-hall';
import { ownLanguage } from '@tingxu/session/own-language';
import { COUNTER_ROLES } from '@tingxu/session/page-roles';
import { createSession } from '@tingxu/session/session';
import type { Person } from '@tingxu/session/standing';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepShell } from './keep-shell.ts';
import { areas, I18nProvider } from './texts.ts';

const query = new URLSearchParams(location.search);
const i18n = ownLanguage(areas);
const hall = ownHall(location.search, localStorage);
const url = location.origin;
const session = createSession({ url, hall, roles: COUNTER_ROLES });

keepShell();
applyScreen(document.documentElement, { kind: 'desk', theme: 'light' });
/** The page of whoever is signed in, for as long as they are. */
const open = ({ staff }: Person): Work => {
  const feed = createHallFeed({
    url,
    hall,
    audience: 'counter',
    role: 'teller',
    messages: STAFF_MESSAGES,
  });
  return { page: <App {...{ url, hall, feed, session, staff }} />, close: () => feed.close() };
};

const root = document.getElementById('app');
if (root) {
  void i18n.ready.then(() =>
    render(
      <I18nProvider value={i18n}>
        <SessionGate session={session} place="counter" language={i18n} open={open} />
      </I18nProvider>,
      root,
    ),
  );
}
const at = CounterId.safeParse(query.get('counter')).data;
keepDevice(
  {
    ...{ url, role: 'counter', hall, place: at === undefined ? {} : { counter: at } },
    locale: () => i18n.locale.peek(),
  },
  () => import('@tingxu/device/start-device').then((part) => part.startDevice),
);
