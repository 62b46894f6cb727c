/** One account: its rights, and what can be done to it, each with what it will do said before. Rules: AUTH-6, AUTH-11. */
import { useSignal } from '@preact/signals';
import type { AccountRow } from '@tingxu/contract/identity';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { AccountActs } from './account-acts.tsx';
import type { AccountsModel } from './accounts-model.ts';
import { areWhole, type Rights, RightsFields } from './rights-fields.tsx';
import styles from './staff-page.module.css';
import type { StaffWords } from './staff-page.tsx';

export type AccountDialogProps = {
  readonly model: AccountsModel;
  readonly words: StaffWords;
  /** Null while none is open. */
  readonly row: AccountRow | null;
  /** Supervisors lift a hold and change nothing else. */
  readonly mayChange: boolean;
  readonly onClose: () => void;
};

export function AccountDialog(props: AccountDialogProps): JSX.Element {
  const { words, row, mayChange, onClose } = props;
  const { t } = useI18n();
  return (
    <Dialog
      open={row !== null}
      title={row ? words.editTitle(row.staff) : ''}
      icon="person"
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{t.common.close}</Button>}
    >
      {row && (
        <div class={cx(styles['form'])} key={row.staff}>
          {mayChange && <ChangeRights {...props} row={row} />}
          <AccountActs {...props} row={row} />
        </div>
      )}
    </Dialog>
  );
}

const isSame = (rights: Rights, row: AccountRow): boolean =>
  JSON.stringify([rights.roles, rights.halls]) === JSON.stringify([row.roles, row.halls]);

function ChangeRights(props: AccountDialogProps & { readonly row: AccountRow }): JSX.Element {
  const { model, words, row } = props;
  const { who } = useAdmin();
  const rights = useSignal<Rights>({ roles: row.roles, halls: row.halls });
  const same = isSame(rights.value, row);
  const save = (): void => {
    const { roles, halls } = rights.value;
    if (same || !areWhole(rights.value)) return;
    const body = { roles: [...roles], halls: halls && [...halls] };
    void model.run({ type: 'change', staff: row.staff, body });
  };
  return (
    <section class={cx(styles['section'])}>
      <RightsFields
        {...{ model, words }}
        rights={rights.value}
        mayGiveAll={who.halls === null}
        tried
        onChange={(next) => {
          rights.value = next;
        }}
      />
      <div class={cx(styles['act'])}>
        <span class={cx(styles['hint'])}>
          {same ? words.nothingChanged : words.savesEnds(row.sessions)}
        </span>
        <Button
          variant="primary"
          disabled={same || !areWhole(rights.value)}
          pending={model.pending.value}
          data-testid="save-rights"
          onClick={save}
        >
          {words.save}
        </Button>
      </div>
    </section>
  );
}
