/** A customer to accompany: where to, and one button that says who goes. Source: H49, H68. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { TicketCard } from '../ticket/ticket-card.tsx';
import type { EscortTask } from './tasks.ts';
import styles from './tasks-page.module.css';

export function EscortCard({ task }: { readonly task: EscortTask }): JSX.Element {
  const { profile, act, live, commands } = useLobby();
  const { t } = useI18n();
  const { ticket: row, state } = task;
  if (state !== 'now') return <TicketCard row={row} />;
  const { ticket, number, counter } = row;
  const where = counter === null ? '' : t.common.counter(counterLabel(profile.value, counter));
  const running = commands.pending.value;
  return (
    <li class={cx(styles['escort'])}>
      <ul>
        <TicketCard row={row} />
      </ul>
      <div class={cx(styles['go'])}>
        <StatusPill tone="warn">{t.lobby.escortNow(where)}</StatusPill>
        <Button
          size="l"
          block
          id={`escort-${ticket}`}
          variant="primary"
          icon="person"
          disabled={!live.value}
          pending={running?.type === 'escort' && running.ticket === ticket}
          onClick={() => void act({ type: 'escort', ticket, number })}
        >
          {t.manager.action.escort}
        </Button>
      </div>
    </li>
  );
}
