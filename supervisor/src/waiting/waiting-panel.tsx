/** Everybody who waits, the one in the greatest danger of a broken promise on top. */

import { type Signal, useSignal } from '@preact/signals';
import type { TicketRow } from '@tingxu/contract/views';
import { Button } from '@tingxu/ui/button';
import { DataTable } from '@tingxu/ui/data-table';
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { laneOf } from '@tingxu/ui/lib/profile';
import { waitTone } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { useWaitingColumns } from './waiting-columns.tsx';
import styles from './waiting-panel.module.css';

export function WaitingPanel(): JSX.Element {
  const { waiting, settings } = useMonitor();
  const { t } = useI18n();
  const cut = useSignal(0);
  return (
    <Panel
      title={
        <span>
          {t.supervisor.waitingTickets}{' '}
          <span class={cx(styles['count'])} data-testid="waiting-count">
            {waiting.value.length}
          </span>
        </span>
      }
      class={styles['panel']}
      flush
      actions={
        settings.wall ? (
          <span data-testid="cut">{t.manager.notShown(cut.value)}</span>
        ) : (
          <LaneFilter />
        )
      }
    >
      <Rows cut={cut} />
    </Panel>
  );
}

function LaneFilter(): JSX.Element {
  const { lane: shown, showLane, profile } = useMonitor();
  const { t, pick } = useI18n();
  return (
    <fieldset class={cx(styles['filter'])} aria-label={t.supervisor.lanes}>
      <Button
        size="s"
        variant={shown.value === null ? 'primary' : 'secondary'}
        aria-pressed={shown.value === null}
        onClick={() => showLane(null)}
      >
        {t.supervisor.filterAll}
      </Button>
      {(profile.value?.lanes ?? []).map((lane) => (
        <Button
          key={lane.id}
          size="s"
          variant={shown.value === lane.id ? 'primary' : 'secondary'}
          aria-pressed={shown.value === lane.id}
          onClick={() => showLane(lane.id)}
        >
          {pick(lane.name)}
        </Button>
      ))}
    </fieldset>
  );
}

/** `cut` is told how many have no room on a wall, where nobody scrolls. */
function Rows({ cut }: { readonly cut: Signal<number> }): JSX.Element {
  const { waiting, profile, now, settings } = useMonitor();
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list);
  // The page is drawn anew every second: no change of the room is missed for longer.
  useLayoutEffect(() => {
    if (settings.wall) cut.value = cutRows(list.current);
  });
  const columns = useWaitingColumns();
  const rowTone = (row: TicketRow) => {
    const targetMs = laneOf(profile.value, row.lane)?.promise.targetMs ?? Number.POSITIVE_INFINITY;
    const tone = waitTone(waitedMs(row, now.value), targetMs);
    return tone === 'ok' ? undefined : tone;
  };
  return (
    <div ref={list} tabIndex={-1} class={cx(styles['rows'])}>
      {waiting.value.length === 0 ? (
        <EmptyState icon="people" title={t.staff.nobodyWaiting} />
      ) : (
        <DataTable
          caption={`${t.supervisor.waitingTickets}: ${t.supervisor.sortByRisk}`}
          rows={waiting.value}
          rowKey={(row) => row.ticket}
          dense
          {...{ columns, rowTone }}
        />
      )}
    </div>
  );
}

const cutRows = (list: HTMLElement | null): number => {
  const end = (list?.getBoundingClientRect().bottom ?? 0) + 1;
  const rows = [...(list?.querySelectorAll('tbody tr') ?? [])];
  return rows.filter((row) => row.getBoundingClientRect().bottom > end).length;
};
