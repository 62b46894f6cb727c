/** A box for the numbers of tickets, with a button. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import { parseRefs, type Refs } from './look-up.ts';
import styles from './ticket-box.module.css';

export type TicketBoxProps = {
  /** Names the box for those who do not see it. */
  readonly label: string;
  readonly hint: string;
  readonly action: ComponentChildren;
  readonly testId: string;
  /** Shown when what was typed is no ticket. */
  readonly wrong: string;
  /** False when the numbers cannot be used here. */
  readonly onRefs: (refs: Refs) => boolean;
};

export function TicketBox(props: TicketBoxProps): JSX.Element {
  const { label, hint, action, testId } = props;
  const id = useId();
  const text = useSignal('');
  const wrong = useSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    const refs = parseRefs(text.value);
    wrong.value = refs === null || !props.onRefs(refs);
  };
  return (
    <search class={cx(styles['search'])}>
      <form class={cx(styles['form'])} onSubmit={submit} noValidate>
        <Icon name="search" class={styles['icon']} />
        <input
          class={cx(styles['input'])}
          type="text"
          value={text.value}
          placeholder={hint}
          aria-label={label}
          aria-invalid={wrong.value ? true : undefined}
          aria-describedby={wrong.value ? `${id}-wrong` : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          maxLength={40}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            wrong.value = false;
          }}
        />
        <Button type="submit" data-testid={testId}>
          {action}
        </Button>
      </form>
      {wrong.value && (
        <p class={cx(styles['wrong'])} id={`${id}-wrong`} role="alert">
          {props.wrong}
        </p>
      )}
    </search>
  );
}

/** One number: its whole life. Two: which was called first, and why. */
export function SearchBox({ open }: { readonly open: (...refs: Refs) => void }): JSX.Element {
  const { t } = useI18n();
  return (
    <TicketBox
      label={t.supervisor.search}
      hint={t.supervisor.searchHint}
      action={t.supervisor.search}
      testId="find"
      wrong={t.supervisor.searchWrong}
      onRefs={(refs) => {
        open(...refs);
        return true;
      }}
    />
  );
}
