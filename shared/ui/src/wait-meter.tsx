/**
 * How long somebody has waited against the promise: the figure, a bar to the promise mark, and past
 * it a hatched overrun. Colour only repeats what figure, mark and hatching say.
 */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import { waitTone } from './lib/tone.ts';
import { Mark } from './state-dot.tsx';
import styles from './wait-meter.module.css';

export type WaitMeterProps = {
  /** Units: ms. */
  readonly waitedMs: number;
  /** The lane's target. Units: ms. */
  readonly targetMs: number;
  /** The wait in words, e.g. `12 分钟`. */
  readonly text: ComponentChildren;
  /** The same against the promise, e.g. `超 10 分钟`; seen once it is near, and always read out. */
  readonly toneText: string;
};

/** The bar ends at one and a half targets; the promise mark stands at two thirds. */
const BAR_TARGETS = 1.5;

export function WaitMeter(props: WaitMeterProps): JSX.Element {
  const { waitedMs, targetMs, text, toneText } = props;
  const tone = waitTone(waitedMs, targetMs);
  const share = (value: number): string =>
    `${Math.round(Math.min(1, Math.max(0, value / (targetMs * BAR_TARGETS))) * 1000) / 10}%`;
  return (
    <span class={cx(styles['meter'], styles[tone])} data-tone={tone}>
      <span class={cx(styles['text'])}>
        <Mark tone={tone} />
        <span>{text}</span>
        <span class={cx(tone === 'ok' ? styles['spoken'] : styles['tone'])}>{toneText}</span>
      </span>
      <span class={cx(styles['bar'])} aria-hidden="true">
        <span class={cx(styles['fill'])} style={{ width: share(Math.min(waitedMs, targetMs)) }} />
        <span
          class={cx(styles['overrun'])}
          style={{ width: share(Math.max(0, waitedMs - targetMs)) }}
        />
        <span class={cx(styles['mark'])} />
      </span>
    </span>
  );
}
