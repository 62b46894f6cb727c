/**
 * The one button. A pending button keeps its width and focus, says so, and takes no second press;
 * a disabled one keeps its text readable (dashed edge, never paler text).
 */
import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { Keycap } from './keycap.tsx';
import { cx } from './lib/cx.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';
/** `touch` is at least 20 mm high on a kiosk (ACC-02) and 48 px elsewhere. */
export type ButtonSize = 's' | 'm' | 'l' | 'touch';

export type ButtonProps = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'id' | 'title' | 'name' | 'value' | 'form' | 'aria-label' | 'aria-pressed' | 'aria-keyshortcuts'
> & {
  readonly children?: ComponentChildren;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Label of the key that does the same, e.g. `空格`. */
  readonly keycap?: string | undefined;
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** As wide as its place. */
  readonly block?: boolean | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  /** A press of a disabled button, for whoever can say why it is. */
  readonly onBlocked?: (() => void) | undefined;
  readonly class?: string | undefined;
  readonly 'data-testid'?: string | undefined;
};

export function Button(props: ButtonProps): JSX.Element {
  const { variant = 'secondary', size = 'm', type = 'button', pending = false } = props;
  const { children, icon, iconEnd, keycap, disabled = false, block, onClick, class: extra } = props;
  const press = (event: MouseEvent): void => {
    if (!pending && !disabled) onClick?.(event);
    else {
      event.preventDefault();
      if (!pending) props.onBlocked?.();
    }
  };
  return (
    <button
      {...passed(props)}
      type={type}
      class={cx(
        styles['button'],
        styles[variant],
        styles[`size-${size}`],
        block && styles['block'],
        extra,
      )}
      aria-disabled={pending || disabled ? true : undefined}
      aria-busy={pending ? true : undefined}
      data-disabled={disabled ? '' : undefined}
      onClick={press}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {children !== undefined && <span class={cx(styles['label'])}>{children}</span>}
      {iconEnd && <Icon name={iconEnd} />}
      {keycap && <Keycap>{keycap}</Keycap>}
    </button>
  );
}

const PASSED = [
  'id',
  'title',
  'name',
  'value',
  'form',
  'aria-label',
  'aria-pressed',
  'aria-keyshortcuts',
  'data-testid',
] as const;

/** Only what the type allows reaches the element. */
function passed(props: ButtonProps): Partial<ButtonProps> {
  return Object.fromEntries(PASSED.filter((key) => key in props).map((key) => [key, props[key]]));
}
