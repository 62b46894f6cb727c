/** What makes a ticket stand out: missed calls, being passed over, going first, kept for somebody. */
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import { cx } from '@tingxu/ui/lib/cx';
import { isNearCap, isProtected } from '@tingxu/ui/lib/pass-over';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './ticket-card.module.css';

type Props = { readonly row: TicketRow };

export function Marks({ row }: Props): JSX.Element | null {
  const { t } = useI18n();
  const marks = [
    row.first && (
      <StatusPill key="first" tone="info">
        {t.lobby.first}
      </StatusPill>
    ),
    row.referral && (
      <StatusPill key="referral" tone="info">
        {t.staff.referred(t.staff.referralReason[row.referral])}
      </StatusPill>
    ),
    row.returns > 0 && (
      <StatusPill key="returns" tone="quiet">
        {t.lobby.missedAt(row.returns)}
      </StatusPill>
    ),
    row.passedOver > 0 && <Passed key="passed" row={row} />,
    row.only && <Kept key="kept" row={row} />,
  ].filter(Boolean);
  return marks.length === 0 ? null : <span class={cx(styles['marks'])}>{marks}</span>;
}

function Passed({ row }: Props): JSX.Element {
  const { t } = useI18n();
  const words = t.staff.passedOver(row.passedOver, row.passOverCap);
  if (isProtected(row)) {
    return (
      <StatusPill tone="over" icon="shield">
        {t.staff.protectedTicket} {words}
      </StatusPill>
    );
  }
  return <StatusPill tone={isNearCap(row) ? 'warn' : 'quiet'}>{words}</StatusPill>;
}

/** A ticket is kept for somebody only while they are there; then anybody may call it. Rules: LEG-7. */
const isThere = ({ counters }: SupervisorView, only: NonNullable<TicketRow['only']>): boolean =>
  'counter' in only
    ? (counters[only.counter]?.state ?? 'closed') !== 'closed'
    : Object.values(counters).some(({ staff }) => staff === only.staff);

function Kept({ row }: Props): JSX.Element | null {
  const { profile, view } = useLobby();
  const { t } = useI18n();
  if (!row.only || !view.value || !isThere(view.value, row.only)) return null;
  const words =
    'counter' in row.only
      ? t.manager.keptForCounter(counterLabel(profile.value, row.only.counter))
      : t.manager.keptForStaff(row.only.staff);
  return <StatusPill tone="quiet">{words}</StatusPill>;
}
