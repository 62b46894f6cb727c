/** Who is about to change something: a personnel number. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { parseStaff } from '../person.ts';
import { useI18n } from '../texts.ts';
import styles from './sign-in-page.module.css';

export function SignInPage(): JSX.Element {
  const { signIn } = useAdmin();
  const { t } = useI18n();
  const number = useSignal('');
  const tried = useSignal(false);
  const staff = parseStaff(number.value);
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (staff) signIn(staff);
  };
  return (
    <form class={cx(styles['form'])} onSubmit={submit} noValidate>
      <h2>{t.admin.signInTitle}</h2>
      <p class={cx(styles['text'])}>{t.admin.signInText}</p>
      <TextField
        label={t.admin.staffNumber}
        error={tried.value && !staff ? t.staff.staffNumberWrong : undefined}
        value={number.value}
        name="staff"
        maxLength={32}
        figures
        onInput={(text) => {
          number.value = text;
        }}
      />
      <Button type="submit" variant="primary" size="l" block>
        {t.admin.enter}
      </Button>
    </form>
  );
}
