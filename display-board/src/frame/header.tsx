/**
 * Whose hall, which day, what time, and whether all of it is true now. Old figures are said in the
 * place of the name: nothing below moves when the connection is cut. Rules: FEED-4.
 */
import { Clock } from '@tingxu/ui/clock';
import { cx } from '@tingxu/ui/lib/cx';
import { Mark } from '@tingxu/ui/state-dot';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import { Seal } from '@tingxu/ui/wordmark';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useBoard } from '../model/board-model.ts';
import { useLanguages } from '../texts.ts';
import styles from './header.module.css';
import { StaleBanner } from './stale-banner.tsx';

export function Header(): JSX.Element {
  const { profile, now, status, staleSinceAt } = useBoard();
  const { turn } = useLanguages();
  const i18n = turn.value;
  const live = status.value === 'live';
  const stale = staleSinceAt.value !== null;
  const name = profile.value ? i18n.pick(profile.value.name) : i18n.t.common.product;
  const { title, look } = useLook(name);
  return (
    <header class={cx(styles['header'])}>
      <Seal class={styles['seal']} />
      <div class={cx(styles['title'])}>
        <h1 class={cx(styles['hall'])} ref={title} lang={i18n.locale.value}>
          {name}
        </h1>
        <StaleBanner />
      </div>
      <span class={cx(styles['when'])}>
        {look !== 'time' && !stale && (
          <span class={cx(styles['date'])} lang={i18n.locale.value}>
            {look === 'day' ? i18n.format.day(now.value) : i18n.format.monthDay(now.value)}
          </span>
        )}
        <Clock at={now.value} zone={i18n.zone.value} locale={i18n.locale.value} />
      </span>
      <span class={cx(styles['state'])}>
        <Mark tone={live ? 'ok' : 'warn'} />
        <VisuallyHidden>
          {live ? i18n.t.common.connection.live : i18n.t.common.connection.connecting}
        </VisuallyHidden>
      </span>
    </header>
  );
}

/** The date gives way to the name of the hall: first the weekday, then all of it. */
const LOOKS = ['day', 'month-day', 'time'] as const;
type Look = (typeof LOOKS)[number];

function useLook(name: string): { title: RefObject<HTMLHeadingElement | null>; look: Look } {
  const title = useRef<HTMLHeadingElement>(null);
  const [tried, setTried] = useState({ name, level: 0 });
  const level = tried.name === name ? tried.level : 0;
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = title.current;
      const cut = element !== null && element.scrollWidth > element.clientWidth;
      if (cut && level < LOOKS.length - 1) setTried({ name, level: level + 1 });
    };
    measure();
    void document.fonts.ready.then(measure);
  }, [name, level]);
  return { title, look: LOOKS[level] ?? 'time' };
}
