import '@tingxu/ui/css/styles';
import './screen.css';
import { effect, signal } from '@preact/signals';
import { STAFF_MESSAGES } from '@tingxu/contract/feed';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import { SessionGate, type Work } from '@tingxu/session/gate';
import { ownHall } from '@tingxu/session/own-hall';
import { ownLanguage } from '@tingxu/session/own-language';
import { SUPERVISOR_ROLES } from '@tingxu/session/page-roles';
import { createSession } from '@tingxu/session/session';
import type { Person } from '@tingxu/session/standing';
import { TrailContext } from '@tingxu/trail/seat';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { watchSettings } from './alarms/watch-settings.ts';
import { MonitorProvider } from './monitor-context.tsx';
import { createMonitorModel } from './monitor-model.ts';
import { MonitorPage } from './monitor-page.tsx';
import { roleOf } from './person.ts';
import { areas, I18nProvider } from './texts.ts';

const PHONE = '(max-width: 640px)';

const page = document.documentElement;
const i18n = ownLanguage(areas);
const hall = ownHall(location.search, localStorage);
const url = location.origin;
const session = createSession({ url, hall, roles: SUPERVISOR_ROLES });

const narrow = matchMedia(PHONE);
const phone = signal(narrow.matches);
narrow.addEventListener('change', () => {
  phone.value = narrow.matches;
});
const { wall } = watchSettings(location.search);
page.classList.toggle('wall', wall);
effect(() =>
  applyScreen(page, { kind: phone.value ? 'phone' : 'desk', theme: wall ? 'board' : 'light' }),
);
/** The page of whoever is signed in, for as long as they are. */
const open = ({ staff, roles }: Person): Work => {
  const role = roleOf(location.search, roles);
  const feed = createHallFeed({
    url,
    hall,
    audience: 'supervisor',
    role,
    messages: STAFF_MESSAGES,
  });
  const { search } = location;
  const monitor = createMonitorModel({ url, hall, feed, role, staff, phone, search });
  const following = effect(() => {
    const zone = feed.view.value?.profile?.zone;
    if (zone) i18n.zone.value = zone;
    document.title = `${i18n.t.supervisor.documentTitle} · ${i18n.t.common.product}`;
  });
  return {
    page: (
      <MonitorProvider value={monitor}>
        <TrailContext.Provider
          value={{ trail: monitor.trail, profile: monitor.profile, now: monitor.now, i18n }}
        >
          <MonitorPage />
        </TrailContext.Provider>
      </MonitorProvider>
    ),
    close: () => {
      following();
      monitor.trail.end();
      feed.close();
    },
  };
};

const root = document.getElementById('app');
if (root) {
  void i18n.ready.then(() =>
    render(
      <I18nProvider value={i18n}>
        <SessionGate
          {...{ session, open }}
          place="supervisor"
          language={i18n}
          // Nobody stands at a wall: it shows and offers nothing, and ends with the shift all the same.
          unattended={wall}
        />
      </I18nProvider>,
      root,
    ),
  );
}
