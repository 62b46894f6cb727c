/**
 * A box for a day. It reads the same whatever language the browser has: the year first, as it stands on
 * slips and reports. Typed in any usual way, or taken from the calendar of the browser at its end.
 */
import { useSignal } from '@preact/signals';
import type { InputHTMLAttributes, JSX } from 'preact';
import styles from './day-input.module.css';
import { cx } from './lib/cx.ts';
import { isDayOrNone, readDay } from './lib/read-day.ts';

export type DayInputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'name' | 'min' | 'disabled' | 'required' | 'aria-invalid' | 'aria-describedby'
> & {
  /** ISO; empty is none. */
  readonly value: string;
  /** ISO at once when it is a day; else what was typed, once it is done. */
  readonly onInput: (value: string) => void;
  readonly class?: string | undefined;
};

/** Nobody takes it for a day that is there. */
const EMPTY = '----/--/--';

export function DayInput(props: DayInputProps): JSX.Element {
  const { value, min, onInput, class: look, ...passed } = props;
  /** What stands there while somebody types; null when it is the value. */
  const typed = useSignal<string | null>(null);
  return (
    <span class={cx(styles['day'])}>
      <input
        {...passed}
        type="text"
        class={cx(styles['text'], look)}
        value={typed.value ?? value}
        placeholder={EMPTY}
        inputMode="numeric"
        autoComplete="off"
        spellcheck={false}
        maxLength={16}
        onInput={({ currentTarget }) => {
          const day = readDay(currentTarget.value);
          typed.value = currentTarget.value;
          if (isDayOrNone(day)) onInput(day);
        }}
        onChange={({ currentTarget }) => {
          typed.value = null;
          onInput(readDay(currentTarget.value));
        }}
        onBlur={() => {
          typed.value = null;
        }}
      />
      <input
        type="date"
        class={cx(styles['calendar'])}
        // The box beside it is for those who type or listen.
        tabIndex={-1}
        aria-hidden="true"
        value={readDay(value)}
        min={min}
        disabled={props.disabled}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </span>
  );
}
