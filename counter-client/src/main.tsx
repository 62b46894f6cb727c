import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import './screen.css';
import { HallId } from '@tingxu/contract/ids';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { isLocale, matchLocale } from '@tingxu/i18n/locale';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepShell } from './keep-shell.ts';
import { areas, I18nProvider } from './texts.ts';

const LOCALE_KEY = 'tingxu.locale';
/** The hall of a server that has only one. */
const ONLY_HALL = 'demo';

const query = new URLSearchParams(location.search);
const wanted = query.get('locale') ?? localStorage.getItem(LOCALE_KEY);
const i18n = createI18n(
  areas,
  isLocale(wanted) ? wanted : matchLocale(navigator.languages, 'zh-CN'),
  {
    root: document.documentElement,
    onChange: (locale) => localStorage.setItem(LOCALE_KEY, locale),
  },
);
const hall = HallId.parse(query.get('hall') ?? ONLY_HALL);
const feed = createHallFeed({ url: location.origin, hall, audience: 'counter', role: 'teller' });

keepShell();
applyScreen(document.documentElement, { kind: 'desk', theme: 'light' });
const root = document.getElementById('app');
if (root) {
  render(
    <I18nProvider value={i18n}>
      <App url={location.origin} hall={hall} feed={feed} />
    </I18nProvider>,
    root,
  );
}
