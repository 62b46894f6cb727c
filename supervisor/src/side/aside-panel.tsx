/** Tickets set aside at a counter or at the forms: why, for how long, and until when. */
import type { TicketRow } from '@tingxu/contract/views';
import { NumberLink } from '@tingxu/trail/number-link';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { Panel } from '@tingxu/ui/panel';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './side.module.css';

export function AsidePanel(): JSX.Element {
  const { aside } = useMonitor();
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  const rows = aside.value;
  return (
    <Panel
      title={t.supervisor.asideTickets}
      class={styles['missed']}
      flush
      actions={<span class={cx(styles['count'])}>{rows.length}</span>}
    >
      <ul ref={list} tabIndex={-1} data-testid="aside">
        {rows.map((row) => (
          <Aside key={row.ticket} row={row} />
        ))}
        {rows.length === 0 && <li class={cx(styles['none'])}>{t.supervisor.noAside}</li>}
      </ul>
    </Panel>
  );
}

function Aside({ row }: { readonly row: TicketRow }): JSX.Element {
  const { actions, live, now } = useMonitor();
  const { t, format } = useI18n();
  const { ticket, number, aside, state } = row;
  const type = state === 'parked' ? 'resume' : 'ready';
  const running = actions.pending.value;
  return (
    <li class={cx(styles['row'])}>
      <NumberLink ticket={ticket} number={number} id={`aside-${ticket}`} />
      <span class={cx(styles['body'])}>
        <span>
          {aside ? t.supervisor.asideCause[aside.cause] : t.staff.ticketState[state]}{' '}
          {aside && (
            <span class={cx(styles['muted'])}>
              {t.supervisor.asideSince(format.age(now.value - aside.sinceAt))}
            </span>
          )}
        </span>
        <Limit row={row} />
      </span>
      <Button
        size="s"
        id={`${type}-${ticket}`}
        disabled={!live.value}
        pending={running?.type === type && running.ticket === ticket}
        onClick={() => void actions.run({ type, ticket, number })}
      >
        {t.supervisor.bring[type]}
      </Button>
    </li>
  );
}

function Limit({ row }: { readonly row: TicketRow }): JSX.Element {
  const { now } = useMonitor();
  const { t, format } = useI18n();
  const { validUntilAt } = row;
  if (validUntilAt === null) {
    return <span class={cx(styles['muted'])}>{t.supervisor.noLimit}</span>;
  }
  return validUntilAt <= now.value ? (
    <StatusPill tone="over">{t.manager.limitOver}</StatusPill>
  ) : (
    <span class={cx(styles['muted'])}>{t.manager.limit(format.time(validUntilAt))}</span>
  );
}
