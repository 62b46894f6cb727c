/** The passphrase that somebody is told, to be read out; another one on request. */
import type { Signal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { firstPassphrase } from './first-passphrase.ts';
import styles from './staff-page.module.css';
import type { StaffWords } from './staff-page.tsx';

export function FirstPassphrase(props: {
  readonly words: StaffWords;
  readonly value: Signal<string>;
}): JSX.Element {
  const { words, value } = props;
  const id = useId();
  return (
    <div>
      <span id={id}>{words.firstPassphrase}</span>
      <div class={cx(styles['secret'])}>
        <output aria-labelledby={id} data-testid="first-passphrase">
          {value.value}
        </output>
        <Button
          size="s"
          icon="refresh"
          onClick={() => {
            value.value = firstPassphrase();
          }}
        >
          {words.another}
        </Button>
      </div>
      <p class={cx(styles['hint'])}>{words.firstPassphraseHint}</p>
    </div>
  );
}
