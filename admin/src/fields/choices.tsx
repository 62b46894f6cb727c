/** Boxes to tick, and one of several to choose. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

export type TickProps = {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly hint?: string | undefined;
};

export function Tick({ label, value, onChange, hint }: TickProps): JSX.Element {
  const id = useId();
  return (
    <div class={cx(styles['tick'])}>
      <input
        type="checkbox"
        id={id}
        checked={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <span class={cx(styles['hint'])} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

type Option<T extends string> = { readonly value: T; readonly label: string };

/** Several of a few. */
export function Ticks<T extends string>(props: {
  readonly label: string;
  readonly path: string;
  readonly options: readonly Option<T>[];
  readonly value: readonly string[];
  readonly onChange: (value: T[]) => void;
  readonly hint?: string | undefined;
}): JSX.Element {
  const { options, value } = props;
  const change = (option: T, on: boolean): void =>
    props.onChange(
      options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))),
    );
  return (
    <fieldset class={cx(styles['group'])} data-path={props.path}>
      <legend>{props.label}</legend>
      <div class={cx(styles['inline'])}>
        {options.map((option) => (
          <Tick
            key={option.value}
            label={option.label}
            value={value.includes(option.value)}
            onChange={(on) => change(option.value, on)}
          />
        ))}
      </div>
      {props.hint && <p class={cx(styles['hint'])}>{props.hint}</p>}
      <FaultAt path={props.path} />
    </fieldset>
  );
}

/** One of a few, all in sight. */
export function OneOf<T extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** The heading above it says the same: the label is read out only. */
  readonly headed?: boolean;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class={cx(styles['group'], props.headed && styles['unseen'])}>
      <legend>{props.label}</legend>
      <div class={cx(styles['inline'])}>
        {props.options.map(({ value, label }) => (
          <label key={value} class={cx(styles['option'])}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A fault of a whole part, where no single field can say it. */
export function FaultAt({ path }: { readonly path: string }): JSX.Element | null {
  const text = useFault(path);
  if (text === undefined) return null;
  return (
    <p class={cx(styles['fault'])} role="alert" data-fault={path}>
      <Icon name="alert" />
      <span>{text}</span>
    </p>
  );
}
