/**
 * The frame of every screen: a band of ink with the sign of the house, the hall's name and what
 * belongs to the screen; below it the connection banner, then the work. While the picture is not live
 * the work is framed in amber.
 */
import type { ComponentChildren, JSX } from 'preact';
import styles from './app-shell.module.css';
import { cx } from './lib/cx.ts';
import { Wordmark } from './wordmark.tsx';

export type AppShellProps = {
  /** Name of the hall or the screen, beside the sign. */
  readonly title?: ComponentChildren;
  /** End of the header: clock, language, who is signed in. */
  readonly end?: ComponentChildren;
  /** A `ConnectionBanner`. */
  readonly banner?: ComponentChildren;
  readonly stale?: boolean | undefined;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** Without it the product's own sign. */
  readonly mark?: ComponentChildren;
  /** The screen never scrolls as a whole: panels inside do. */
  readonly fixed?: boolean | undefined;
};

export function AppShell(props: AppShellProps): JSX.Element {
  return (
    <div class={cx(styles['shell'], props.fixed && styles['fixed'])}>
      <header class={cx(styles['header'])} data-theme="board">
        <div class={cx(styles['start'])}>
          {props.mark ?? <Wordmark />}
          {props.title !== undefined && <h1 class={cx(styles['title'])}>{props.title}</h1>}
        </div>
        {props.end !== undefined && <div class={cx(styles['end'])}>{props.end}</div>}
      </header>
      {props.banner}
      <main class={cx(styles['main'], props.stale && styles['stale'])}>{props.children}</main>
      {props.footer !== undefined && <footer class={cx(styles['footer'])}>{props.footer}</footer>}
    </div>
  );
}
