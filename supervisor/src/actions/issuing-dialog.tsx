/**
 * Stopping, extending and resuming the issue of tickets: what, why, until when. Everybody in the hall
 * is told, so the dialog says what they will read. Rules: HOURS-4, HOURS-5, HOURS-6.
 */
import { useSignal } from '@preact/signals';
import type { IssuingReason } from '@tingxu/contract/hours';
import type { DayAction } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { LENGTHS, type OrderKind, orderOf, ordersFor, REASONS, untilOf } from './issuing-order.ts';
import { Radios } from './radios.tsx';

const FORM = 'issuing-form';

export function IssuingDialog(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const shown = actions.dialog.value?.kind === 'issuing';
  return (
    <Dialog
      open={shown}
      title={t.supervisor.issuing.title}
      onClose={() => actions.open(null)}
      actions={
        <>
          <Button onClick={() => actions.open(null)}>{t.common.back}</Button>
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            pending={actions.pending.value !== null}
            data-testid="confirm-issuing"
          >
            {t.common.confirm}
          </Button>
        </>
      }
    >
      {shown && <OrderForm />}
    </Dialog>
  );
}

function OrderForm(): JSX.Element {
  const { actions, view, now } = useMonitor();
  const { t, format } = useI18n();
  const issuing = view.value?.day.issuing;
  const kinds = ordersFor(issuing);
  const chosen = useSignal<OrderKind | null>(null);
  const reason = useSignal<IssuingReason | null>(null);
  const minutes = useSignal<number | null>(null);
  const kind = chosen.value && kinds.includes(chosen.value) ? chosen.value : (kinds[0] ?? 'stop');
  const order = kind === 'resume' ? null : kind;
  const reasons = order ? REASONS[order] : [];
  const why = reasons.find((known) => known === reason.value) ?? reasons[0];
  const lengths = order ? LENGTHS[order] : [];
  const length = lengths.find((known) => known === minutes.value) ?? lengths[0] ?? null;
  const until = order && length !== null ? untilOf(order, length, issuing, now.value) : null;
  const action: DayAction | null =
    order && why ? orderOf(order, why, until) : { type: 'resumeIssuing' };
  const words = t.supervisor.issuing;
  return (
    <form
      id={FORM}
      class={cx(styles['form'])}
      onSubmit={(event) => {
        event.preventDefault();
        if (action) void actions.run(action);
      }}
    >
      <Radios
        name="order"
        legend={words.what}
        options={kinds}
        value={kind}
        onChange={(next) => {
          chosen.value = next;
        }}
        label={(one) => words.order[one]}
      />
      {order && why && (
        <>
          <Radios
            name="why"
            legend={t.manager.reason}
            options={reasons}
            value={why}
            onChange={(next) => {
              reason.value = next;
            }}
            label={(one) => t.common.issuingReason[one]}
          />
          <Radios
            name="length"
            legend={words.howLong}
            options={lengths}
            value={length}
            onChange={(next) => {
              minutes.value = next;
            }}
            label={(one) =>
              one === null
                ? words.untilResumed
                : words.minutes(one, format.time(untilOf(order, one, issuing, now.value)))
            }
          />
        </>
      )}
      <Notice tone="info">{words.told[kind]}</Notice>
    </form>
  );
}
