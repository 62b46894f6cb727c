import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import styles from './app.module.css';
import { App } from './app.tsx';
import { kioskCommands } from './model/commands.ts';
import { createKioskModel } from './model/kiosk-model.ts';
import { ModelProvider } from './model/model-context.ts';
import { screenOf } from './screen-kind.ts';
import { readSettings } from './settings.ts';
import { areas, I18nProvider } from './texts.ts';

const settings = readSettings(location.search);
const page = document.documentElement;
const i18n = createI18n(areas, settings.locale, { root: page });
const feed = createHallFeed({
  ...{ url: location.origin, hall: settings.hall },
  ...{ audience: 'kiosk', role: 'kiosk' },
});
const model = createKioskModel({
  feed: feed.state,
  now: feed.clock,
  commands: kioskCommands(location.origin, settings.hall),
  idleMs: settings.idleMs,
  otherLanguage: () => i18n.locale.value !== settings.locale,
  onStartOver: () => i18n.setLocale(settings.locale),
});

const fitScreen = (): void => {
  const { innerWidth: width, innerHeight: height } = window;
  applyScreen(page, screenOf({ width, height, inches: settings.inches, large: model.large.value }));
};
effect(fitScreen);
effect(() => {
  const profile = feed.view.value?.profile;
  if (profile) i18n.zone.value = profile.zone;
});
effect(() => {
  document.title = `${i18n.t.kiosk.documentTitle} · ${i18n.t.common.product}`;
});
addEventListener('resize', fitScreen);
addEventListener('contextmenu', (event) => event.preventDefault());
for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => model.touch());

const root = document.getElementById('app');
if (root) {
  root.className = styles['root'] ?? '';
  render(
    <I18nProvider value={i18n}>
      <ModelProvider value={model}>
        <App />
      </ModelProvider>
    </I18nProvider>,
    root,
  );
}
