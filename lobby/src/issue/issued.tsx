/** The number, as large as the phone can show it, to be held up to the customer. Source: H13, H14. */
import type { IssueReply } from '@tingxu/contract/rest';
import { Button } from '@tingxu/ui/button';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { Paper } from '../ticket/paper.tsx';
import styles from './issue-page.module.css';

export function Issued({ reply }: { readonly reply: IssueReply }): JSX.Element {
  const { profile, putAway, sheet, view } = useLobby();
  const { t, pick, format } = useI18n();
  const { ticket, ahead, worstPosition, wait } = reply;
  const lane = laneOf(profile.value, ticket.lane);
  const service = serviceOf(profile.value, ticket.service);
  const row = view.value?.tickets[ticket.id];
  const range = wait && { lowMs: wait.lowSeconds * 1_000, highMs: wait.highSeconds * 1_000 };
  return (
    <div class={cx(styles['issued'])} data-testid="issued">
      <div class={cx(styles['slip'])} data-theme="slip" role="status">
        <span>{t.lobby.issued}</span>
        <span class={cx(styles['hero'])}>
          <TicketNumber number={ticket.number} />
        </span>
        <span class={cx(styles['what'])}>
          {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
          <span>{service && pick(service.name)}</span>
        </span>
        {service?.documents && (
          <span>{t.common.bring(service.documents.map(pick).reduce(t.common.listed))}</span>
        )}
        {ticket.state === 'preparing' && <span>{t.staff.ticketState.preparing}</span>}
        <strong class={cx(styles['wait'])}>{format.wait(range)}</strong>
        <span class={cx(styles['note'])}>
          {t.lobby.ahead(ahead)}
          {worstPosition !== null && ` · ${t.lobby.worst(worstPosition)}`}
        </span>
      </div>
      <div class={cx(styles['reach'])}>
        {row && <Paper row={row} />}
        <Button size="l" block onClick={() => sheet.openTicket(ticket.id)}>
          {t.lobby.seeTicket}
        </Button>
        <Button size="l" block variant="primary" icon="ticket" data-testid="next" onClick={putAway}>
          {t.lobby.next}
        </Button>
      </div>
    </div>
  );
}
