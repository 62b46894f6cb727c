/** What became of the last command. A good outcome leaves by itself, any other stays until read. */

import type { Outcome } from '@tingxu/feed-client/command-runner';
import type { ManagerAction, ManagerReply } from '@tingxu/feed-client/manager-action';
import { cx } from '@tingxu/ui/lib/cx';
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLobby } from '../lobby-context.tsx';
import { type LobbyI18n, useI18n } from '../texts.ts';
import styles from './messages.module.css';

/** Units: ms. */
const DONE_STAYS_MS = 5_000;

export function Messages(): JSX.Element {
  const { commands } = useLobby();
  const { t } = useI18n();
  const outcome = commands.outcome.value;
  useEffect(() => {
    if (outcome?.kind !== 'done') return;
    const leaving = setTimeout(() => commands.dismiss(), DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [outcome, commands]);
  return (
    <div class={cx(styles['place'])}>
      <ToastRegion
        toasts={outcome && tells(outcome) ? [toastOf(outcome, t)] : []}
        onDismiss={() => commands.dismiss()}
        dismissLabel={t.common.close}
      />
    </div>
  );
}

/** An issued ticket has a page of its own. */
const tells = ({ kind, action }: Outcome<ManagerAction, ManagerReply>): boolean =>
  !(kind === 'done' && action.type === 'issue');

const toastOf = (outcome: Outcome<ManagerAction, ManagerReply>, t: LobbyI18n['t']): Toast => {
  const id = String(outcome.id);
  switch (outcome.kind) {
    case 'done': {
      const { action } = outcome;
      const text = t.manager.done[action.type];
      const words = typeof text === 'string' ? text : text('number' in action ? action.number : '');
      return { id, tone: 'ok', text: words };
    }
    case 'refused': {
      const { code } = outcome.problem;
      return { id, tone: 'warn', text: t.problems[code], code };
    }
    case 'unknown':
      return { id, tone: 'over', text: t.manager.unconfirmed };
    case 'not-sent':
      return { id, tone: 'over', text: t.staff.notSent };
    default:
      return outcome satisfies never;
  }
};
