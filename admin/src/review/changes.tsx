/** Differences and conflicts in plain words, as the server tells them. */
import type { ToldConflict, ToldDifference } from '@tingxu/contract/configuration';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import styles from './review.module.css';

export function Changes({ changes }: { readonly changes: readonly ToldDifference[] }): JSX.Element {
  const { t, locale } = useI18n();
  if (changes.length === 0) return <p>{t.admin.noChanges}</p>;
  return (
    <ul class={cx(styles['changes'])} data-testid="changes">
      {changes.map((change) => (
        <li key={`${change.path} ${change.what}`}>{change.text[locale.value]}</li>
      ))}
    </ul>
  );
}

export function Conflicts(props: { readonly conflicts: readonly ToldConflict[] }): JSX.Element {
  const { locale } = useI18n();
  return (
    <ul class={cx(styles['changes'])} data-testid="conflicts">
      {props.conflicts.map((conflict) => (
        <li key={`${conflict.kind} ${conflict.id}`}>
          <Icon name="alert" /> {conflict.text[locale.value]}
        </li>
      ))}
    </ul>
  );
}
