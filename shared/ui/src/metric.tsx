/** One figure with its name and unit. */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import type { Tone } from './lib/tone.ts';
import styles from './metric.module.css';
import { Mark } from './state-dot.tsx';

export type MetricProps = {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
  readonly unit?: ComponentChildren;
  /** A line below: target, comparison, cause. */
  readonly note?: ComponentChildren;
  readonly tone?: Tone | undefined;
  readonly size?: 'm' | 'l' | undefined;
};

export function Metric(props: MetricProps): JSX.Element {
  const { size = 'm', tone } = props;
  return (
    <dl class={cx(styles['metric'], styles[`size-${size}`])} data-tone={tone}>
      <dt class={cx(styles['label'])}>
        {tone && <Mark tone={tone} />}
        {props.label}
      </dt>
      <dd class={cx(styles['figure'], tone && styles[tone])}>
        <span class={cx(styles['value'])}>{props.value}</span>
        {props.unit !== undefined && <span class={cx(styles['unit'])}>{props.unit}</span>}
      </dd>
      {props.note !== undefined && <dd class={cx(styles['note'])}>{props.note}</dd>}
    </dl>
  );
}
