/** One thing to say on the whole screen, calmly, and what to do about it. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import type { ComponentChildren, JSX } from 'preact';
import { useFit } from '../fit/use-fit.ts';
import styles from './message.module.css';

export type MessageProps = {
  /** `busy` turns while something is under way. */
  readonly icon: IconName | 'busy';
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
};

/** Large where a panel has room; with a picture; without; and with the lines close together. */
const LOOKS = ['large', 'all', 'bare', 'close'] as const;

export function Message({ icon, title, children, action }: MessageProps): JSX.Element {
  const { place, level } = useFit(LOOKS.length);
  const look = LOOKS[level] ?? 'close';
  return (
    <div class={cx(styles['message'], styles[look])} role="status" ref={place}>
      {(look === 'large' || look === 'all') && <Sign icon={icon} />}
      <h1 class={cx(styles['title'])}>{title}</h1>
      {children !== undefined && <div class={cx(styles['text'])}>{children}</div>}
      {action !== undefined && <div class={cx(styles['action'])}>{action}</div>}
    </div>
  );
}

function Sign({ icon }: { readonly icon: MessageProps['icon'] }): JSX.Element {
  if (icon === 'busy') return <Spinner class={styles['icon']} />;
  return <Icon name={icon} class={styles['icon']} />;
}
