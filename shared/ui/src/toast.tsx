/**
 * Messages that come and go in a corner. The region is always in the page, so that each message is
 * read out; when a message leaves is the caller's decision.
 */
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import { cx } from './lib/cx.ts';
import type { Tone } from './lib/tone.ts';
import { TONE_ICONS } from './notice.tsx';
import styles from './toast.module.css';

export type Toast = {
  readonly id: string;
  readonly tone: Tone;
  readonly text: ComponentChildren;
  /** Problem code, e.g. `nobody-waiting`. */
  readonly code?: string | undefined;
};

export type ToastRegionProps = {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: string) => void;
  readonly dismissLabel: string;
};

export function ToastRegion({ toasts, onDismiss, dismissLabel }: ToastRegionProps): JSX.Element {
  return (
    <div class={cx(styles['region'])} role="status" aria-live="polite" data-theme="board">
      {toasts.map((toast) => (
        <div key={toast.id} class={cx(styles['toast'])} data-tone={toast.tone}>
          <Icon name={TONE_ICONS[toast.tone]} class={cx(styles['icon'], styles[toast.tone])} />
          <div class={cx(styles['text'])}>
            {toast.text}
            {toast.code && <code class={cx(styles['code'])}>{toast.code}</code>}
          </div>
          <button
            type="button"
            class={cx(styles['dismiss'])}
            aria-label={dismissLabel}
            onClick={() => onDismiss(toast.id)}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </div>
  );
}
