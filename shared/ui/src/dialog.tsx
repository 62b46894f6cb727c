/**
 * A question that must be answered before going on. The native modal dialog traps focus, closes on
 * Escape and gives focus back; `onClose` is called for every way out that the caller did not start.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './dialog.module.css';
import { Icon, type IconName } from './icon.tsx';
import { cx } from './lib/cx.ts';

export type DialogProps = {
  readonly open: boolean;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Stays on top while the sheet scrolls: a modal dialog hides the one of the frame. */
  readonly banner?: ComponentChildren;
  /** Buttons, the one that goes on last. */
  readonly actions?: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly tone?: 'plain' | 'danger' | undefined;
  /** Room for two columns. */
  readonly wide?: boolean | undefined;
  readonly onClose: () => void;
};

export function Dialog(props: DialogProps): JSX.Element {
  const { open, title, banner, children, actions, icon, tone = 'plain', onClose } = props;
  const ref = useRef<HTMLDialogElement>(null);
  /** Whether it stands there by our own doing. */
  const shown = useRef(false);
  const id = useId();
  // In the frame that draws it: a practised hand types on, and its next key is meant for the dialog.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    shown.current = open;
    if (open && !element.open) showWithFocus(element);
    if (!open && element.open) element.close();
  }, [open]);
  // A browser may close it without asking, when nobody has touched it since it opened.
  const onClosed = (): void => {
    if (!shown.current || ref.current?.open) return;
    shown.current = false;
    onClose();
  };
  return (
    <dialog
      ref={ref}
      class={cx(styles['dialog'], styles[tone], props.wide && styles['wide'])}
      aria-labelledby={`${id}-title`}
      aria-describedby={children === undefined ? undefined : `${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClosed}
    >
      {open && banner !== undefined && <div class={cx(styles['banner'])}>{banner}</div>}
      {open && (
        <div class={cx(styles['sheet'])}>
          <h2 class={cx(styles['title'])} id={`${id}-title`}>
            {icon && <Icon name={icon} />}
            <span>{title}</span>
          </h2>
          {children !== undefined && (
            <div class={cx(styles['body'])} id={`${id}-body`}>
              {children}
            </div>
          )}
          {actions !== undefined && <div class={cx(styles['actions'])}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

const CONTROLS = 'button, input, select, textarea, a[href]';

/** A browser would focus a list that scrolls before the answers in it. */
const showWithFocus = (dialog: HTMLDialogElement): void => {
  dialog.showModal();
  if (dialog.querySelector(':focus')?.matches(CONTROLS)) return;
  dialog.querySelector<HTMLElement>(CONTROLS)?.focus();
};
