/**
 * The hero numeral: letter and digits of one ticket number, tabular, never broken over lines.
 * Read out character by character.
 */
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './ticket-number.module.css';

export type TicketNumberSize = 'inherit' | 's' | 'm' | 'l' | 'xl' | 'hero';

export type TicketNumberProps = {
  readonly number: string;
  readonly size?: TicketNumberSize | undefined;
  /** `muted` for numbers whose moment is over. */
  readonly tone?: 'strong' | 'muted' | undefined;
  readonly class?: string | undefined;
};

export function TicketNumber(props: TicketNumberProps): JSX.Element {
  const { number, size = 'inherit', tone = 'strong' } = props;
  const letter = number.replace(/\d.*$/, '');
  const digits = number.slice(letter.length);
  return (
    <span
      class={cx(styles['number'], styles[`size-${size}`], styles[tone], props.class)}
      role="img"
      aria-label={[...number].join(' ')}
      data-number={number}
    >
      {letter && <span class={cx(styles['letter'])}>{letter}</span>}
      <span>{digits}</span>
    </span>
  );
}
