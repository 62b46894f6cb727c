/** A passphrase of one's own: asked of whoever got one from somebody else, open to everybody. Source: SEC-02. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Leave } from './lock-form.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import styles from './screens.module.css';
import type { Person } from './standing.ts';
import { useAsking } from './use-asking.ts';
import { useFirstField } from './use-first-field.ts';
import { useSessionWords } from './words.ts';

export function ChangeForm({ who }: { readonly who: Person }): JSX.Element {
  const { session, words } = useSessionWords();
  const asking = useAsking();
  /** Whoever has just typed it need not type it again. */
  const given = session.given.value;
  const current = useSignal('');
  const chosen = useNewPassphrase(words, given ?? current.value);
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form, asking.told);
  const submit = (event: Event): void => {
    event.preventDefault();
    const next = chosen.take();
    const passphrase = given ?? current.value;
    if (next !== null && passphrase !== '') {
      void asking.run(() => session.changePassphrase({ passphrase, next }));
    }
  };
  return (
    <>
      <h2 class={cx(styles['title'])}>
        {who.mustChange ? words.mustChangeTitle : words.changeTitle}
      </h2>
      <p class={cx(styles['whose'])}>
        <span>{words.staff}</span> <strong>{who.staff}</strong>
      </p>
      {who.mustChange && <p class={cx(styles['text'])}>{words.mustChangeText}</p>}
      <form ref={form} class={cx(styles['form'])} onSubmit={submit} noValidate>
        {given === null && (
          <PassphraseField
            words={words}
            label={words.current}
            name="passphrase"
            value={current.value}
            error={chosen.tried && current.value === '' ? words.passphraseMissing : undefined}
            onInput={(text) => {
              current.value = text;
            }}
          />
        )}
        <NewPassphraseFields words={words} chosen={chosen} />
        {asking.told && (
          <p class={cx(styles['wrong'])} role="alert">
            {asking.told}
          </p>
        )}
        <Button type="submit" variant="primary" size="l" block pending={asking.pending}>
          {words.change}
        </Button>
        {who.mustChange ? (
          <Leave />
        ) : (
          <Button block onClick={() => session.change(false)}>
            {words.back}
          </Button>
        )}
      </form>
    </>
  );
}
