/** Somebody new: a number, rights, and a passphrase that is told in person. Rules: AUTH-10. */
import { useSignal } from '@preact/signals';
import { type HallId, StaffId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { Tick } from '../fields/choices.tsx';
import { useI18n } from '../texts.ts';
import type { AccountsModel } from './accounts-model.ts';
import { firstPassphrase } from './first-passphrase.ts';
import { FirstPassphrase } from './first-passphrase-line.tsx';
import { areWhole, type Rights, RightsFields } from './rights-fields.tsx';
import styles from './staff-page.module.css';
import type { StaffWords } from './staff-page.tsx';

export type NewAccountDialogProps = {
  readonly model: AccountsModel;
  readonly words: StaffWords;
  readonly open: boolean;
  /** Of the admin. */
  readonly halls: readonly HallId[] | null;
  readonly onClose: () => void;
};

const FORM = 'new-account';

export function NewAccountDialog(props: NewAccountDialogProps): JSX.Element {
  const { model, words, open, onClose } = props;
  const { t } = useI18n();
  return (
    <Dialog
      open={open}
      title={words.newTitle}
      icon="person"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary" pending={model.pending.value}>
            {words.create}
          </Button>
        </>
      }
    >
      {open && <NewAccount {...props} />}
    </Dialog>
  );
}

function NewAccount({ model, words, halls, onClose }: NewAccountDialogProps): JSX.Element {
  const number = useSignal('');
  const rights = useSignal<Rights>({ roles: [], halls });
  const passphrase = useSignal(firstPassphrase());
  const only = useSignal(false);
  const tried = useSignal(false);
  const staff = StaffId.safeParse(number.value.trim().toLowerCase()).data;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    tried.value = true;
    const { value: chosen } = rights;
    if (!staff || !areWhole(chosen)) return;
    const body = {
      ...{ staff, ...(!only.value && { passphrase: passphrase.value }) },
      ...{ roles: [...chosen.roles], halls: chosen.halls && [...chosen.halls] },
    };
    if (await model.run({ type: 'create', body })) onClose();
  };
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={words.staff}
        value={number.value}
        name="staff"
        maxLength={32}
        figures
        error={tried.value && !staff ? words.staffWrong : undefined}
        onInput={(text) => {
          number.value = text;
        }}
      />
      <RightsFields
        {...{ model, words }}
        rights={rights.value}
        mayGiveAll={halls === null}
        tried={tried.value}
        onChange={(next) => {
          rights.value = next;
        }}
      />
      {model.signOn.value && (
        <Tick
          label={words.onlySignOn}
          value={only.value}
          onChange={(on) => {
            only.value = on;
          }}
        />
      )}
      {!only.value && <FirstPassphrase words={words} value={passphrase} />}
    </form>
  );
}
