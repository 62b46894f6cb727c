/** What the figures beside it mean, in words; read out when they change. */
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../texts.ts';
import styles from './fields.module.css';

export function Sentence(props: {
  readonly children: ComponentChildren;
  readonly 'data-testid'?: string;
}): JSX.Element {
  return (
    <p class={cx(styles['sentence'])} aria-live="polite" data-testid={props['data-testid']}>
      {props.children}
    </p>
  );
}

/** Settings that few halls need. */
export function More({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { t } = useI18n();
  return (
    <details class={cx(styles['more'])}>
      <summary>{t.adminFields.more}</summary>
      {children}
    </details>
  );
}
