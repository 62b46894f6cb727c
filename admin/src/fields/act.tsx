/** What changes something: there for whoever may, and not at all for whoever only reads. Rules: AUTH-13. */
import { Button, type ButtonProps } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import styles from './fields.module.css';

/** A button that changes something. */
export function Act(props: ButtonProps): JSX.Element | null {
  const { readOnly } = useAdmin();
  return readOnly ? null : <Button {...props} />;
}

/** Fields that change something: whoever only reads finds what stands in them. */
export function Editable(props: { readonly children: ComponentChildren }): JSX.Element {
  const { readOnly } = useAdmin();
  if (!readOnly) return <>{props.children}</>;
  return (
    <fieldset class={cx(styles['read'])} disabled>
      {props.children}
    </fieldset>
  );
}
