/** A message in its place: what happened, what to do, and the code that support can look up. */
import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { cx } from './lib/cx.ts';
import type { Tone } from './lib/tone.ts';
import styles from './notice.module.css';

export const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  ok: 'check',
  warn: 'alert',
  over: 'alert',
  info: 'info',
  quiet: 'info',
};

export type NoticeProps = {
  readonly tone: Tone;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Problem code, e.g. `counter-busy`. */
  readonly code?: string | undefined;
  readonly action?: ComponentChildren;
  readonly icon?: IconName | undefined;
};

export function Notice(props: NoticeProps): JSX.Element {
  const { tone } = props;
  return (
    <div
      class={cx(styles['notice'], styles[tone])}
      role={tone === 'over' ? 'alert' : 'status'}
      data-tone={tone}
    >
      <Icon name={props.icon ?? TONE_ICONS[tone]} class={styles['icon']} />
      <div class={cx(styles['text'])}>
        {props.title !== undefined && <strong class={cx(styles['title'])}>{props.title}</strong>}
        {props.children !== undefined && <div>{props.children}</div>}
        {props.code && <code class={cx(styles['code'])}>{props.code}</code>}
      </div>
      {props.action !== undefined && <div class={cx(styles['action'])}>{props.action}</div>}
    </div>
  );
}
