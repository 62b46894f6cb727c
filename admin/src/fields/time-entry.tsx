/** A time of day, typed as people type it, written alike whatever the language of the browser. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './fields.module.css';
import { readTime } from './read-time.ts';
import { useFault } from './use-fault.ts';

export function TimeEntry(props: {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const error = useFault(props.path);
  return (
    <input
      class={cx(styles['time'])}
      aria-label={props.label}
      title={error}
      aria-invalid={error === undefined ? undefined : true}
      name={props.path}
      value={props.value}
      placeholder="--:--"
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      onChange={(event) => props.onChange(readTime(event.currentTarget.value))}
    />
  );
}
