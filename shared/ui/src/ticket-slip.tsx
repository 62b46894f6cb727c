/**
 * The product's sign: a slip of paper with a number on it. On the board it lies on ink and marks the
 * call of the moment; on the kiosk it is the ticket just taken. `active` lets its edge breathe, slower
 * than 1 Hz, beside the bell that says the same without motion.
 */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './ticket-slip.module.css';

export type TicketSlipProps = {
  /** Upper part: the number and what belongs to it. */
  readonly children: ComponentChildren;
  /** Lower part, below (or beside, when `row`) the perforation. */
  readonly stub?: ComponentChildren;
  readonly row?: boolean | undefined;
  readonly active?: boolean | undefined;
  readonly class?: string | undefined;
  readonly label?: string | undefined;
};

export function TicketSlip(props: TicketSlipProps): JSX.Element {
  const { children, stub, row = false, active = false } = props;
  const torn = stub !== undefined;
  const first = row ? 'left' : 'top';
  const second = row ? 'right' : 'bottom';
  return (
    <section
      class={cx(
        styles['slip'],
        row && torn && styles['beside'],
        !active && styles['still'],
        props.class,
      )}
      data-theme="slip"
      aria-label={props.label}
    >
      <div
        class={cx(
          styles['piece'],
          torn ? cx(styles['cut'], styles[first]) : styles['whole'],
          active && styles['edged'],
        )}
      >
        {active && <span class={cx(styles['edge'])} aria-hidden="true" />}
        {children}
      </div>
      {torn && (
        <div class={cx(styles['piece'], styles['cut'], styles[second])}>
          <span
            class={cx(styles[row ? 'perforation-down' : 'perforation-across'])}
            aria-hidden="true"
          />
          {stub}
        </div>
      )}
    </section>
  );
}
