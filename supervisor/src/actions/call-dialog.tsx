/** Has a ticket called next at a counter that is free: at which one, and why. Rules: CTR-6. */
import { useSignal } from '@preact/signals';
import type { CounterId } from '@tingxu/contract/ids';
import { OverrideReason } from '@tingxu/contract/override';
import { freeCountersFor, mayChoose } from '@tingxu/feed-client/chosen-call';
import type { Named } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { Radios } from './radios.tsx';

const FORM = 'call-form';

export function CallDialog(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const dialog = actions.dialog.value;
  const shown = dialog?.kind === 'call' ? dialog.ticket : null;
  const free = useFree(shown);
  return (
    <Dialog
      open={shown !== null}
      title={shown ? t.manager.callTitle(shown.number) : ''}
      icon="bell"
      onClose={() => actions.open(null)}
      actions={
        <>
          <Button onClick={() => actions.open(null)}>{t.common.back}</Button>
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            disabled={free.counters.length === 0}
            pending={actions.pending.value?.type === 'call'}
          >
            {t.manager.callGo}
          </Button>
        </>
      }
    >
      {shown && free.counters.length > 0 && (
        <CallForm key={shown.ticket} ticket={shown} counters={free.counters} />
      )}
      {shown && free.counters.length === 0 && (
        <Notice tone="quiet">{free.may ? t.manager.noCounterFree : t.manager.mayNotChoose}</Notice>
      )}
    </Dialog>
  );
}

type Free = { readonly may: boolean; readonly counters: readonly CounterId[] };

function useFree(ticket: Named | null): Free {
  const { view, role } = useMonitor();
  const hall = view.value;
  const row = ticket && hall?.tickets[ticket.ticket];
  const may = hall !== null && mayChoose(hall, role);
  const rows = hall && row && may ? freeCountersFor(hall, row) : [];
  return { may, counters: rows.map(({ counter }) => counter) };
}

function CallForm(props: {
  readonly ticket: Named;
  readonly counters: readonly CounterId[];
}): JSX.Element {
  const { ticket, counters } = props;
  const { actions, profile } = useMonitor();
  const { t } = useI18n();
  const counter = useSignal(counters[0]);
  const reason = useSignal<OverrideReason>('needs-care');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!counter.value) return;
    void actions.run({ type: 'call', ...ticket, counter: counter.value, reason: reason.value });
  };
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={submit}>
      <p>{t.manager.callText}</p>
      {counter.value && (
        <Radios
          name="counter"
          legend={t.manager.chooseCounter}
          options={counters}
          value={counter.value}
          onChange={(next) => {
            counter.value = next;
          }}
          label={(option) => t.common.counter(counterLabel(profile.value, option))}
        />
      )}
      <Radios
        name="reason"
        legend={t.manager.reason}
        options={OverrideReason.options}
        value={reason.value}
        onChange={(next) => {
          reason.value = next;
        }}
        label={(option) => t.staff.overrideReason[option]}
      />
    </form>
  );
}
