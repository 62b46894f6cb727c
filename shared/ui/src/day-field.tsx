/** A labelled box for a day. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { DayInput } from './day-input.tsx';
import styles from './field.module.css';
import { describedBy, type FieldBase, Frame } from './field.tsx';

export function DayField(props: FieldBase): JSX.Element {
  const id = useId();
  const { name, value, disabled, required, error, onInput } = props;
  return (
    <Frame id={id} field={props}>
      <DayInput
        {...{ id, name, value, disabled, required, onInput }}
        class={styles['input']}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, props)}
      />
    </Frame>
  );
}
