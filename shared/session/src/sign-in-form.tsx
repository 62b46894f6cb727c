/** Personnel number and passphrase; at a demo, its fixed sign-ins. Source: SEC-02, SEC-14. */
import { useSignal } from '@preact/signals';
import type { SignInBody } from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import styles from './screens.module.css';
import { SignOn } from './sign-on.tsx';
import { StaffField } from './staff-field.tsx';
import { type Asking, useAsking } from './use-asking.ts';
import { useFirstField } from './use-first-field.ts';
import { useSessionWords } from './words.ts';

export function SignInForm({ over }: { readonly over: boolean }): JSX.Element {
  const { session, words } = useSessionWords();
  const asking = useAsking();
  const signIn = (body: SignInBody): void => {
    void asking.run(() => session.signIn(body));
  };
  return (
    <>
      <h2 class={cx(styles['title'])}>{words.signInTitle}</h2>
      {over && !asking.told && <Notice tone="info">{words.over}</Notice>}
      <Entry asking={asking} onSignIn={signIn} />
      <SignOn />
      <DemoSignIns pending={asking.pending} onSignIn={signIn} />
    </>
  );
}

type EntryProps = { readonly asking: Asking; readonly onSignIn: (body: SignInBody) => void };

function Entry({ asking, onSignIn }: EntryProps): JSX.Element {
  const { session, words } = useSessionWords();
  const number = useSignal(session.expected.peek());
  const passphrase = useSignal('');
  const tried = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form, asking.told);
  const typed = number.value.trim().toLowerCase();
  const staff = StaffId.safeParse(typed).data;
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (asking.heldOff) return;
    if (staff && passphrase.value !== '') onSignIn({ staff, passphrase: passphrase.value });
    else focusOn(form.current, staff ? 'passphrase' : 'staff');
  };
  const wrong = typed === '' ? words.staffMissing : words.staffWrong;
  return (
    <form ref={form} class={cx(styles['form'])} onSubmit={submit} noValidate>
      <StaffField
        label={words.staff}
        name="staff"
        value={number.value}
        error={tried.value && !staff ? wrong : undefined}
        onInput={(text) => {
          number.value = text;
          asking.forget();
        }}
      />
      <PassphraseField
        words={words}
        label={words.passphrase}
        name="passphrase"
        value={passphrase.value}
        error={
          tried.value && staff && passphrase.value === '' ? words.passphraseMissing : asking.told
        }
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
        {asking.pending ? words.signingIn : words.signIn}
      </Button>
      <p class={cx(styles['small'])}>{words.forgotten}</p>
    </form>
  );
}

const focusOn = (form: HTMLFormElement | null, name: string): void =>
  form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
