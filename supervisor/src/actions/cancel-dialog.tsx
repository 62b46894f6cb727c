/** Ends a ticket that nobody will serve: whose decision it was. */
import { useSignal } from '@preact/signals';
import type { CancelReason } from '@tingxu/contract/commands';
import type { Named } from '@tingxu/feed-client/manager-action';
import { managerEnds } from '@tingxu/feed-client/walk-out';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { Radios } from './radios.tsx';

const FORM = 'cancel-form';

export function CancelDialog(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const words = t.staff.cancelTicket;
  const dialog = actions.dialog.value;
  const shown = dialog?.kind === 'cancel' ? dialog.ticket : null;
  return (
    <Dialog
      open={shown !== null}
      title={shown ? words.title(shown.number) : ''}
      tone="danger"
      onClose={() => actions.open(null)}
      actions={
        <>
          <Button onClick={() => actions.open(null)}>{t.common.back}</Button>
          <Button
            type="submit"
            form={FORM}
            variant="danger"
            data-testid="cancel-go"
            pending={actions.pending.value?.type === 'cancel'}
          >
            {words.action}
          </Button>
        </>
      }
    >
      {shown && <CancelForm key={shown.ticket} ticket={shown} />}
    </Dialog>
  );
}

function CancelForm({ ticket }: { readonly ticket: Named }): JSX.Element {
  const { actions, view } = useMonitor();
  const { t } = useI18n();
  const words = t.staff.cancelTicket;
  const row = view.value?.tickets[ticket.ticket];
  const reasons = row ? managerEnds(row) : [];
  const reason = useSignal<CancelReason>('removed-by-staff');
  const submit = (event: Event): void => {
    event.preventDefault();
    void actions.run({ type: 'cancel', ...ticket, reason: reason.value });
  };
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={submit}>
      <p>{words.text}</p>
      <Radios
        name="reason"
        legend={words.reason}
        options={reasons}
        value={reason.value}
        onChange={(next) => {
          reason.value = next;
        }}
        label={(option) => t.staff.cancelReason[option]}
      />
    </form>
  );
}
