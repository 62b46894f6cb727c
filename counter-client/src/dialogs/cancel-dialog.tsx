/** Ends a ticket that nobody will serve: whose decision it was. */
import { useSignal } from '@preact/signals';
import type { CancelReason } from '@tingxu/contract/commands';
import { tellerEnds } from '@tingxu/feed-client/walk-out';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { Named } from '../desk/action.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { useDigits } from './use-digits.ts';

const FORM = 'cancel-form';

export function CancelDialog(): JSX.Element {
  const { dialog, open } = useDesk();
  const { t } = useI18n();
  const shown = dialog.value?.kind === 'cancel' ? dialog.value.ticket : null;
  return (
    <Dialog
      open={shown !== null}
      title={shown ? t.staff.cancelTicket.title(shown.number) : ''}
      tone="danger"
      onClose={() => open(null)}
      actions={
        <>
          <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
            {t.common.back}
          </Button>
          <Button type="submit" form={FORM} variant="danger" keycap={t.counter.key.enter}>
            {t.staff.cancelTicket.action}
          </Button>
        </>
      }
    >
      {shown && <CancelForm key={shown.ticket} ticket={shown} />}
    </Dialog>
  );
}

function CancelForm({ ticket }: { readonly ticket: Named }): JSX.Element {
  const { run, view, now } = useDesk();
  const { t } = useI18n();
  const row = view.value?.tickets[ticket.ticket];
  const reasons = row ? tellerEnds(row, now.value) : [];
  const reason = useSignal<CancelReason>(reasons[0] ?? 'removed-by-staff');
  useDigits(true, (digit) => {
    reason.value = reasons[digit - 1] ?? reason.value;
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    run({ type: 'cancel', ...ticket, reason: reason.value });
  };
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={submit}>
      <p>{t.staff.cancelTicket.text}</p>
      <fieldset class={cx(styles['reasons'])}>
        <legend class={cx(styles['legend'])}>{t.staff.cancelTicket.reason}</legend>
        {reasons.map((option, index) => (
          <label key={option} class={cx(styles['reason'])}>
            <input
              type="radio"
              name="reason"
              value={option}
              checked={reason.value === option}
              onChange={() => {
                reason.value = option;
              }}
            />
            <span class={cx(styles['words'])}>{t.staff.cancelReason[option]}</span>
            <Keycap>{String(index + 1)}</Keycap>
          </label>
        ))}
      </fieldset>
    </form>
  );
}
