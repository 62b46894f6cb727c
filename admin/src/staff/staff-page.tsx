/** Who may sign in, with which rights, and whether they are: the page of the staff. Rules: AUTH-11. Source: H113. */
import { useSignal } from '@preact/signals';
import type { AccountRow } from '@tingxu/contract/identity';
import { adminStaff } from '@tingxu/i18n/admin-staff';
import { session as sessionWords } from '@tingxu/i18n/session';
import { Button } from '@tingxu/ui/button';
import { type Column, DataTable } from '@tingxu/ui/data-table';
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import { StatusPill } from '@tingxu/ui/status-pill';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ActMessages } from '../acts/act-messages.tsx';
import { useAdmin } from '../admin-context.tsx';
import { LOOKS_AFTER, roleAmong } from '../person.ts';
import { useI18n } from '../texts.ts';
import { AccountDialog } from './account-dialog.tsx';
import { doneText, tellsPassphrase } from './account-done.ts';
import { type AccountsModel, createAccountsModel } from './accounts-model.ts';
import { NewAccountDialog } from './new-account-dialog.tsx';
import styles from './staff-page.module.css';

export type StaffWords = (typeof adminStaff)['zh-CN'];

export function StaffPage(): JSX.Element {
  const { url, who } = useAdmin();
  const { locale } = useI18n();
  const words = adminStaff[locale.value];
  const role = roleAmong(who.roles, LOOKS_AFTER);
  const model = useMemo(() => createAccountsModel(url, role), [url, role]);
  const open = useSignal<AccountRow['staff'] | 'new' | null>(null);
  useEffect(() => void model.refresh(), [model]);
  const row = model.rows.value?.find(({ staff }) => staff === open.value) ?? null;
  const close = (): void => {
    open.value = null;
  };
  const mayChange = role === 'admin';
  return (
    <div class={cx(styles['stack'])}>
      <p class={cx(styles['intro'])}>{words.intro}</p>
      <Panel
        title={words.caption}
        flush
        actions={
          mayChange && (
            <Button
              variant="primary"
              icon="person"
              data-testid="add-account"
              onClick={() => {
                open.value = 'new';
              }}
            >
              {words.add}
            </Button>
          )
        }
      >
        <Accounts
          model={model}
          words={words}
          onOpen={(staff) => {
            open.value = staff;
          }}
        />
      </Panel>
      <NewAccountDialog
        {...{ model, words }}
        open={open.value === 'new'}
        halls={who.halls}
        onClose={close}
      />
      <AccountDialog {...{ model, words, row, mayChange }} onClose={close} />
      <ActMessages
        acts={model}
        done={doneText(words)}
        mustBeRead={tellsPassphrase}
        noAnswer={words.noAnswer}
      />
    </div>
  );
}

type AccountsProps = {
  readonly model: AccountsModel;
  readonly words: StaffWords;
  readonly onOpen: (staff: AccountRow['staff']) => void;
};

function Accounts({ model, words, onOpen }: AccountsProps): JSX.Element {
  const { t } = useI18n();
  const columns = useColumns(model, words, onOpen);
  const { value: rows } = model.rows;
  const { value: unread } = model.unread;
  if (rows) {
    return (
      <div class={cx(styles['table'])}>
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={rows}
          rowKey={({ staff }) => staff}
          rowTone={({ heldOff, disabled }) => (heldOff && !disabled ? 'warn' : undefined)}
          empty={words.nobody}
        />
      </div>
    );
  }
  if (unread === null) return <Spinner label={t.common.loading} />;
  const forbidden = unread !== 'no-answer' && unread.code === 'forbidden';
  return (
    <EmptyState icon="alert" title={forbidden ? words.notYours : words.loadFailed}>
      {!forbidden && <Button onClick={() => void model.refresh()}>{t.admin.retry}</Button>}
    </EmptyState>
  );
}

const stateOf = (row: AccountRow, words: StaffWords): [Tone, string] => {
  if (row.disabled) return ['quiet', words.stateOff];
  if (row.heldOff) return ['warn', words.stateHeld];
  return row.lastSignInAt === null ? ['info', words.stateNew] : ['ok', words.stateOk];
};

const useColumns = (
  model: AccountsModel,
  words: StaffWords,
  onOpen: AccountsProps['onOpen'],
): readonly Column<AccountRow>[] => {
  const { who, clock } = useAdmin();
  const mayChange = who.roles.includes('admin');
  const mayLift = who.roles.includes('supervisor');
  const { locale, pick, format } = useI18n();
  const roleNames = sessionWords[locale.value].role;
  const hallName = (id: string): string => {
    const hall = model.halls.value.find(({ hall: named }) => named === id);
    return hall ? pick(hall.name) : id;
  };
  return [
    {
      key: 'staff',
      head: words.staff,
      rowHead: true,
      cell: ({ staff }) => (
        <span class={cx(styles['number'])}>
          {staff}
          {staff === who.staff && <small> {words.yourself}</small>}
        </span>
      ),
    },
    {
      key: 'roles',
      head: words.roles,
      cell: ({ roles }) => roles.map((role) => roleNames[role]).join(' · '),
    },
    {
      key: 'halls',
      head: words.halls,
      cell: ({ halls }) => (halls === null ? words.allHalls : halls.map(hallName).join(' · ')),
    },
    {
      key: 'state',
      head: words.state,
      cell: (row) => {
        const [tone, text] = stateOf(row, words);
        return <StatusPill tone={tone}>{text}</StatusPill>;
      },
    },
    {
      key: 'last',
      head: words.lastSignIn,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? words.never : format.when(Date.parse(lastSignInAt), clock.value),
    },
    {
      key: 'sessions',
      head: words.sessions,
      align: 'end',
      cell: ({ sessions }) => words.sessionCount(sessions),
    },
    {
      key: 'manage',
      head: <VisuallyHidden>{words.manage}</VisuallyHidden>,
      align: 'end',
      cell: ({ staff, heldOff }) =>
        mayChange || (mayLift && heldOff) ? (
          <Button
            size="s"
            aria-label={words.manageOne(staff)}
            data-account={staff}
            onClick={() => onOpen(staff)}
          >
            {words.manage}
          </Button>
        ) : null,
    },
  ];
};
