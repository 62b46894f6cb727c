/** One thing to say on the whole screen, calmly, and what to do about it. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import type { ComponentChildren, JSX } from 'preact';
import styles from './message.module.css';

export type MessageProps = {
  /** `busy` turns while something is under way. */
  readonly icon: IconName | 'busy';
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
};

export function Message({ icon, title, children, action }: MessageProps): JSX.Element {
  return (
    <div class={cx(styles['message'], action !== undefined && styles['acting'])} role="status">
      {icon === 'busy' ? (
        <Spinner class={styles['icon']} />
      ) : (
        <Icon name={icon} class={styles['icon']} />
      )}
      <h1 class={cx(styles['title'])}>{title}</h1>
      {children !== undefined && <div class={cx(styles['text'])}>{children}</div>}
      {action !== undefined && <div class={cx(styles['action'])}>{action}</div>}
    </div>
  );
}
