/** A ticket in a list: number, lane, service, and the one thing that matters in its state. */
import type { TicketRow } from '@tingxu/contract/views';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { Marks } from './marks.tsx';
import { Standing } from './standing.tsx';
import styles from './ticket-card.module.css';

export type TicketCardProps = { readonly row: TicketRow };

export function TicketCard({ row }: TicketCardProps): JSX.Element {
  const { profile, sheet } = useLobby();
  const { pick } = useI18n();
  const lane = laneOf(profile.value, row.lane);
  const service = serviceOf(profile.value, row.service);
  return (
    <li>
      <button
        type="button"
        id={`open-${row.ticket}`}
        class={cx(styles['card'])}
        data-ticket={row.number}
        onClick={() => sheet.open(row)}
      >
        <TicketNumber number={row.number} size="m" />
        <span class={cx(styles['about'])}>
          <span class={cx(styles['what'])}>
            {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
            <span class={cx(styles['service'])}>{service && pick(service.name)}</span>
          </span>
          <Standing row={row} />
          <Marks row={row} />
        </span>
      </button>
    </li>
  );
}
