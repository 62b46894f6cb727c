/** What became of the last act: a good outcome leaves by itself, unless it has to be read. */
import { ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import type { Acts } from './create-acts.ts';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;

export type ActMessagesProps<Act> = {
  readonly acts: Pick<Acts<Act>, 'told' | 'dismiss'>;
  readonly done: (act: Act) => string;
  readonly noAnswer: string;
  /** It tells something that nobody can look up again. */
  readonly mustBeRead?: (act: Act) => boolean;
};

export function ActMessages<Act>(props: ActMessagesProps<Act>): JSX.Element {
  const { acts, done, noAnswer, mustBeRead } = props;
  const { t } = useI18n();
  const told = acts.told.value;
  const leaves = told?.ok === true && !mustBeRead?.(told.act);
  useEffect(() => {
    if (!leaves) return;
    const leaving = setTimeout(() => acts.dismiss(), DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [told, leaves, acts]);
  const toast = () => {
    if (!told) return [];
    const id = String(told.id);
    if (told.ok) return [{ id, tone: 'ok', text: done(told.act) } as const];
    const { problem } = told;
    if (problem === null) return [{ id, tone: 'over', text: noAnswer } as const];
    const { code } = problem;
    return [{ id, tone: 'warn', text: t.problems[code], code } as const];
  };
  return (
    <ToastRegion toasts={toast()} onDismiss={() => acts.dismiss()} dismissLabel={t.common.close} />
  );
}
