/** A day of the hall; empty is none. */
import { DayInput } from '@tingxu/ui/day-input';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { FaultAt } from './choices.tsx';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

export function DateEntry(props: {
  readonly label: string;
  readonly path: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly hint?: string | undefined;
}): JSX.Element {
  const id = useId();
  const wrong = useFault(props.path) !== undefined;
  return (
    <div>
      <label for={id}>{props.label}</label>
      <div>
        <DayInput
          id={id}
          name={props.path}
          class={styles['date']}
          aria-invalid={wrong ? true : undefined}
          value={props.value ?? ''}
          onInput={(value) => props.onChange(value === '' ? undefined : value)}
        />
      </div>
      {props.hint && <p class={cx(styles['hint'])}>{props.hint}</p>}
      <FaultAt path={props.path} />
    </div>
  );
}
