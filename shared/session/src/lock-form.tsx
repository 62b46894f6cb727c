/** A locked page: whose it is, and the few keys that open it. Nothing of the page is behind it. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { PassphraseField } from './passphrase-field.tsx';
import styles from './screens.module.css';
import { SignOn } from './sign-on.tsx';
import { LockSign } from './signs.tsx';
import type { Person } from './standing.ts';
import { useAsking } from './use-asking.ts';
import { useFirstField } from './use-first-field.ts';
import { useSessionWords } from './words.ts';

export function LockForm({ who }: { readonly who: Person }): JSX.Element {
  const { session, place, words } = useSessionWords();
  const asking = useAsking();
  const passphrase = useSignal('');
  const tried = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form, asking.told);
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (passphrase.value !== '' && !asking.heldOff)
      void asking.run(() => session.unlock(passphrase.value));
  };
  const missing = tried.value && passphrase.value === '' ? words.passphraseMissing : undefined;
  return (
    <>
      <h2 class={cx(styles['title'])}>
        <LockSign /> <span>{words.lockedTitle}</span>
      </h2>
      <p class={cx(styles['whose'])}>
        <span>{words.staff}</span> <strong>{who.staff}</strong>
      </p>
      <p class={cx(styles['text'])}>{place === 'counter' ? words.lockedText : words.lockedOther}</p>
      <form ref={form} class={cx(styles['form'])} onSubmit={submit} noValidate>
        <input
          class={cx(styles['unseen'])}
          type="text"
          autoComplete="username"
          value={who.staff}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PassphraseField
          words={words}
          label={words.passphrase}
          name="passphrase"
          value={passphrase.value}
          error={missing ?? asking.told}
          onInput={(text) => {
            passphrase.value = text;
          }}
        />
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          pending={asking.pending}
          disabled={asking.heldOff}
        >
          {words.unlock}
        </Button>
        <SignOn />
        <Leave />
      </form>
    </>
  );
}

/** Away from here, for somebody else. */
export function Leave(): JSX.Element {
  const { session, words } = useSessionWords();
  const failed = useSignal(false);
  const leave = async (): Promise<void> => {
    failed.value = false;
    failed.value = !(await session.signOut()).ok;
  };
  return (
    <>
      <Button block data-testid="another" onClick={() => void leave()}>
        {words.another}
      </Button>
      {failed.value && (
        <p class={cx(styles['wrong'])} role="alert">
          {words.notLeft}
        </p>
      )}
    </>
  );
}
