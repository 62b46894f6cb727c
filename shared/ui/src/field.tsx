/** A labelled text box and a labelled choice, with a hint and the reason when the entry is refused. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { cx } from './lib/cx.ts';

export type FieldBase = {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
};

export type TextFieldProps = FieldBase & {
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | undefined;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Set in the figures of a ticket number. */
  readonly figures?: boolean | undefined;
};

export function TextField(props: TextFieldProps): JSX.Element {
  const id = useId();
  return (
    <Frame id={id} field={props}>
      <input
        id={id}
        class={cx(styles['input'], props.figures && styles['figures'])}
        type="text"
        name={props.name}
        value={props.value}
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        maxLength={props.maxLength}
        disabled={props.disabled}
        required={props.required}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Frame>
  );
}

export type SelectFieldProps = FieldBase & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string | undefined;
};

export function SelectField(props: SelectFieldProps): JSX.Element {
  const id = useId();
  return (
    <Frame id={id} field={props}>
      <span class={cx(styles['select'])}>
        <select
          id={id}
          class={cx(styles['input'])}
          name={props.name}
          value={props.value}
          disabled={props.disabled}
          required={props.required}
          aria-invalid={props.error === undefined ? undefined : true}
          aria-describedby={describedBy(id, props)}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          {props.placeholder && <option value="">{props.placeholder}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" class={styles['chevron']} />
      </span>
    </Frame>
  );
}

/** What explains the box, or what is wrong with it. */
export function describedBy(id: string, field: FieldBase): string | undefined {
  if (field.error !== undefined) return `${id}-error`;
  return field.hint === undefined ? undefined : `${id}-hint`;
}

/** Label above, hint or error below. */
export function Frame(props: {
  readonly id: string;
  readonly field: FieldBase;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { id, field } = props;
  return (
    <div class={cx(styles['field'])}>
      <label class={cx(styles['label'])} for={id}>
        {field.label}
      </label>
      {props.children}
      {field.error === undefined && field.hint !== undefined && (
        <div class={cx(styles['hint'])} id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {field.error !== undefined && (
        <div class={cx(styles['error'])} id={`${id}-error`} role="alert">
          <Icon name="alert" />
          <span>{field.error}</span>
        </div>
      )}
    </div>
  );
}
