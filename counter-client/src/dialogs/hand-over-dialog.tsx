/** Another teller takes the counter over without closing it. Rules: CTR-4. */
import { useSignal } from '@preact/signals';
import { StaffId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import type { OpenDialog } from '../desk/open-dialog.ts';
import { outcomeText } from '../desk/outcome-text.ts';
import { setAside } from '../steps/leave-steps.ts';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';

const FORM = 'hand-over-form';

type Opened = Extract<OpenDialog, { kind: 'handOver' }>;

export function HandOverDialog(): JSX.Element {
  const { dialog, open, runner } = useDesk();
  const { t } = useI18n();
  const { value: opened } = dialog;
  const shown = opened?.kind === 'handOver';
  return (
    <Dialog
      open={shown}
      title={t.desk.title.handOver}
      icon="person"
      onClose={() => open(null)}
      actions={
        <>
          <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
            {t.common.cancel}
          </Button>
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            keycap={t.counter.key.enter}
            pending={runner.pending.value !== null}
          >
            {t.desk.handOver}
          </Button>
        </>
      }
    >
      {shown && <HandOverForm {...opened} />}
    </Dialog>
  );
}

function HandOverForm({ leaves, refused }: Opened): JSX.Element {
  const { run, view } = useDesk();
  const { t } = useI18n();
  const staff = useSignal('');
  const wrong = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const typed = staff.value.trim().toLowerCase();
  const answered =
    refused?.action.type === 'handOver' && refused.action.staff === typed
      ? outcomeText(refused, t)
      : undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    const who = StaffId.safeParse(typed);
    wrong.value = !who.success;
    if (!who.success) return;
    const handOver = { type: 'handOver', staff: who.data } as const;
    if (leaves) run(setAside(leaves, view.value?.rules ?? null), handOver);
    else run(handOver);
  };
  return (
    <form id={FORM} ref={form} class={cx(styles['form'])} onSubmit={submit}>
      <TextField
        label={t.counter.staffNumber}
        hint={leaves ? t.desk.leave.handOverHint(leaves.number) : t.desk.handOverHint}
        error={wrong.value ? t.staff.staffNumberWrong : answered}
        value={staff.value}
        onInput={(value) => {
          staff.value = value;
          wrong.value = false;
        }}
      />
    </form>
  );
}
