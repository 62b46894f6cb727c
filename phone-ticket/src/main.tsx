import { PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import { createHallFeed } from '@tingxu/feed-client/hall-feed';
import '@tingxu/ui/css/styles';
import { effect } from '@preact/signals';
import type { PhoneRow } from '@tingxu/contract/views';
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import { isPublicLocale, matchLocale, PUBLIC_LOCALES } from '@tingxu/i18n/locale';
import { later } from '@tingxu/ui/later';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { applyScreen } from '@tingxu/ui/lib/screen';
import { stayAwake } from '@tingxu/ui/lib/stay-awake';
import { type JSX, render } from 'preact';
import { drawAttention } from './attention.ts';
import { BadLink } from './bad-link.tsx';
import { type Linked, readLink } from './link.ts';
import { PhoneProvider } from './phone-context.tsx';
import { createPhoneModel, type PhoneModel } from './phone-model.ts';
import { PhonePage } from './phone-page.tsx';
import { areas, I18nProvider } from './texts.ts';

const page = document.documentElement;
const wanted = new URLSearchParams(location.search).get('locale');
const i18n = createPublicI18n(
  areas,
  isPublicLocale(wanted) ? wanted : matchLocale(navigator.languages, PUBLIC_LOCALES, 'zh-CN'),
  { root: page },
);
applyScreen(page, { kind: 'phone', theme: 'light' });

const modelOf = (linked: Linked): PhoneModel => {
  const { hall, link } = linked;
  const feed = createHallFeed({
    ...{ url: location.origin, hall, audience: 'phone', role: 'phone', link },
    messages: PUBLIC_MESSAGES,
  });
  const onCall = ({ number, counter }: PhoneRow): void => {
    const profile = feed.view.value?.profile ?? null;
    const where = counter ? i18n.t.common.counter(counterLabel(profile, counter)) : '';
    drawAttention(i18n.t.phone.notifyTitle(number), i18n.t.phone.goTo(where));
  };
  effect(() => {
    const zone = feed.view.value?.profile?.zone;
    if (zone) i18n.zone.value = zone;
  });
  effect(() => {
    const number = feed.view.value?.ticket?.number ?? '';
    document.title = `${i18n.t.phone.documentTitle(number).trim()} · ${i18n.t.common.product}`;
  });
  return createPhoneModel({ url: location.origin, linked, feed, onCall });
};

// A dark phone hears of no call.
stayAwake();
// Another code may be scanned into the same page.
addEventListener('hashchange', () => location.reload());

const Taking = later(() => import('./take/taking.tsx').then((part) => part.Taking));

/** A ticket by its link; else, in a hall that lets phones, one that is to be taken. Rules: LINK-1, PHONE-2. */
const shown = (): JSX.Element => {
  const linked = readLink(location.hash);
  if (linked) {
    return (
      <PhoneProvider value={modelOf(linked)}>
        <PhonePage />
      </PhoneProvider>
    );
  }
  const { search, hash } = location;
  if (!new URLSearchParams(search).has('hall')) return <BadLink />;
  document.title = `${i18n.t.phone.take.title} · ${i18n.t.common.product}`;
  // The code is for whoever stands here now: it stays in no history.
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  const toTicket = (link: string): void => location.replace(`${location.pathname}#${link}`);
  return <Taking address={{ search, hash }} toTicket={toTicket} />;
};

const root = document.getElementById('app');
if (root) render(<I18nProvider value={i18n}>{shown()}</I18nProvider>, root);
