/** The key that does the same as the button beside it. */
import type { JSX } from 'preact';
import styles from './keycap.module.css';
import { cx } from './lib/cx.ts';

export function Keycap(props: { readonly children: string }): JSX.Element {
  return <kbd class={cx(styles['keycap'])}>{props.children}</kbd>;
}
