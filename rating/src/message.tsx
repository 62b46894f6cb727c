/** One thing to say on the whole screen, calmly. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import styles from './message.module.css';

export type MessageProps = {
  /** `busy` turns while something is under way. */
  readonly icon: IconName | 'busy';
  readonly title: string;
  readonly text?: string;
};

export function Message({ icon, title, text }: MessageProps): JSX.Element {
  return (
    <div class={cx(styles['message'])} role="status">
      <span class={cx(styles['badge'], icon === 'offline' && styles['offline'])}>
        {icon === 'busy' ? (
          <Spinner class={styles['icon']} />
        ) : (
          <Icon name={icon} class={styles['icon']} />
        )}
      </span>
      <h1 class={cx(styles['title'])}>{title}</h1>
      {text !== undefined && (
        <p class={cx(styles['text'])}>
          <Words text={text} />
        </p>
      )}
    </div>
  );
}
