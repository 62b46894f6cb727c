/** The columns of the waiting list. */

import type { TicketRow } from '@tingxu/contract/views';
import { tellerEnds } from '@tingxu/feed-client/walk-out';
import { Button } from '@tingxu/ui/button';
import type { Column } from '@tingxu/ui/data-table';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { isNearCap, isProtected } from '@tingxu/ui/lib/pass-over';
import { waitTold } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { StatusPill } from '@tingxu/ui/status-pill';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import { WaitMeter } from '@tingxu/ui/wait-meter';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import { ticketNotes } from './ticket-notes.ts';
import { laneOf, serviceOf } from './waiting-list.ts';
import styles from './waiting-panel.module.css';

type Columns = readonly Column<TicketRow>[];

export function useWaitingColumns(): { readonly own: Columns; readonly others: Columns } {
  const { t } = useI18n();
  const { column } = t.staff;
  const tail: Columns = [
    { key: 'lane', head: column.lane, width: '7.2rem', cell: (row) => <Lane row={row} /> },
    { key: 'service', head: column.service, cell: (row) => <Service row={row} /> },
    { key: 'passed', head: t.counter.passed, width: '4.6rem', cell: (row) => <Passed row={row} /> },
    { key: 'waited', head: column.waited, width: '7.4rem', cell: (row) => <Waited row={row} /> },
    {
      key: 'cancel',
      head: <VisuallyHidden>{t.staff.cancelTicket.action}</VisuallyHidden>,
      width: '2.8rem',
      align: 'end',
      cell: (row) => <Cancel row={row} />,
    },
  ];
  const number = (tone: 'strong' | 'muted'): Column<TicketRow> => ({
    key: 'number',
    head: column.number,
    rowHead: true,
    width: '5.8rem',
    cell: (row) => <TicketNumber number={row.number} size="s" tone={tone} />,
  });
  return { own: [number('strong'), ...tail], others: [number('muted'), ...tail] };
}

type RowProps = { readonly row: TicketRow };

function Lane({ row }: RowProps): JSX.Element | null {
  const { view } = useDesk();
  const { pick } = useI18n();
  const lane = laneOf(view.value?.profile ?? null, row.lane);
  return lane ? <LaneTag lane={lane.id} label={pick(lane.name)} /> : null;
}

function Service({ row }: RowProps): JSX.Element {
  const { view } = useDesk();
  const i18n = useI18n();
  const { pick } = i18n;
  const notes = view.value ? ticketNotes(view.value, row, i18n) : [];
  const service = serviceOf(view.value?.profile ?? null, row.service);
  return (
    <span class={cx(styles['service'])}>
      <span>{service && pick(service.name)}</span>
      {notes.length > 0 && (
        <span class={cx(styles['muted'], styles['notes'])} title={notes.join(' · ')}>
          {notes.join(' · ')}
        </span>
      )}
    </span>
  );
}

/** How often later tickets went first, against the cap that the customer was told. */
function Passed({ row }: RowProps): JSX.Element | null {
  const { t } = useI18n();
  const { passedOver, passOverCap } = row;
  if (passedOver === 0) return null;
  const figures = `${passedOver}/${passOverCap}`;
  const spoken = <VisuallyHidden>{t.staff.passedOver(passedOver, passOverCap)}</VisuallyHidden>;
  if (isProtected(row)) {
    return (
      <StatusPill tone="over" icon="shield">
        <span aria-hidden="true">{figures}</span>
        {spoken}
        <VisuallyHidden>{t.staff.protectedTicket}</VisuallyHidden>
      </StatusPill>
    );
  }
  if (!isNearCap(row)) return <span class={cx(styles['figures'])}>{figures}</span>;
  return (
    <StatusPill tone="warn">
      <span aria-hidden="true">{figures}</span>
      {spoken}
    </StatusPill>
  );
}

function Waited({ row }: RowProps): JSX.Element {
  const { view, now } = useDesk();
  const { t, format } = useI18n();
  const targetMs = laneOf(view.value?.profile ?? null, row.lane)?.promise.targetMs ?? 1;
  const waited = waitedMs(row, now.value);
  return (
    <span class={cx(styles['waited'])}>
      <WaitMeter
        waitedMs={waited}
        targetMs={targetMs}
        text={row.leg > 0 ? t.staff.wholeVisit(format.elapsed(waited)) : format.elapsed(waited)}
        toneText={waitTold(waited, targetMs, t.staff.wait)}
      />
    </span>
  );
}

function Cancel({ row }: RowProps): JSX.Element | null {
  const { open, now } = useDesk();
  const { t } = useI18n();
  const { ticket, number } = row;
  if (tellerEnds(row, now.value).length === 0) return null;
  return (
    <Button
      size="s"
      variant="quiet"
      icon="cross"
      class={styles['cancel']}
      aria-label={`${t.staff.cancelTicket.action} ${number}`}
      id={`cancel-${ticket}`}
      onClick={() => open({ kind: 'cancel', ticket: { ticket, number } })}
    />
  );
}
