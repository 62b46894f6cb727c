import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import styles from './app.module.css';
import { App } from './app.tsx';
import { kioskCommands } from './model/commands.ts';
import { createKioskModel, type KioskModel } from './model/kiosk-model.ts';
import { ModelProvider } from './model/model-context.ts';
import { createScanner } from './model/scan.ts';
import { growOf, reachOf, screenOf } from './screen-kind.ts';
import { readSettings } from './settings.ts';
import { createEyesFree, padKey } from './speech/eyes-free.ts';
import { keepLedFocus } from './speech/led-focus.ts';
import { createSpeaker } from './speech/speaker.ts';
import { Spoken } from './speech/spoken.tsx';
import { areas, I18nProvider } from './texts.ts';

const settings = readSettings(location.search);
const page = document.documentElement;
const i18n = createPublicI18n(areas, settings.locale, { root: page });
const feed = createHallFeed({
  ...{ url: location.origin, hall: settings.hall },
  ...{ audience: 'kiosk', role: 'kiosk' },
});
/** In the letters and the language of the visit. */
const paperWanted = () =>
  settings.printer && {
    printer: settings.printer,
    layout: model.large.peek() ? ('large' as const) : ('normal' as const),
    language: i18n.locale.peek(),
  };
const model: KioskModel = createKioskModel({
  feed: feed.state,
  now: feed.clock,
  commands: kioskCommands(location.origin, settings.hall, () => paperWanted()),
  devices: feed.devices,
  printer: settings.printer,
  idleMs: settings.idleMs,
  phones: settings.phones ?? location.origin,
  otherLanguage: () => i18n.locale.value !== settings.locale,
  onStartOver: () => i18n.setLocale(settings.locale),
});

const fitScreen = (): void => {
  const { innerWidth: width, innerHeight: height } = window;
  const panel = { width, height, inches: settings.inches };
  applyScreen(page, screenOf({ ...panel, large: model.large.value }));
  page.style.setProperty('--grow', String(model.low.value ? 1 : growOf(panel)));
  model.setReach(reachOf(panel, settings.mountedMm));
};
effect(fitScreen);
effect(() => {
  const reachMm = model.reachMm.value;
  const low = model.low.value && reachMm !== null;
  page.toggleAttribute('data-low', low);
  page.style.setProperty('--reach', String(reachMm ?? 0));
  dispatchEvent(new Event('resize'));
});
effect(() => {
  const profile = feed.view.value?.profile;
  if (profile) i18n.zone.value = profile.zone;
});
effect(() => {
  document.title = `${i18n.t.kiosk.documentTitle} · ${i18n.t.common.product}`;
});
addEventListener('resize', fitScreen);
addEventListener('contextmenu', (event) => event.preventDefault());
const eyesFree = createEyesFree({
  ...{ model, i18n },
  speak: createSpeaker(globalThis.speechSynthesis, (text) => new SpeechSynthesisUtterance(text)),
});
addEventListener('pointerdown', eyesFree.leave);
const scanned = createScanner(model.scan);
/** The keys of the pad; OK on something that has the focus of a keyboard presses that. */
const onPad = (event: KeyboardEvent): void => {
  if (scanned(event.key, event.timeStamp)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const key = padKey(event.key);
  // What somebody has touched keeps a focus that nobody sees.
  const focused = document.activeElement?.matches(':focus-visible') ?? false;
  if (key === null || (event.key === 'Enter' && focused && !eyesFree.on.peek())) return;
  event.preventDefault();
  event.stopPropagation();
  eyesFree.press(key);
};
addEventListener('keydown', onPad, { capture: true });
for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => model.touch());

const root = document.getElementById('app');
if (root) {
  root.className = styles['root'] ?? '';
  keepLedFocus(root, model.led);
  render(
    <I18nProvider value={i18n}>
      <ModelProvider value={model}>
        <App />
        <Spoken eyesFree={eyesFree} />
      </ModelProvider>
    </I18nProvider>,
    root,
  );
}
