/** A ticket by its number: typed in full or only its digits, then what can be done with it. */
import { useSignal } from '@preact/signals';
import type { TicketRow } from '@tingxu/contract/views';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import { matching, ticketSteps } from '../steps/ticket-steps.ts';
import { useI18n } from '../texts.ts';
import { serviceName } from '../waiting/ticket-notes.ts';
import styles from './dialogs.module.css';
import { StepList } from './step-list.tsx';

export function TicketDialog(): JSX.Element {
  const { dialog, open } = useDesk();
  const { t } = useI18n();
  const shown = dialog.value?.kind === 'ticket';
  return (
    <Dialog
      open={shown}
      title={t.desk.title.ticket}
      icon="search"
      onClose={() => open(null)}
      actions={
        <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
          {t.common.cancel}
        </Button>
      }
    >
      {shown && <Search />}
    </Dialog>
  );
}

function Search(): JSX.Element {
  const { view, situation, run } = useDesk();
  const i18n = useI18n();
  const { t } = i18n;
  const typed = useSignal('');
  const chosen = useSignal<TicketRow['ticket'] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const asked = chosen.value;
  useLayoutEffect(() => {
    if (asked === null) form.current?.querySelector('input')?.focus();
  }, [asked]);
  const now = situation.value;
  const row = asked === null ? undefined : view.value?.tickets[asked];
  if (now && row) {
    return (
      <div class={cx(styles['form'])}>
        <StepList
          first={ticketSteps(now, row, i18n)}
          onBack={() => {
            chosen.value = null;
          }}
          onDone={(actions) => run(...actions)}
        />
        {(row.state === 'called' || row.state === 'serving') && <p>{t.desk.noChoice}</p>}
      </div>
    );
  }
  const found = view.value ? matching(view.value, typed.value) : [];
  const take = (one: TicketRow | undefined): void => {
    chosen.value = one?.ticket ?? null;
  };
  return (
    <form
      ref={form}
      class={cx(styles['form'])}
      onSubmit={(event) => {
        event.preventDefault();
        take(found[0]);
      }}
    >
      <TextField
        label={t.desk.numberLabel}
        hint={t.desk.numberHint}
        figures
        maxLength={6}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <ul class={cx(styles['found'])} data-testid="found">
        {found.map((one) => (
          <li key={one.ticket}>
            <Button block class={styles['match']} onClick={() => take(one)}>
              <Match row={one} />
            </Button>
          </li>
        ))}
        {typed.value.trim() !== '' && (
          <li class={cx(styles['muted'])}>
            {found.length === 0 ? t.desk.numberNone : t.desk.numberOpen}
          </li>
        )}
      </ul>
    </form>
  );
}

function Match({ row }: { readonly row: TicketRow }): JSX.Element {
  const { view } = useDesk();
  const i18n = useI18n();
  const service = view.value ? serviceName(view.value, row.service, i18n) : '';
  return (
    <span class={cx(styles['facts'])}>
      <TicketNumber number={row.number} size="s" />
      <span>{service}</span>
      <span class={cx(styles['muted'])}>{i18n.t.staff.ticketState[row.state]}</span>
    </span>
  );
}
