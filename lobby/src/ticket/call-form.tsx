/** A ticket that goes next at a counter by a person's word: at which one, and why. Rules: CTR-6. */
import { useSignal } from '@preact/signals';
import type { CounterId } from '@tingxu/contract/ids';
import { OverrideReason } from '@tingxu/contract/override';
import type { TicketRow } from '@tingxu/contract/views';
import { freeCountersFor, mayChoose } from '@tingxu/feed-client/chosen-call';
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { Choices } from './choices.tsx';
import { Form } from './form.tsx';
import { ReasonChoices } from './reason-choices.tsx';

export function CallForm({ row }: { readonly row: TicketRow }): JSX.Element {
  const { view, profile } = useLobby();
  const { t } = useI18n();
  const hall = view.value;
  const may = hall !== null && mayChoose(hall, 'lobby');
  const free = hall && may ? freeCountersFor(hall, row) : [];
  const chosen = useSignal<CounterId | null>(null);
  const reason = useSignal<OverrideReason | null>(null);
  const only = free.length === 1 ? free[0]?.counter : undefined;
  const counter = free.find((one) => one.counter === chosen.value)?.counter ?? only ?? null;
  const { ticket, number } = row;
  const action: TicketAction | null =
    counter && reason.value
      ? { type: 'call', ticket, number, counter, reason: reason.value }
      : null;
  if (free.length === 0) {
    return (
      <Form action={null} words={t.manager.callText} go={t.common.confirm}>
        <Notice tone="quiet">{may ? t.manager.noCounterFree : t.manager.mayNotChoose}</Notice>
      </Form>
    );
  }
  return (
    <Form action={action} words={t.manager.callText} go={t.common.confirm}>
      {free.length > 1 ? (
        <Choices
          name="counter"
          legend={t.manager.chooseCounter}
          options={free.map((one) => ({
            value: one.counter,
            label: t.common.counter(counterLabel(profile.value, one.counter)),
          }))}
          value={counter}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
      ) : (
        counter && (
          <p>
            {`${t.manager.atCounter} `}
            <strong>{t.common.counter(counterLabel(profile.value, counter))}</strong>
          </p>
        )
      )}
      <ReasonChoices
        options={OverrideReason.options}
        labels={t.staff.overrideReason}
        reason={reason}
      />
    </Form>
  );
}
