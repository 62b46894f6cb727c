/** Why something is done to a ticket, from a fixed list. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { Choices } from './choices.tsx';

type Props<R extends string> = {
  readonly options: readonly R[];
  readonly labels: Readonly<Record<R, string>>;
  readonly reason: Signal<R | null>;
};

export function ReasonChoices<R extends string>({
  options,
  labels,
  reason,
}: Props<R>): JSX.Element {
  const { t } = useI18n();
  return (
    <Choices
      name="reason"
      legend={t.manager.reason}
      options={options.map((value) => ({ value, label: labels[value] }))}
      value={reason.value}
      onChange={(next) => {
        reason.value = next;
      }}
    />
  );
}
