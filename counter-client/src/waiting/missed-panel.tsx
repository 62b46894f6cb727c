/** Customers who missed a call: any member of staff may put them back in line. */
import type { TicketRow } from '@tingxu/contract/views';
import { Button } from '@tingxu/ui/button';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { Panel } from '@tingxu/ui/panel';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './missed-panel.module.css';
import { laneOf } from './waiting-list.ts';

export function MissedPanel(): JSX.Element {
  const { missed } = useDesk();
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  const rows = missed.value;
  return (
    <Panel
      title={t.counter.missedList}
      class={styles['panel']}
      flush
      actions={<span class={cx(styles['count'])}>{rows.length}</span>}
    >
      <ul ref={list} tabIndex={-1} class={cx(styles['list'])}>
        {rows.map((row) => (
          <Missed key={row.ticket} row={row} />
        ))}
        {rows.length === 0 && <li class={cx(styles['none'])}>{t.staff.noMissed}</li>}
      </ul>
    </Panel>
  );
}

function Missed({ row }: { readonly row: TicketRow }): JSX.Element {
  const { view, live, run, runner } = useDesk();
  const { t, pick, format } = useI18n();
  const { ticket, number, validUntilAt } = row;
  const lane = laneOf(view.value?.profile ?? null, row.lane);
  const running = runner.pending.value;
  const pending = running?.type === 'return' && running.ticket === ticket;
  return (
    <li class={cx(styles['row'])}>
      <TicketNumber number={number} size="s" />
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
      <span class={cx(styles['until'])}>
        {validUntilAt !== null && t.staff.validUntil(format.time(validUntilAt))}
      </span>
      <Button
        size="s"
        pending={pending}
        disabled={!live.value}
        id={`return-${ticket}`}
        onClick={() => run({ type: 'return', ticket, number })}
      >
        {t.staff.returnTicket}
      </Button>
    </li>
  );
}
