/**
 * Whether what the screen shows is true now. Anything but `live` is a full-width amber band with a
 * struck-out plug and hatching, the same on every screen; `live` is a small mark for the header.
 */
import type { ComponentChildren, JSX } from 'preact';
import styles from './connection-banner.module.css';
import { Icon } from './icon.tsx';
import { cx } from './lib/cx.ts';
import { Spinner } from './spinner.tsx';
import { StateDot } from './state-dot.tsx';

export type ConnectionState = 'live' | 'connecting' | 'stale' | 'reconnecting';

export type ConnectionBannerProps = {
  readonly state: ConnectionState;
  /** Says what and since when, e.g. `连接中断，画面停在 09:30:05，正在重新连接…` */
  readonly text: ComponentChildren;
  readonly action?: ComponentChildren;
};

export function ConnectionBanner({ state, text, action }: ConnectionBannerProps): JSX.Element {
  return (
    <div class={cx(styles['place'])} role="status" aria-live="polite" data-connection={state}>
      {state !== 'live' && (
        <div class={cx(styles['band'])}>
          <span class={cx(styles['hatch'])} aria-hidden="true" />
          {state === 'stale' ? (
            <Icon name="offline" class={styles['icon']} />
          ) : (
            <Spinner class={styles['icon']} />
          )}
          <span class={cx(styles['text'])}>{text}</span>
          {action}
          <span class={cx(styles['hatch'])} aria-hidden="true" />
        </div>
      )}
    </div>
  );
}

/** The same state as a word with a shape, for headers. */
export function ConnectionMark(props: {
  readonly state: ConnectionState;
  readonly text: ComponentChildren;
}): JSX.Element {
  return <StateDot tone={props.state === 'live' ? 'ok' : 'warn'}>{props.text}</StateDot>;
}
