import { PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import { keepDevice } from '@tingxu/device/keep-device';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect, signal } from '@preact/signals';
import { applyScreen, longSideMm } from '@tingxu/ui/lib/screen';
import { render } from 'preact';
import { App } from './app.tsx';
import { loadNewBuilds } from './load-new-build.ts';
import { createBoardModel, ModelProvider } from './model/board-model.ts';
import { isPortrait } from './model/plan.ts';
import { readSettings } from './settings.ts';
import { createLanguages, LanguagesProvider } from './texts.ts';

const settings = readSettings(location.search);
const page = document.documentElement;
const feed = createHallFeed({
  ...{ url: location.origin, hall: settings.hall },
  ...{ audience: 'board', role: 'board' },
  messages: PUBLIC_MESSAGES,
});
const model = createBoardModel(feed, settings.counters);
const languages = createLanguages(settings.languages, feed.clock, page);

const { layout } = settings;
const isUpright = (): boolean =>
  layout === 'portrait' ||
  (layout !== 'landscape' && isPortrait({ width: innerWidth, height: innerHeight }));
const portrait = signal(isUpright());
const fitScreen = (): void => {
  portrait.value = isUpright();
  const screenLongMm = longSideMm(settings.inches, innerWidth, innerHeight);
  applyScreen(page, { kind: 'board', theme: 'board', screenLongMm, seatMm: settings.seatMm });
};
fitScreen();
addEventListener('resize', fitScreen);
effect(() => {
  const profile = model.profile.value;
  if (profile) languages.setZone(profile.zone);
});
effect(() => {
  const { t } = languages.first;
  document.title = `${t.board.documentTitle} · ${t.common.product}`;
});

loadNewBuilds(model, settings.quietMs);

/** After the first picture, and only where the hall has a voice. */
const stopWaiting = effect(() => {
  if (feed.voice.value === null) return;
  queueMicrotask(() => stopWaiting());
  const { hall, voice: zone, languages: spoken } = settings;
  void import('./voice/start-voice.tsx').then(({ startVoice }) =>
    startVoice({ hall, zone, languages: spoken, voice: feed.voice, model, texts: languages }),
  );
});

const root = document.getElementById('app');
if (root) {
  render(
    <LanguagesProvider value={languages}>
      <ModelProvider value={model}>
        <App layout={layout} portrait={portrait} />
      </ModelProvider>
    </LanguagesProvider>,
    root,
  );
}
keepDevice(
  {
    ...{ url: location.origin, role: 'board', hall: settings.hall, place: {} },
    locale: () => settings.languages[0] ?? 'zh-CN',
  },
  () => import('@tingxu/device/start-device').then((part) => part.startDevice),
);
