import { PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import { keepDevice } from '@tingxu/device/keep-device';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { computed, effect } from '@preact/signals';
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import { lockDown } from '@tingxu/ui/lib/lock-down';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { type JSX, render } from 'preact';
import styles from './app.module.css';
import { App } from './app.tsx';
import { createKioskModel, type KioskModel } from './model/kiosk-model.ts';
import { LaterContext, loadLater, whenThere } from './model/later.ts';
import { laterCommands } from './model/later-commands.ts';
import { ModelProvider } from './model/model-context.ts';
import { createScanner } from './model/scan.ts';
import { growOf, reachOf, screenOf } from './screen-kind.ts';
import { readSettings } from './settings.ts';
import { keepLedFocus } from './speech/led-focus.ts';
import { areas, I18nProvider } from './texts.ts';

const settings = readSettings(location.search);
const page = document.documentElement;
const i18n = createPublicI18n(areas, settings.locale, { root: page });
const feed = createHallFeed({
  ...{ url: location.origin, hall: settings.hall },
  ...{ audience: 'kiosk', role: 'kiosk' },
  messages: PUBLIC_MESSAGES,
});
const later = loadLater(() => import('./later.tsx'));
/** As the hall is set up; the address of this page goes before. */
const place = computed(() =>
  feed.view.value?.profile?.kiosks?.find(({ id }) => id === settings.kiosk),
);
const printer = computed(() => settings.printer ?? place.value?.printer ?? null);
/** In the letters and the language of the visit. */
const paperWanted = () => {
  const at = printer.peek();
  const large = model.large.peek() || place.peek()?.largeSlips === true;
  const layout = large ? ('large' as const) : ('normal' as const);
  return at && { printer: at, layout, language: i18n.locale.peek() };
};
const sender = whenThere(later).then(({ makeCommands, devicesHere }) => {
  const { hall, kiosk } = settings;
  devicesHere({
    url: location.origin,
    hall,
    kiosk,
    devices: feed.devices,
    reader: settings.reader,
  });
  return makeCommands(location.origin, hall, kiosk, paperWanted);
});
const model: KioskModel = createKioskModel({
  feed: feed.state,
  now: feed.clock,
  kiosk: settings.kiosk,
  commands: laterCommands(sender),
  devices: feed.devices,
  printer,
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
lockDown(window);
const scanned = createScanner(model.scan);
/** Speech and its pad, as soon as they are there. */
const eyesFree = computed(() => later.value?.startSpeech(model, i18n) ?? null);
const { reader } = settings;
if (reader !== null) void whenThere(later).then((part) => part.readCards(reader, model.showCard));
addEventListener('pointerdown', () => eyesFree.peek()?.leave());
/** The keys of the pad; OK on something that has the focus of a keyboard presses that. */
const onPad = (event: KeyboardEvent): void => {
  if (scanned(event.key, event.timeStamp)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const key = later.peek()?.padKeyOf(event) ?? null;
  const speech = eyesFree.peek();
  // What somebody has touched keeps a focus that nobody sees.
  const focused = document.activeElement?.matches(':focus-visible') ?? false;
  if (!speech || key === null) return;
  if (event.key === 'Enter' && focused && !speech.on.peek()) return;
  event.preventDefault();
  event.stopPropagation();
  speech.press(key);
};
addEventListener('keydown', onPad, { capture: true });
for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => model.touch());

function Speech(): JSX.Element | null {
  const part = later.value;
  const speech = eyesFree.value;
  return part && speech && <part.SpokenPart eyesFree={speech} />;
}

const root = document.getElementById('app');
if (root) {
  root.className = styles['root'] ?? '';
  keepLedFocus(root, model.led);
  render(
    <I18nProvider value={i18n}>
      <ModelProvider value={model}>
        <LaterContext.Provider value={later}>
          <App />
          <Speech />
        </LaterContext.Provider>
      </ModelProvider>
    </I18nProvider>,
    root,
  );
}
keepDevice(
  {
    ...{ url: location.origin, role: 'kiosk', hall: settings.hall },
    ...{ place: { kiosk: settings.kiosk }, locale: () => i18n.locale.peek() },
  },
  () => whenThere(later).then((part) => part.keepAsDevice),
);
