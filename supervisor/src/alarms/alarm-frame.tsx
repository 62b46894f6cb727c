/** One line of the alarm strip: what it is at a glance, then in words. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import styles from './alarm-strip.module.css';

export function AlarmFrame(props: {
  readonly icon: IconName;
  readonly tone: 'late' | 'over' | 'warn' | 'info';
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <li class={cx(styles['alarm'], styles[props.tone])} data-tone={props.tone}>
      <Icon name={props.icon} />
      {props.children}
    </li>
  );
}
