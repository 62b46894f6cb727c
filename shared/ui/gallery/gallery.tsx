/**
 * Every component in every theme, and one sample of each kind of screen.
 * The address chooses: `?page=kit|kiosk|taken|board|counter|supervisor&screen=…&theme=…&locale=…&size=…&state=…&brand`
 */
import '../src/styles.css';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { isLocale } from '@tingxu/i18n/locale';
import { type JSX, render } from 'preact';
import { applyScreen, type ScreenKind } from '../src/lib/screen.ts';
import { BoardSample } from './board-sample.tsx';
import brand from './brand-sample.css?inline';
import { CounterSample } from './counter-sample.tsx';
import { GalleryI18n, galleryAreas } from './gallery-i18n.tsx';
import { KioskSample, TakenSample } from './kiosk-sample.tsx';
import { Kit } from './kit.tsx';
import { SupervisorSample } from './supervisor-sample.tsx';

const query = new URLSearchParams(location.search);
const PAGES: Readonly<Record<string, { screen: ScreenKind; page: () => JSX.Element }>> = {
  kit: { screen: 'desk', page: () => <Kit /> },
  kiosk: { screen: 'kiosk', page: () => <KioskSample /> },
  taken: { screen: 'kiosk', page: () => <TakenSample /> },
  board: { screen: 'board', page: () => <BoardSample /> },
  counter: { screen: 'desk', page: () => <CounterSample /> },
  supervisor: { screen: 'desk', page: () => <SupervisorSample /> },
};

const chosen = PAGES[query.get('page') ?? 'kit'];
const root = document.getElementById('app');
if (!chosen || !root) throw new Error('no such page of the gallery');

const screen = (query.get('screen') ?? chosen.screen) as ScreenKind;
applyScreen(document.documentElement, {
  kind: screen,
  theme: query.get('theme') === 'board' || screen === 'board' ? 'board' : 'light',
  size: query.get('size') === 'elder' ? 'elder' : 'standard',
});
if (query.has('brand')) {
  const style = document.createElement('style');
  style.textContent = brand;
  document.head.append(style);
}
const wanted = query.get('locale');
const i18n = createI18n(galleryAreas, isLocale(wanted) ? wanted : 'zh-CN', {
  root: document.documentElement,
});
render(
  <GalleryI18n.I18nProvider value={i18n}>
    <chosen.page />
  </GalleryI18n.I18nProvider>,
  root,
);
