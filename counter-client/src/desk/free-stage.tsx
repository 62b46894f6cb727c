/** The counter is free: how many wait, who is expected next, or a quiet word that nobody does. */

import type { TicketRow } from '@tingxu/contract/views';
import { Icon } from '@tingxu/ui/icon';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { StatusPill } from '@tingxu/ui/status-pill';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { laneOf, serviceOf } from '../waiting/waiting-list.ts';
import { useDesk } from './desk-context.tsx';
import styles from './stage.module.css';
import { whyText } from './why-text.ts';

export function FreeStage(): JSX.Element {
  const { waiting, arrival } = useDesk();
  const { t } = useI18n();
  const { own } = waiting.value;
  const next = own[0];
  return (
    <div class={cx(styles['message'])}>
      <div class={cx(styles['state'])}>
        <StatusPill tone="ok">{t.counter.noCurrent}</StatusPill>
        <span class={cx(styles['since'])} role="status">
          {arrival.value ? t.counter.arrived(arrival.value.number) : ''}
        </span>
      </div>
      <p class={cx(styles['headline'])}>{t.counter.noCurrentHint(own.length)}</p>
      {next ? (
        <Next ticket={next} arrived={arrival.value !== null} />
      ) : (
        <p class={cx(styles['since'])}>{t.counter.emptyHint}</p>
      )}
    </div>
  );
}

function Next(props: { readonly ticket: TicketRow; readonly arrived: boolean }): JSX.Element {
  const { ticket, arrived } = props;
  const { view, now, why } = useDesk();
  const i18n = useI18n();
  const { t, pick, format } = i18n;
  const profile = view.value?.profile ?? null;
  const lane = laneOf(profile, ticket.lane);
  const service = serviceOf(profile, ticket.service);
  return (
    <div class={cx(styles['next'])}>
      <span class={cx(styles['next-word'])}>
        {arrived && <Icon name="bell" />}
        <span>{t.counter.expectedNext}</span>
      </span>
      <TicketNumber number={ticket.number} size="l" />
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
      {service && <span>{pick(service.name)}</span>}
      <span class={cx(styles['since'])}>
        {`${ticket.leg > 0 ? t.counter.waitedVisit : t.counter.waited} ${format.elapsed(waitedMs(ticket, now.value))}`}
      </span>
      {why.value && view.value && (
        <span class={cx(styles['why'])} data-testid="why-next">
          {whyText(why.value, view.value, i18n)}
        </span>
      )}
    </div>
  );
}
