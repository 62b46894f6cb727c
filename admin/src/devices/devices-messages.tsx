/** What became of the last act. */
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type AdminI18n, useI18n } from '../texts.ts';
import type { DeviceWords } from './device-looks.ts';
import type { DevicesModel, Told } from './devices-model.ts';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;

export function DevicesMessages(props: {
  readonly model: DevicesModel;
  readonly words: DeviceWords;
}): JSX.Element {
  const { model, words } = props;
  const { t } = useI18n();
  const told = model.told.value;
  useEffect(() => {
    if (!told?.ok) return;
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

const toastOf = (told: Told, words: DeviceWords, t: AdminI18n['t']): Toast => {
  const id = String(told.id);
  const { type, name } = told.act;
  if (told.ok) {
    const done = { pair: words.paired, change: words.saved, revoke: words.revoked }[type];
    return { id, tone: 'ok', text: done(name) };
  }
  const { problem } = told;
  if (problem === null) return { id, tone: 'over', text: words.noAnswer };
  return { id, tone: 'warn', text: t.problems[problem.code], code: problem.code };
};
