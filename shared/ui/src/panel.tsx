/** A sheet of paper (or a plate on ink) with an optional heading row. */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './panel.module.css';

export type PanelProps = {
  readonly title?: ComponentChildren;
  /** Beside the title: counts, filters, buttons. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** `sunken` lies in the page, `flush` leaves the inner margin to a table or list. */
  readonly look?: 'raised' | 'sunken' | undefined;
  readonly flush?: boolean | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
};

export function Panel(props: PanelProps): JSX.Element {
  const { look = 'raised', flush = false, level = 2 } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  const headed = props.title !== undefined || props.actions !== undefined;
  return (
    <section class={cx(styles['panel'], styles[look], props.class)} aria-label={props.label}>
      {headed && (
        <header class={cx(styles['header'])}>
          {props.title !== undefined && (
            <Heading class={cx(styles['title'])}>{props.title}</Heading>
          )}
          {props.actions !== undefined && <div class={cx(styles['actions'])}>{props.actions}</div>}
        </header>
      )}
      <div class={cx(styles['body'], flush && styles['flush'], headed && styles['headed'])}>
        {props.children}
      </div>
    </section>
  );
}
