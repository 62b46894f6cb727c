/** How a ticket stands: the wait against its promise, or until when it may come back. */

import type { TicketRow } from '@tingxu/contract/views';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, laneOf } from '@tingxu/ui/lib/profile';
import { waitTold } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { StateDot } from '@tingxu/ui/state-dot';
import { WaitMeter } from '@tingxu/ui/wait-meter';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './ticket-card.module.css';

type Props = { readonly row: TicketRow };

export function Standing({ row }: Props): JSX.Element {
  return row.state === 'waiting' ? <Wait row={row} /> : <State row={row} />;
}

function Wait({ row }: Props): JSX.Element {
  const { profile, now } = useLobby();
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

function State({ row }: Props): JSX.Element {
  const { profile, now } = useLobby();
  const { t, format } = useI18n();
  const { state, validUntilAt, counter } = row;
  const at = counter === null ? '' : t.common.counter(counterLabel(profile.value, counter));
  const limit =
    validUntilAt === null
      ? ''
      : validUntilAt <= now.value
        ? t.manager.limitOver
        : t.manager.limit(format.time(validUntilAt));
  const where = state === 'called' || state === 'serving' ? at : limit;
  return (
    <span>
      <StateDot tone={state === 'missed' ? 'warn' : 'info'}>{t.staff.ticketState[state]}</StateDot>{' '}
      <span class={cx(styles['muted'])}>{where}</span>
    </span>
  );
}
