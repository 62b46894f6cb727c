/** Where others find their draft: whoever only reads is told so, on every page. Rules: AUTH-13. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import styles from './draft-bar.module.css';

export function ReadOnlyBar(): JSX.Element {
  const { t } = useI18n();
  return (
    <div class={cx(styles['bar'])} data-testid="read-only">
      <span class={cx(styles['read-only'])}>
        <Icon name="shield" />
        <strong>{t.admin.readOnly}</strong>
        <span>{t.admin.readOnlyText}</span>
      </span>
    </div>
  );
}
