/**
 * Where to go: the counter's label as a figure of the same rank as the ticket number, its words at
 * text size around it. `text` is the whole phrase in the current language, `label` the part that is
 * the counter's own, e.g. `3 号窗口` and `3`.
 */
import type { JSX } from 'preact';
import styles from './counter-name.module.css';
import { cx } from './lib/cx.ts';
import type { TicketNumberSize } from './ticket-number.tsx';

export type CounterNameProps = {
  readonly text: string;
  readonly label: string;
  readonly size?: TicketNumberSize | undefined;
  readonly tone?: 'strong' | 'muted' | undefined;
};

export function CounterName(props: CounterNameProps): JSX.Element {
  const { text, label, size = 'inherit', tone = 'strong' } = props;
  const at = text.indexOf(label);
  const before = at < 0 ? text : text.slice(0, at).trim();
  const after = at < 0 ? '' : text.slice(at + label.length).trim();
  return (
    <span
      class={cx(styles['name'], styles[`size-${size}`], styles[tone])}
      role="img"
      aria-label={text}
      data-counter={label}
    >
      {before && <span class={cx(styles['words'])}>{before}</span>}
      {at >= 0 && <span class={cx(styles['figure'])}>{label}</span>}
      {after && <span class={cx(styles['words'])}>{after}</span>}
    </span>
  );
}
