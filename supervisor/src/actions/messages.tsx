/** What became of the last command. A good outcome leaves by itself, any other stays until read. */
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { type MonitorI18n, useI18n } from '../texts.ts';
import type { Message } from './action-model.ts';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;

export function Messages(): JSX.Element {
  const { actions, trail } = useMonitor();
  const { t } = useI18n();
  const message = actions.message.value;
  // Under a modal dialog nobody reads it, and this one tells what becomes of its commands.
  const isToldThere =
    actions.dialog.value?.kind === 'voice' ||
    (message?.action.type === 'print' && trail.trail.value !== null);
  useEffect(() => {
    if (message?.kind !== 'done') return;
    const leaving = setTimeout(() => actions.dismiss(), DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [message, actions]);
  return (
    <ToastRegion
      toasts={message && !isToldThere ? [toastOf(message, t)] : []}
      onDismiss={() => actions.dismiss()}
      dismissLabel={t.common.close}
    />
  );
}

export const toastOf = (message: Message, t: MonitorI18n['t']): Toast => {
  const id = String(message.id);
  switch (message.kind) {
    case 'done': {
      const { action } = message;
      const text = t.manager.done[action.type];
      const words = typeof text === 'string' ? text : text('number' in action ? action.number : '');
      return { id, tone: 'ok', text: words };
    }
    case 'refused':
      return {
        id,
        tone: 'warn',
        text: t.problems[message.problem.code],
        code: message.problem.code,
      };
    case 'unknown':
      return { id, tone: 'over', text: t.manager.unconfirmed };
    case 'not-sent':
      return { id, tone: 'over', text: t.staff.notSent };
    default:
      return message satisfies never;
  }
};
