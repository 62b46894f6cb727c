/** Something is under way. Stands still, but stays visible, when motion is unwanted. */
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './spinner.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export function Spinner(props: {
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}): JSX.Element {
  return (
    <>
      <svg class={cx(styles['spinner'], props.class)} viewBox="0 0 24 24" aria-hidden="true">
        <circle class={cx(styles['track'])} cx="12" cy="12" r="9" />
        <path d="M12 3a9 9 0 0 1 9 9" />
      </svg>
      {props.label && <VisuallyHidden>{props.label}</VisuallyHidden>}
    </>
  );
}
