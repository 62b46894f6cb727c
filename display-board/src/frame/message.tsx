/** The whole board for one thing to say. */
import { cx } from '@tingxu/ui/lib/cx';
import { Seal } from '@tingxu/ui/wordmark';
import type { JSX } from 'preact';
import { type BoardI18n, useLanguages } from '../texts.ts';
import styles from './message.module.css';

export type MessageProps = {
  readonly title: (t: BoardI18n['t']) => string;
  readonly text?: (i18n: BoardI18n) => string;
};

export function Message({ title, text }: MessageProps): JSX.Element {
  const { first, second } = useLanguages();
  return (
    <div class={cx(styles['message'])}>
      <Seal class={styles['seal']} />
      <p class={cx(styles['title'])}>{title(first.t)}</p>
      {second && (
        <p class={cx(styles['second'])} lang={second.locale.value}>
          {title(second.t)}
        </p>
      )}
      {text && <p class={cx(styles['text'])}>{text(first)}</p>}
      {text && second && (
        <p class={cx(styles['text'])} lang={second.locale.value}>
          {text(second)}
        </p>
      )}
    </div>
  );
}
