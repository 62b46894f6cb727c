import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { HallId } from '@tingxu/contract/ids';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { isLocale, matchLocale } from '@tingxu/i18n/locale';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { AdminProvider } from './admin-context.tsx';
import { createAdminModel } from './admin-model.ts';
import { AdminPage } from './admin-page.tsx';
import { areas, I18nProvider } from './texts.ts';

const LOCALE_KEY = 'tingxu.locale';
/** The hall of a server that has only one. */
const ONLY_HALL = 'demo';

const query = new URLSearchParams(location.search);
const wanted = query.get('locale') ?? localStorage.getItem(LOCALE_KEY);
const page = document.documentElement;
const i18n = createI18n(
  areas,
  isLocale(wanted) ? wanted : matchLocale(navigator.languages, 'zh-CN'),
  { root: page, onChange: (locale) => localStorage.setItem(LOCALE_KEY, locale) },
);
const hall = HallId.parse(query.get('hall') ?? ONLY_HALL);
const feed = createHallFeed({
  ...{ url: location.origin, hall, audience: 'supervisor', role: 'supervisor' },
});

applyScreen(page, { kind: 'desk', theme: 'light' });
const admin = createAdminModel({
  ...{ url: location.origin, hall, feed },
  search: location.search,
  memory: sessionStorage,
});
effect(() => {
  const zone = admin.reply.value?.config.zone;
  if (zone) i18n.zone.value = zone;
});
effect(() => {
  document.title = `${i18n.t.admin.documentTitle} · ${i18n.t.common.product}`;
});

const root = document.getElementById('app');
if (root) {
  render(
    <I18nProvider value={i18n}>
      <AdminProvider value={admin}>
        <AdminPage />
      </AdminProvider>
    </I18nProvider>,
    root,
  );
}
