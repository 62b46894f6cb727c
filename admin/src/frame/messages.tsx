/** What became of the last change. A good outcome leaves by itself, any other stays until read. */
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useAdmin } from '../admin-context.tsx';
import type { Became } from '../review/applying.ts';
import { type AdminI18n, useI18n } from '../texts.ts';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;
const DONE: readonly Became['kind'][] = ['applied', 'planned', 'withdrawn'];

export function Messages(): JSX.Element {
  const { applying } = useAdmin();
  const { t } = useI18n();
  const became = applying.became.value;
  useEffect(() => {
    if (!became || !DONE.includes(became.kind)) return;
    const leaving = setTimeout(() => applying.dismiss(), DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [became, applying]);
  return (
    <ToastRegion
      toasts={became ? [toastOf(became, t)] : []}
      onDismiss={() => applying.dismiss()}
      dismissLabel={t.common.close}
    />
  );
}

const toastOf = (became: Became, t: AdminI18n['t']): Toast => {
  const id = String(became.id);
  const words = t.admin;
  switch (became.kind) {
    case 'applied':
      return { id, tone: 'ok', text: words.applied(became.version) };
    case 'planned':
      return { id, tone: 'ok', text: words.planned(became.version) };
    case 'withdrawn':
      return { id, tone: 'ok', text: words.withdrawn };
    case 'refused': {
      const { code } = became.problem;
      return { id, tone: 'warn', text: t.problems[code], code };
    }
    case 'unconfirmed':
      return { id, tone: 'over', text: words.unconfirmed };
    case 'unreadable':
      return { id, tone: 'over', text: words.unreadable };
    default:
      return became satisfies never;
  }
};
