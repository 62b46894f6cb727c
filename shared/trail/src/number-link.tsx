/** A ticket number that opens its whole life. */
import type { TicketNumber as NumberText, TicketId } from '@tingxu/contract/ids';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber, type TicketNumberSize } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import styles from './number-link.module.css';
import { useTrail } from './seat.ts';
import { useI18n } from './words.ts';

export type NumberLinkProps = {
  /** Its id where it is known; a number of the day serves as well. */
  readonly ticket?: TicketId | undefined;
  readonly number: NumberText;
  readonly size?: TicketNumberSize | undefined;
  readonly tone?: 'strong' | 'muted' | undefined;
  /** For lists that keep the focus. */
  readonly id?: string | undefined;
};

export function NumberLink({ ticket, number, size = 's', tone, id }: NumberLinkProps): JSX.Element {
  const { trail } = useTrail();
  const { words } = useI18n();
  return (
    <button
      type="button"
      id={id}
      class={cx(styles['link'])}
      aria-label={words.title(number)}
      onClick={() => trail.open([ticket ?? number])}
    >
      <TicketNumber number={number} size={size} tone={tone} />
    </button>
  );
}
