/** Rows with a start, a body and an end: for narrow screens and short lists. */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './list.module.css';

export function List(props: {
  readonly children: ComponentChildren;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}): JSX.Element {
  return (
    <ul class={cx(styles['list'], props.class)} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

export type ListItemProps = {
  readonly start?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly end?: ComponentChildren;
  readonly tone?: 'warn' | 'over' | 'info' | undefined;
};

export function ListItem(props: ListItemProps): JSX.Element {
  return (
    <li
      class={cx(styles['item'], props.tone && styles[`tone-${props.tone}`])}
      data-tone={props.tone}
    >
      {props.start !== undefined && <div class={cx(styles['start'])}>{props.start}</div>}
      <div class={cx(styles['body'])}>
        <div class={cx(styles['title'])}>{props.title}</div>
        {props.note !== undefined && <div class={cx(styles['note'])}>{props.note}</div>}
      </div>
      {props.end !== undefined && <div class={cx(styles['end'])}>{props.end}</div>}
    </li>
  );
}
