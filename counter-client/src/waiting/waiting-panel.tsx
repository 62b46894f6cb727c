/** Who waits: this counter's customers in the expected order, then those of other counters. */

import type { TicketRow } from '@tingxu/contract/views';
import { DataTable } from '@tingxu/ui/data-table';
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { waitTone } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import { useWaitingColumns } from './waiting-columns.tsx';
import { laneOf } from './waiting-list.ts';
import styles from './waiting-panel.module.css';

export function WaitingPanel(): JSX.Element {
  const { waiting } = useDesk();
  const { t } = useI18n();
  const { own, others } = waiting.value;
  return (
    <Panel
      title={t.counter.waitingList}
      class={styles['panel']}
      flush
      actions={
        <span class={cx(styles['counts'])}>
          <span>
            {t.counter.canTake} <strong class={cx(styles['count'])}>{own.length}</strong>
          </span>
          <span class={cx(styles['muted'])}>
            {t.counter.waitingCount(own.length + others.length)}
          </span>
        </span>
      }
    >
      <Rows own={own} others={others} />
    </Panel>
  );
}

type RowsProps = { readonly own: readonly TicketRow[]; readonly others: readonly TicketRow[] };

function Rows({ own, others }: RowsProps): JSX.Element {
  const { view, now } = useDesk();
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list);
  const columns = useWaitingColumns();
  const profile = view.value?.profile ?? null;
  const rowTone = (row: TicketRow) => {
    const targetMs = laneOf(profile, row.lane)?.promise.targetMs ?? Number.POSITIVE_INFINITY;
    const tone = waitTone(waitedMs(row, now.value), targetMs);
    return tone === 'ok' ? undefined : tone;
  };
  const rowKey = (row: TicketRow): string => row.ticket;
  if (own.length + others.length === 0) {
    return (
      <div ref={list} tabIndex={-1} class={cx(styles['empty'])}>
        <EmptyState icon="people" title={t.staff.nobodyWaiting} />
      </div>
    );
  }
  return (
    <div ref={list} tabIndex={-1}>
      <DataTable
        caption={`${t.counter.canTake}: ${t.counter.orderHint}`}
        rows={own}
        empty={t.staff.nobodyWaiting}
        dense
        {...{ columns: columns.own, rowTone, rowKey }}
      />
      {others.length > 0 && (
        <div class={cx(styles['others'])}>
          <h3 class={cx(styles['divider'])}>{t.counter.otherCounters}</h3>
          <DataTable
            caption={t.counter.otherCounters}
            rows={others}
            dense
            {...{ columns: columns.others, rowKey }}
          />
        </div>
      )}
    </div>
  );
}
