/** Customers who missed a call, whoever has the least time left on top. */
import type { TicketRow } from '@tingxu/contract/views';
import { NumberLink } from '@tingxu/trail/number-link';
import { Button } from '@tingxu/ui/button';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { laneOf } from '@tingxu/ui/lib/profile';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './side.module.css';

export function MissedPanel(): JSX.Element {
  const { missed } = useMonitor();
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  const rows = missed.value;
  return (
    <Panel
      title={t.supervisor.missedTickets}
      class={styles['missed']}
      flush
      actions={<span class={cx(styles['count'])}>{rows.length}</span>}
    >
      <ul ref={list} tabIndex={-1}>
        {rows.map((row) => (
          <Missed key={row.ticket} row={row} />
        ))}
        {rows.length === 0 && <li class={cx(styles['none'])}>{t.staff.noMissed}</li>}
      </ul>
    </Panel>
  );
}

function Missed({ row }: { readonly row: TicketRow }): JSX.Element {
  const { actions, profile, live } = useMonitor();
  const { t, pick, format } = useI18n();
  const { ticket, number, validUntilAt } = row;
  const lane = laneOf(profile.value, row.lane);
  const running = actions.pending.value;
  return (
    <li class={cx(styles['row'])}>
      <NumberLink ticket={ticket} number={number} id={`trail-${ticket}`} />
      <span class={cx(styles['body'])}>
        {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
        <span class={cx(styles['muted'])}>
          {validUntilAt !== null && t.staff.validUntil(format.time(validUntilAt))}
        </span>
      </span>
      <Button
        size="s"
        id={`return-${ticket}`}
        disabled={!live.value}
        pending={running?.type === 'return' && running.ticket === ticket}
        onClick={() => void actions.run({ type: 'return', ticket, number })}
      >
        {t.staff.returnTicket}
      </Button>
    </li>
  );
}
