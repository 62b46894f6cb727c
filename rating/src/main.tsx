import { PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import { keepDevice } from '@tingxu/device/keep-device';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import { applyScreen, longSideMm } from '@tingxu/ui/lib/screen';
import { stayAwake } from '@tingxu/ui/lib/stay-awake';
import { render } from 'preact';
import { App } from './app.tsx';
import { PadProvider } from './pad-context.ts';
import { createPadModel, sendVote } from './pad-model.ts';
import { readSettings } from './settings.ts';
import { areas, I18nProvider } from './texts.ts';

const settings = readSettings(location.search);
const { hall, counter } = settings;
const page = document.documentElement;
const i18n = createPublicI18n(areas, settings.locale, { root: page });
const feed = createHallFeed({
  url: location.origin,
  hall,
  audience: 'pad',
  role: 'pad',
  messages: PUBLIC_MESSAGES,
});
const model = createPadModel({
  ...{ feed, counter, send: sendVote(location.origin, hall, counter) },
  onLeft: () => i18n.setLocale(settings.locale),
});

const fitScreen = (): void => {
  const screenLongMm = longSideMm(settings.inches, innerWidth, innerHeight);
  applyScreen(page, { kind: 'kiosk', theme: 'light', screenLongMm });
};
fitScreen();
addEventListener('resize', fitScreen);
addEventListener('contextmenu', (event) => event.preventDefault());
effect(() => {
  document.title = `${i18n.t.pad.documentTitle} · ${i18n.t.common.product}`;
});
stayAwake();

const root = document.getElementById('app');
if (root) {
  render(
    <I18nProvider value={i18n}>
      <PadProvider value={model}>
        <App />
      </PadProvider>
    </I18nProvider>,
    root,
  );
}
keepDevice(
  {
    ...{ url: location.origin, role: 'pad', hall, place: counter === null ? {} : { counter } },
    locale: () => settings.locale,
  },
  () => import('@tingxu/device/start-device').then((part) => part.startDevice),
);
