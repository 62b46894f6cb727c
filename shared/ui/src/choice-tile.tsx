/** A large touch target that names one thing to choose: a service, a lane, a reason. */
import type { ComponentChildren, JSX } from 'preact';
import styles from './choice-tile.module.css';
import { Icon, type IconName } from './icon.tsx';
import { cx } from './lib/cx.ts';
import { Spinner } from './spinner.tsx';

export type ChoiceTileProps = {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  /** At the end of the tile: how many wait, a lane tag. */
  readonly meta?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** In the place of an icon: a picture that brings its own size. */
  readonly picture?: JSX.Element | undefined;
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly 'data-testid'?: string | undefined;
};

export function ChoiceTile(props: ChoiceTileProps): JSX.Element {
  const { pending = false, disabled = false } = props;
  return (
    <button
      type="button"
      class={cx(styles['tile'])}
      aria-disabled={pending || disabled ? true : undefined}
      aria-busy={pending ? true : undefined}
      aria-pressed={props.selected}
      data-disabled={disabled ? '' : undefined}
      data-testid={props['data-testid']}
      onClick={() => {
        if (!pending && !disabled) props.onClick?.();
      }}
    >
      {props.icon && <Icon name={props.icon} class={styles['icon']} />}
      {props.picture}
      <span class={cx(styles['text'])}>
        <span class={cx(styles['title'])}>{props.title}</span>
        {props.note !== undefined && <span class={cx(styles['note'])}>{props.note}</span>}
      </span>
      {pending ? (
        <Spinner class={styles['icon']} />
      ) : (
        props.meta !== undefined && <span class={cx(styles['meta'])}>{props.meta}</span>
      )}
    </button>
  );
}
