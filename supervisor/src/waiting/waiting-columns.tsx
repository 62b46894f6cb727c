/** The columns of the waiting list; a phone and a wall show fewer. */

import type { TicketRow } from '@tingxu/contract/views';
import { NumberLink } from '@tingxu/trail/number-link';
import { Button } from '@tingxu/ui/button';
import type { Column } from '@tingxu/ui/data-table';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { isNearCap, isProtected } from '@tingxu/ui/lib/pass-over';
import { laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { waitTold } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { StatusPill } from '@tingxu/ui/status-pill';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import { WaitMeter } from '@tingxu/ui/wait-meter';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './waiting-panel.module.css';

type Columns = readonly Column<TicketRow>[];
type RowProps = { readonly row: TicketRow };

export function useWaitingColumns(): Columns {
  const { phone, settings } = useMonitor();
  const { t } = useI18n();
  const { column } = t.staff;
  const what: Column<TicketRow> = {
    key: 'what',
    head: column.service,
    cell: (row) => <Service row={row} withLane />,
  };
  const passed: Column<TicketRow> = {
    key: 'passed',
    head: t.supervisor.passed,
    width: settings.wall ? '4.6rem' : '5.4rem',
    cell: (row) => <Passed row={row} />,
  };
  const number: Column<TicketRow> = {
    key: 'number',
    head: column.number,
    rowHead: true,
    width: phone.value ? '4.8rem' : '6rem',
    cell: (row) => (
      <NumberLink ticket={row.ticket} number={row.number} id={`trail-${row.ticket}`} />
    ),
  };
  const waited: Column<TicketRow> = {
    key: 'waited',
    head: column.waited,
    width: phone.value ? '6.6rem' : '11rem',
    cell: (row) => <Waited row={row} />,
  };
  const cancel: Column<TicketRow> = {
    key: 'cancel',
    head: <VisuallyHidden>{t.staff.cancelTicket.action}</VisuallyHidden>,
    width: phone.value ? '3.75rem' : '6rem',
    align: 'end',
    cell: (row) => (
      <span class={cx(styles['do'])}>
        {!phone.value && <RowKey row={row} kind="call" />}
        <RowKey row={row} kind="cancel" />
      </span>
    ),
  };
  if (phone.value) return [number, what, waited, cancel];
  if (settings.wall) return [number, what, passed, waited];
  return [
    number,
    { key: 'lane', head: column.lane, width: '7.4rem', cell: (row) => <Lane row={row} /> },
    { key: 'service', head: column.service, cell: (row) => <Service row={row} /> },
    passed,
    waited,
    cancel,
  ];
}

function Lane({
  row,
  compact = false,
}: RowProps & { readonly compact?: boolean }): JSX.Element | null {
  const { profile } = useMonitor();
  const { pick } = useI18n();
  const lane = laneOf(profile.value, row.lane);
  return lane ? <LaneTag lane={lane.id} label={pick(lane.name)} compact={compact} /> : null;
}

function Service({
  row,
  withLane = false,
}: RowProps & { readonly withLane?: boolean }): JSX.Element {
  const { profile } = useMonitor();
  const { t, pick } = useI18n();
  const service = serviceOf(profile.value, row.service);
  return (
    <span class={cx(styles['service'])}>
      <span class={cx(styles['what'])}>
        {withLane && <Lane row={row} compact />}
        <span>{service && pick(service.name)}</span>
      </span>
      {row.referral && (
        <span class={cx(styles['muted'])}>
          {t.staff.referred(t.staff.referralReason[row.referral])}
        </span>
      )}
      {row.returns > 0 && <span class={cx(styles['muted'])}>{t.staff.returned}</span>}
    </span>
  );
}

/** How often later tickets went first, against the cap that the customer was told. */
function Passed({ row }: RowProps): JSX.Element | null {
  const { t } = useI18n();
  const { passedOver, passOverCap } = row;
  if (passedOver === 0) return null;
  const shielded = isProtected(row);
  const figures = (
    <>
      <span aria-hidden="true">{`${passedOver}/${passOverCap}`}</span>
      <VisuallyHidden>
        {t.staff.passedOver(passedOver, passOverCap)}
        {shielded && ` ${t.staff.protectedTicket}`}
      </VisuallyHidden>
    </>
  );
  if (shielded) {
    return (
      <StatusPill tone="over" icon="shield">
        {figures}
      </StatusPill>
    );
  }
  return isNearCap(row) ? (
    <StatusPill tone="warn">{figures}</StatusPill>
  ) : (
    <span class={cx(styles['muted'])}>{figures}</span>
  );
}

function Waited({ row }: RowProps): JSX.Element {
  const { profile, now } = useMonitor();
  const { t, format } = useI18n();
  const targetMs = laneOf(profile.value, row.lane)?.promise.targetMs ?? 1;
  const waited = waitedMs(row, now.value);
  return (
    <WaitMeter
      waitedMs={waited}
      targetMs={targetMs}
      text={row.leg > 0 ? t.staff.wholeVisit(format.elapsed(waited)) : format.elapsed(waited)}
      toneText={waitTold(waited, targetMs, t.staff.wait)}
    />
  );
}

/** What a manager does with a waiting ticket: has it called (CTR-6), or ends it. */
function RowKey({ row, kind }: RowProps & { readonly kind: 'call' | 'cancel' }): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const { ticket, number } = row;
  const words = kind === 'call' ? t.manager.action.call : t.staff.cancelTicket.action;
  return (
    <Button
      size="s"
      variant="quiet"
      icon={kind === 'call' ? 'bell' : 'cross'}
      class={styles['cancel']}
      id={`${kind}-${ticket}`}
      title={words}
      aria-label={`${words} ${number}`}
      onClick={() => actions.open({ kind, ticket: { ticket, number } })}
    />
  );
}
