/** Whose hall, which day, what time, and whether all of it is true now. */
import { Clock } from '@tingxu/ui/clock';
import { cx } from '@tingxu/ui/lib/cx';
import { Mark } from '@tingxu/ui/state-dot';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import { Seal } from '@tingxu/ui/wordmark';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useBoard } from '../model/board-model.ts';
import { useLanguages } from '../texts.ts';
import styles from './header.module.css';

export function Header(): JSX.Element {
  const { profile, now, status } = useBoard();
  const { first } = useLanguages();
  const live = status.value === 'live';
  const name = profile.value ? first.pick(profile.value.name) : first.t.common.product;
  const { title, cut } = useCut(name);
  return (
    <header class={cx(styles['header'])}>
      <Seal class={styles['seal']} />
      <h1 class={cx(styles['hall'])} ref={title}>
        {name}
      </h1>
      <Clock
        at={now.value}
        zone={first.zone.value}
        locale={first.locale.value}
        date={cut ? 'none' : 'short'}
        class={styles['clock']}
      />
      <span class={cx(styles['state'])}>
        <Mark tone={live ? 'ok' : 'warn'} />
        <VisuallyHidden>
          {live ? first.t.common.connection.live : first.t.common.connection.connecting}
        </VisuallyHidden>
      </span>
    </header>
  );
}

/** Whether the name is cut beside the date: the date then gives way. */
function useCut(name: string): { title: { current: HTMLHeadingElement | null }; cut: boolean } {
  const title = useRef<HTMLHeadingElement>(null);
  const [cutName, setCutName] = useState('');
  useLayoutEffect(() => {
    const element = title.current;
    const measure = (): void => {
      if (element && element.scrollWidth > element.clientWidth) setCutName(name);
    };
    measure();
    void document.fonts.ready.then(measure);
  }, [name]);
  return { title, cut: cutName === name };
}
