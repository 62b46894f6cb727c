/** A secret to type: it can be shown, pasted and filled in by the browser, and says when caps lock is on. */
import { useSignal } from '@preact/signals';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './passphrase-field.module.css';
import { EyeSign } from './signs.tsx';
import type { SessionWords } from './words.ts';

export type PassphraseFieldProps = {
  readonly words: SessionWords;
  readonly label: string;
  readonly name: 'passphrase' | 'next' | 'again';
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

const TEXT = { type: 'text' } as const;
const SECRET = { type: 'password' } as const;

export function PassphraseField(props: PassphraseFieldProps): JSX.Element {
  const { words, label, name, value, onInput, hint, error } = props;
  const id = useId();
  const shown = useSignal(false);
  const caps = useSignal(false);
  const look = (event: KeyboardEvent | MouseEvent): void => {
    caps.value = event.getModifierState('CapsLock');
  };
  const told = error ?? (caps.value ? words.capsLock : hint);
  return (
    <div class={cx(styles['field'])}>
      <label class={cx(styles['label'])} for={id}>
        {label}
      </label>
      <span class={cx(styles['box'])}>
        <input
          id={id}
          class={cx(styles['input'])}
          {...(shown.value ? TEXT : SECRET)}
          name={name}
          value={value}
          autoComplete={name === 'passphrase' ? 'current-password' : 'new-password'}
          autoCapitalize="none"
          autoCorrect="off"
          spellcheck={false}
          maxLength={128}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={told === undefined ? undefined : `${id}-told`}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={look}
          onKeyUp={look}
          onMouseDown={look}
        />
        <button
          type="button"
          class={cx(styles['eye'])}
          aria-pressed={shown.value}
          aria-label={shown.value ? words.hide : words.show}
          title={shown.value ? words.hide : words.show}
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          <EyeSign open={shown.value} />
        </button>
      </span>
      {told !== undefined && (
        <div
          id={`${id}-told`}
          class={cx(
            styles['told'],
            error !== undefined && styles['wrong'],
            caps.value && styles['caps'],
          )}
          role={error === undefined ? undefined : 'alert'}
        >
          {(error !== undefined || caps.value) && <Icon name="alert" />}
          <span>{told}</span>
        </div>
      )}
    </div>
  );
}
