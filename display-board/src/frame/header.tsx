/**
 * Whose hall, which day, what time, and whether all of it is true now. Old figures are said in the
 * place of the name: nothing below moves when the connection is cut. Rules: FEED-4.
 */
import { Clock } from '@tingxu/ui/clock';
import { cx } from '@tingxu/ui/lib/cx';
import { Mark } from '@tingxu/ui/state-dot';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import { Seal } from '@tingxu/ui/wordmark';
import { Words } from '@tingxu/ui/words';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useBoard } from '../model/board-model.ts';
import { useLanguages } from '../texts.ts';
import styles from './header.module.css';
import { StaleBanner } from './stale-banner.tsx';

export function Header({ portrait }: { readonly portrait: boolean }): JSX.Element {
  const { profile, now, status, staleSinceAt } = useBoard();
  const { turn } = useLanguages();
  const i18n = turn.value;
  const live = status.value === 'live';
  const stale = staleSinceAt.value !== null;
  const name = profile.value ? i18n.pick(profile.value.name) : i18n.t.common.product;
  const { title, look } = useLook(name, portrait ? UPRIGHT : LOOKS);
  const { date, lines, logo } = LOOK[look];
  const { when, isTight } = useTight();
  return (
    <header class={cx(styles['header'], styles[logo])}>
      <Seal class={styles['seal']} />
      <div class={cx(styles['title'])}>
        <h1
          class={cx(styles['hall'], lines && styles['lines'])}
          ref={title}
          lang={i18n.locale.value}
        >
          {lines ? <Words text={name} /> : name}
        </h1>
        <StaleBanner />
      </div>
      <span class={cx(styles['when'])} ref={when}>
        {date !== 'none' && !stale && (
          <span class={cx(styles['date'])} lang={i18n.locale.value}>
            {date === 'day' && !isTight
              ? i18n.format.day(now.value)
              : i18n.format.monthDay(now.value)}
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

/**
 * What stands beside the name of the hall gives way to it: the weekday, the date, then the single line,
 * then the width of a bank's own logo. Upright the date has a line of its own and stays, and a logo
 * that leaves no room stands above the name.
 */
const LOOK = {
  day: { date: 'day', lines: false, logo: 'wide' },
  'month-day': { date: 'month-day', lines: false, logo: 'wide' },
  time: { date: 'none', lines: false, logo: 'wide' },
  'time-lines': { date: 'none', lines: true, logo: 'wide' },
  'time-narrow': { date: 'none', lines: true, logo: 'narrow' },
  'day-lines': { date: 'day', lines: true, logo: 'wide' },
  'day-above': { date: 'day', lines: true, logo: 'above' },
} as const;
type Look = keyof typeof LOOK;
const LOOKS: readonly Look[] = ['day', 'month-day', 'time', 'time-lines', 'time-narrow'];
const UPRIGHT: readonly Look[] = ['day', 'day-lines', 'day-above'];

/** Letters reach a little under the line box. Units: of the height. */
const HANGING = 1.05;
const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean =>
  scrollWidth > clientWidth || scrollHeight > clientHeight * HANGING;

function useLook(
  name: string,
  looks: readonly Look[],
): { title: RefObject<HTMLHeadingElement | null>; look: Look } {
  const title = useRef<HTMLHeadingElement>(null);
  const [tried, setTried] = useState({ name, level: 0 });
  const level = tried.name === name ? tried.level : 0;
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = title.current;
      if (element && isCut(element) && level < looks.length - 1)
        setTried({ name, level: level + 1 });
    };
    measure();
    void document.fonts.ready.then(measure);
  }, [name, level, looks]);
  return { title, look: looks[level] ?? 'time-lines' };
}

/** Upright on a large panel seen from afar the weekday gives way to the time. */
function useTight(): { when: RefObject<HTMLSpanElement | null>; isTight: boolean } {
  const when = useRef<HTMLSpanElement>(null);
  const [isTight, setTight] = useState(false);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = when.current;
      if (element && element.scrollWidth > element.clientWidth) setTight(true);
    };
    measure();
    void document.fonts.ready.then(measure);
  });
  return { when, isTight };
}
