/** A state in words, with a shape of its own: round, triangle, square, ring. */
import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { cx } from './lib/cx.ts';
import type { Tone } from './lib/tone.ts';
import { Mark } from './state-dot.tsx';
import styles from './status-pill.module.css';

export type StatusPillProps = {
  readonly tone: Tone;
  readonly children: ComponentChildren;
  /** Instead of the tone's own shape. */
  readonly icon?: IconName | undefined;
};

export function StatusPill({ tone, children, icon }: StatusPillProps): JSX.Element {
  return (
    <span class={cx(styles['pill'], styles[tone])} data-tone={tone}>
      {icon ? <Icon name={icon} /> : <Mark tone={tone} />}
      <span>{children}</span>
    </span>
  );
}
