/** The personnel number that commands are recorded under; asked for once per tab. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { parseStaff } from '../person.ts';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';

const FORM = 'staff-form';

export function StaffDialog(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const open = actions.dialog.value?.kind === 'staff';
  return (
    <Dialog
      open={open}
      title={t.supervisor.signInTitle}
      icon="person"
      onClose={() => actions.open(null)}
      actions={
        <>
          <Button onClick={() => actions.open(null)}>{t.common.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary">
            {t.common.confirm}
          </Button>
        </>
      }
    >
      {open && <StaffForm />}
    </Dialog>
  );
}

function StaffForm(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const number = useSignal('');
  const tried = useSignal(false);
  const staff = parseStaff(number.value.trim().toLowerCase());
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (staff) actions.signIn(staff);
  };
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={submit} noValidate>
      <p>{t.supervisor.signInText}</p>
      <TextField
        label={t.supervisor.signIn}
        error={tried.value && !staff ? t.staff.staffNumberWrong : undefined}
        value={number.value}
        name="staff"
        maxLength={32}
        figures
        onInput={(text) => {
          number.value = text;
        }}
      />
    </form>
  );
}
