/** A demo says so on every page of staff. Source: SEC-14. */

import { sessionHead } from '@tingxu/i18n/session-head';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useSession } from './context.ts';
import styles from './who-is-here.module.css';

export function DemoMark(): JSX.Element | null {
  const { session, language } = useSession();
  const words = sessionHead[language.locale.value];
  if (!session.me.value?.demo) return null;
  return (
    <span class={cx(styles['demo'])} title={words.demoText} data-testid="demo">
      {words.demo}
    </span>
  );
}
