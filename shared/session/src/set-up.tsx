/** The first start of a server: the code of its console makes the first admin. Source: SEC-14. */
import { useSignal } from '@preact/signals';
import { StaffId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import styles from './screens.module.css';
import { StaffField } from './staff-field.tsx';
import { useAsking } from './use-asking.ts';
import { useFirstField } from './use-first-field.ts';
import { useSessionWords } from './words.ts';

export function SetUp(): JSX.Element {
  const { place, words } = useSessionWords();
  if (place === 'admin') return <SetUpForm />;
  return (
    <>
      <h2 class={cx(styles['title'])}>{words.setUpElsewhere}</h2>
      <p class={cx(styles['text'])}>{words.setUpElsewhereText}</p>
      <a class={cx(styles['tile'])} href="/admin/">
        <strong>{words.setUpOpen}</strong>
      </a>
    </>
  );
}

function SetUpForm(): JSX.Element {
  const { session, words } = useSessionWords();
  const asking = useAsking();
  const code = useSignal('');
  const number = useSignal('');
  const chosen = useNewPassphrase(words, null);
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form, undefined);
  const typed = number.value.trim().toLowerCase();
  const staff = StaffId.safeParse(typed).data;
  const submit = (event: Event): void => {
    event.preventDefault();
    const passphrase = chosen.take();
    if (passphrase === null || !staff || code.value.trim() === '') return;
    void asking.run(() => session.setUp({ code: code.value.trim(), staff, passphrase }));
  };
  const wrong = typed === '' ? words.staffMissing : words.staffWrong;
  const codeMissing = chosen.tried && code.value.trim() === '';
  return (
    <>
      <h2 class={cx(styles['title'])}>{words.setUpTitle}</h2>
      <p class={cx(styles['text'])}>{words.setUpText}</p>
      <form ref={form} class={cx(styles['form'])} onSubmit={submit} noValidate>
        <StaffField
          label={words.setUpCode}
          name="code"
          value={code.value}
          error={codeMissing ? words.setUpCodeMissing : asking.told}
          onInput={(text) => {
            code.value = text;
          }}
        />
        <StaffField
          label={words.setUpStaff}
          name="staff"
          value={number.value}
          error={chosen.tried && !staff ? wrong : undefined}
          onInput={(text) => {
            number.value = text;
          }}
        />
        <NewPassphraseFields words={words} chosen={chosen} label={words.passphrase} />
        <Button type="submit" variant="primary" size="l" block pending={asking.pending}>
          {words.setUp}
        </Button>
      </form>
    </>
  );
}

/** What comes after it. */
export function Ready(): JSX.Element {
  const { session, words } = useSessionWords();
  const steps = words.setUpSteps;
  return (
    <>
      <h2 class={cx(styles['title'])}>{words.setUpReady}</h2>
      <p class={cx(styles['text'])}>{words.setUpReadyText}</p>
      <ol class={cx(styles['steps'])}>
        <li>{steps.staff}</li>
        <li>{steps.devices}</li>
        <li>{steps.hall}</li>
      </ol>
      <Button variant="primary" size="l" block data-testid="begin" onClick={() => session.begin()}>
        {words.setUpGo}
      </Button>
    </>
  );
}
