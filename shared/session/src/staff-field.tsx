/** A personnel number to type. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './passphrase-field.module.css';

export type StaffFieldProps = {
  readonly label: string;
  readonly name: 'staff' | 'code';
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string | undefined;
};

export function StaffField(props: StaffFieldProps): JSX.Element {
  const { label, name, value, onInput, error } = props;
  const id = useId();
  return (
    <div class={cx(styles['field'])}>
      <label class={cx(styles['label'])} for={id}>
        {label}
      </label>
      <input
        id={id}
        class={cx(styles['input'], styles['figures'])}
        name={name}
        value={value}
        autoComplete={name === 'staff' ? 'username' : 'one-time-code'}
        autoCapitalize={name === 'staff' ? 'none' : 'characters'}
        autoCorrect="off"
        spellcheck={false}
        maxLength={40}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-wrong`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error !== undefined && (
        <div id={`${id}-wrong`} class={cx(styles['told'], styles['wrong'])} role="alert">
          <Icon name="alert" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
