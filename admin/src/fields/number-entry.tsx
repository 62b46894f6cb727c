/** A figure in the unit that people think in; what is stored counts in another. */
import { useSignal } from '@preact/signals';
import { TextField } from '@tingxu/ui/field';
import type { JSX } from 'preact';
import { useFault } from './use-fault.ts';

/** Stored units in one shown one. */
export const UNITS = {
  one: 1,
  second: 1_000,
  minute: 60_000,
  percent: 10,
  perCounter: 1_000,
} as const;

export type NumberEntryProps = {
  readonly label: string;
  /** Where it stands in the configuration. */
  readonly path: string;
  readonly value: number | undefined;
  /** Undefined when the field is empty and may be. */
  readonly onChange: (value: number | undefined) => void;
  readonly unit?: keyof typeof UNITS;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
};

const shown = (value: number | undefined, factor: number): string => {
  if (value === undefined || !Number.isFinite(value)) return '';
  return String(Math.round((value / factor) * 1_000) / 1_000);
};

const read = (text: string, factor: number, optional: boolean): number | undefined => {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return optional ? undefined : Number.NaN;
  return Math.round(Number(clean) * factor);
};

export function NumberEntry(props: NumberEntryProps): JSX.Element {
  const { label, path, value, hint, optional = false, unit = 'one' } = props;
  const factor = UNITS[unit];
  const typed = useSignal<string | null>(null);
  const error = useFault(path);
  // What somebody types stays as typed, as long as it means what is stored.
  const kept = typed.value !== null && Object.is(read(typed.value, factor, optional), value);
  return (
    <TextField
      label={label}
      name={path}
      hint={hint}
      error={error}
      value={kept ? (typed.value ?? '') : shown(value, factor)}
      inputMode="numeric"
      onInput={(text) => {
        typed.value = text;
        props.onChange(read(text, factor, optional));
      }}
    />
  );
}
