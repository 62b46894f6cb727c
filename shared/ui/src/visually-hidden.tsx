/** Read out, not shown. */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './visually-hidden.module.css';

export function VisuallyHidden(props: { readonly children: ComponentChildren }): JSX.Element {
  return <span class={cx(styles['hidden'])}>{props.children}</span>;
}

/** A place whose changes are read out: politely, or at once for an alarm. */
export function LiveRegion(props: {
  readonly children: ComponentChildren;
  readonly urgent?: boolean;
}): JSX.Element {
  return (
    <div
      class={cx(styles['hidden'])}
      role={props.urgent ? 'alert' : 'status'}
      aria-live={props.urgent ? 'assertive' : 'polite'}
    >
      {props.children}
    </div>
  );
}
