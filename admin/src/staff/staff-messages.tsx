/** What became of the last act; one that tells a passphrase stays until it is put away. */
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type AdminI18n, useI18n } from '../texts.ts';
import type { AccountAct, AccountsModel, Told } from './accounts-model.ts';
import type { StaffWords } from './staff-page.tsx';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;

const tellsPassphrase = ({ type }: AccountAct): boolean => type === 'create' || type === 'reset';

export function StaffMessages(props: {
  readonly model: AccountsModel;
  readonly words: StaffWords;
}): JSX.Element {
  const { model, words } = props;
  const { t } = useI18n();
  const told = model.told.value;
  useEffect(() => {
    if (!told?.ok || tellsPassphrase(told.act)) return;
    const leaving = setTimeout(() => model.dismiss(), DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [told, model]);
  return (
    <ToastRegion
      toasts={told ? [toastOf(told, words, t)] : []}
      onDismiss={() => model.dismiss()}
      dismissLabel={t.common.close}
    />
  );
}

const toastOf = (told: Told, words: StaffWords, t: AdminI18n['t']): Toast => {
  const id = String(told.id);
  if (told.ok) return { id, tone: 'ok', text: doneText(told.act, words) };
  const { problem } = told;
  if (problem === null) return { id, tone: 'over', text: words.noAnswer };
  return { id, tone: 'warn', text: t.problems[problem.code], code: problem.code };
};

const doneText = (act: AccountAct, words: StaffWords): string => {
  switch (act.type) {
    case 'create':
      return act.body.passphrase === undefined
        ? words.createdSignOn(act.body.staff)
        : words.created(act.body.staff, act.body.passphrase);
    case 'reset':
      return words.resetDone(act.staff, act.passphrase);
    case 'lift':
      return words.lifted(act.staff);
    case 'end':
      return words.ended(act.staff);
    case 'change':
      if (act.body.disabled === undefined) return words.saved(act.staff);
      return act.body.disabled ? words.disabled(act.staff) : words.enabled(act.staff);
    default:
      return act satisfies never;
  }
};
