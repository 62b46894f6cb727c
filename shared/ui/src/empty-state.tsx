/** Nothing to show, said calmly. */
import type { ComponentChildren, JSX } from 'preact';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';
import { cx } from './lib/cx.ts';

export type EmptyStateProps = {
  readonly icon?: IconName | undefined;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
};

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class={cx(styles['empty'])}>
      {props.icon && <Icon name={props.icon} class={styles['icon']} />}
      <p class={cx(styles['title'])}>{props.title}</p>
      {props.children !== undefined && <div class={cx(styles['text'])}>{props.children}</div>}
      {props.action !== undefined && <div class={cx(styles['action'])}>{props.action}</div>}
    </div>
  );
}
