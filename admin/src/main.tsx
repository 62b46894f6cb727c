import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { STAFF_MESSAGES } from '@tingxu/contract/feed';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import { SessionGate, type Work } from '@tingxu/session/gate';
import { ownHall } from '@tingxu/session/own-hall';
import { ownLanguage } from '@tingxu/session/own-language';
import { ADMIN_ROLES } from '@tingxu/session/page-roles';
import { createSession } from '@tingxu/session/session';
import type { Person } from '@tingxu/session/standing';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { AdminProvider } from './admin-context.tsx';
import { createAdminModel } from './admin-model.ts';
import { AdminPage } from './admin-page.tsx';
import type { Memory } from './draft/kept.ts';
import { roleAmong } from './person.ts';
import { areas, I18nProvider } from './texts.ts';

const page = document.documentElement;
const i18n = ownLanguage(areas);
const hall = ownHall(location.search, localStorage);
const url = location.origin;
const session = createSession({ url, hall, roles: ADMIN_ROLES });

applyScreen(page, { kind: 'desk', theme: 'light' });
/** Of a tab in which several may sign in one after another: nobody finds the draft of somebody else. */
const own = (staff: string): Memory => ({
  getItem: (key) => sessionStorage.getItem(`${key}.${staff}`),
  setItem: (key, value) => sessionStorage.setItem(`${key}.${staff}`, value),
  removeItem: (key) => sessionStorage.removeItem(`${key}.${staff}`),
});

/** The pages of whoever is signed in, for as long as they are. */
const open = (who: Person): Work => {
  const role = roleAmong(who.roles, ADMIN_ROLES);
  const feed = createHallFeed({
    url,
    hall,
    audience: 'supervisor',
    role,
    messages: STAFF_MESSAGES,
  });
  const admin = createAdminModel({ url, hall, feed, who, role, memory: own(who.staff) });
  const following = effect(() => {
    const zone = admin.reply.value?.config.zone;
    if (zone) i18n.zone.value = zone;
    document.title = `${i18n.t.admin.documentTitle} · ${i18n.t.common.product}`;
  });
  return {
    page: (
      <AdminProvider value={admin}>
        <AdminPage />
      </AdminProvider>
    ),
    close: () => {
      following();
      admin.close();
      feed.close();
    },
  };
};

const root = document.getElementById('app');
if (root) {
  void i18n.ready.then(() =>
    render(
      <I18nProvider value={i18n}>
        <SessionGate session={session} place="admin" language={i18n} open={open} />
      </I18nProvider>,
      root,
    ),
  );
}
