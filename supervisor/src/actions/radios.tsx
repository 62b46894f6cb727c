/** One of a few, all of them in sight. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './dialogs.module.css';

export function Radios<T extends string | number | null>(props: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly label: (value: T) => string;
}): JSX.Element {
  return (
    <fieldset class={cx(styles['reasons'])}>
      <legend class={cx(styles['legend'])}>{props.legend}</legend>
      {props.options.map((option) => (
        <label key={String(option)} class={cx(styles['reason'])}>
          <input
            type="radio"
            name={props.name}
            value={String(option)}
            checked={props.value === option}
            onChange={() => props.onChange(option)}
          />
          <span>{props.label(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
