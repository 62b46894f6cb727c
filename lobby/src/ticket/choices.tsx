/** One of a few, each as high as a thumb needs. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './ticket-sheet.module.css';

export type ChoicesProps<T extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
};

export function Choices<T extends string>(props: ChoicesProps<T>): JSX.Element {
  return (
    <fieldset class={cx(styles['choices'])}>
      <legend class={cx(styles['legend'])}>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} class={cx(styles['choice'])}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
