/** One line to type or scan into, with a button. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './button.tsx';
import styles from './entry-box.module.css';
import { Icon } from './icon.tsx';
import { cx } from './lib/cx.ts';

export type EntryBoxProps = {
  /** Names the box for those who do not see it. */
  readonly label: string;
  readonly hint: string;
  readonly action: ComponentChildren;
  readonly testId: string;
  /** What is wrong with a text, null when it was taken. */
  readonly onText: (text: string) => string | null | Promise<string | null>;
};

export function EntryBox({ label, hint, action, testId, onText }: EntryBoxProps): JSX.Element {
  const id = useId();
  const text = useSignal('');
  const wrong = useSignal<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const asked = text.value;
    const answer = await onText(asked);
    if (text.value === asked) wrong.value = answer;
  };
  return (
    <search data-guide={testId} class={cx(styles['search'])}>
      <form class={cx(styles['form'])} onSubmit={(event) => void submit(event)} noValidate>
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
            wrong.value = null;
          }}
        />
        <Button type="submit" data-testid={testId}>
          {action}
        </Button>
      </form>
      {wrong.value && (
        <p class={cx(styles['wrong'])} id={`${id}-wrong`} role="alert">
          {wrong.value}
        </p>
      )}
    </search>
  );
}
