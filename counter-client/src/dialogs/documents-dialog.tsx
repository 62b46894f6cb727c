/** What the customer brought: a digit marks one as missing, Enter records all of them at once. Rules: PREP-4. */
import { useSignal } from '@preact/signals';
import type { Text } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { named } from '../desk/action.ts';
import { ticketAt } from '../desk/desk.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import { serviceOf } from '../waiting/waiting-list.ts';
import styles from './dialogs.module.css';
import steps from './step-list.module.css';
import { useDigits } from './use-digits.ts';

const RECORD = 'record-documents';

export function DocumentsDialog(): JSX.Element {
  const { dialog, desk, view, open } = useDesk();
  const { t } = useI18n();
  const row = ticketAt(desk.value);
  const asked = (row && serviceOf(view.value?.profile ?? null, row.service)?.documents) ?? [];
  const shown = dialog.value?.kind === 'documents' && row !== null && asked.length > 0;
  // Enter records; the dialog itself would focus its first button.
  useLayoutEffect(() => {
    if (shown) document.getElementById(RECORD)?.focus();
  }, [shown]);
  return (
    <Dialog
      open={shown}
      title={row ? t.desk.documentsTitle(row.number) : ''}
      icon="check"
      onClose={() => open(null)}
    >
      {shown && <Checklist key={`${row.ticket} ${row.service}`} {...{ row, asked }} />}
    </Dialog>
  );
}

type ChecklistProps = { readonly row: TicketRow; readonly asked: readonly Text[] };

function Checklist({ row, asked }: ChecklistProps): JSX.Element {
  const { run, open } = useDesk();
  const { t, pick } = useI18n();
  const missing = useSignal<readonly number[]>(row.documents?.missing ?? []);
  const toggle = (position: number): void => {
    if (position >= asked.length) return;
    const held = missing.value;
    missing.value = held.includes(position)
      ? held.filter((one) => one !== position)
      : [...held, position];
  };
  useDigits(true, (digit) => digit > 0 && toggle(digit - 1));
  const submit = (event: Event): void => {
    event.preventDefault();
    const { service } = row;
    run({ type: 'documents', ...named(row), service, missing: missing.value });
  };
  return (
    <form class={cx(styles['form'])} onSubmit={submit}>
      <p>{t.desk.documentsHint}</p>
      <ol class={cx(steps['options'])}>
        {asked.map((name, position) => (
          <li key={pick(name)}>
            <Entry
              {...{ name: pick(name), position }}
              missing={missing.value.includes(position)}
              onToggle={() => toggle(position)}
            />
          </li>
        ))}
      </ol>
      <div class={cx(styles['go'])}>
        <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
          {t.common.cancel}
        </Button>
        <Button
          id={RECORD}
          type="submit"
          variant="primary"
          keycap={t.counter.key.enter}
          data-testid="record"
        >
          {missing.value.length === 0
            ? t.desk.documentsAll
            : t.desk.documentsMissing(missing.value.length)}
        </Button>
      </div>
    </form>
  );
}

type EntryProps = {
  readonly name: string;
  readonly position: number;
  readonly missing: boolean;
  readonly onToggle: () => void;
};

function Entry({ name, position, missing, onToggle }: EntryProps): JSX.Element {
  const { t } = useI18n();
  return (
    <button
      type="button"
      class={cx(steps['option'])}
      aria-pressed={missing}
      // The place of the keyboard stays with what Enter does.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      <Keycap>{String(position + 1)}</Keycap>
      <span class={cx(steps['title'])}>{name}</span>
      <StatusPill tone={missing ? 'warn' : 'ok'}>
        {missing ? t.desk.missing : t.desk.there}
      </StatusPill>
    </button>
  );
}
