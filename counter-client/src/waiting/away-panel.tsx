/**
 * Customers who are not in line: set aside, filling in forms, missed. The own ones first, which is the
 * teller's personal list; any member of staff may bring any of them back.
 */
import { Button } from '@tingxu/ui/button';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { Panel } from '@tingxu/ui/panel';
import { StatusPill } from '@tingxu/ui/status-pill';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import { CAPS } from '../desk/key-caps.ts';
import { awayNote } from '../steps/aside-steps.ts';
import { useI18n } from '../texts.ts';
import { type Away, comingBack } from './away-list.ts';
import styles from './away-panel.module.css';

export function AwayPanel(): JSX.Element {
  const { away } = useDesk();
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  const rows = away.value;
  const mine = rows.filter(({ part }) => part === 'mine').length;
  return (
    <Panel
      title={t.desk.awayTitle}
      class={styles['panel']}
      flush
      actions={
        <span class={cx(styles['counts'])}>
          {mine > 0 && <span>{t.desk.awayCount(mine)}</span>}
          <span class={cx(styles['count'])}>{rows.length}</span>
          <Keycap>{CAPS.away.letter}</Keycap>
        </span>
      }
    >
      <ul ref={list} tabIndex={-1} class={cx(styles['list'])}>
        {rows.map((away) => (
          <AwayRow key={away.row.ticket} away={away} />
        ))}
        {rows.length === 0 && <li class={cx(styles['none'])}>{t.desk.awayNone}</li>}
      </ul>
    </Panel>
  );
}

function AwayRow({ away }: { readonly away: Away }): JSX.Element {
  const { view, live, run, runner } = useDesk();
  const i18n = useI18n();
  const { t } = i18n;
  const { row, part } = away;
  const { ticket, number } = row;
  const type = comingBack(row);
  const running = runner.pending.value;
  const pending = running?.type === type && running.ticket === ticket;
  return (
    <li class={cx(styles['row'])} data-away={row.state}>
      <TicketNumber number={number} size="s" />
      <StatusPill tone={part === 'mine' ? 'info' : 'quiet'}>
        {t.desk.awayState[row.aside?.cause ?? 'missed']}
      </StatusPill>
      <span class={cx(styles['note'])}>
        {part === 'mine' && <strong class={cx(styles['mine'])}>{t.desk.mine}</strong>}
        <span>{view.value && awayNote({ view: view.value }, away, i18n)}</span>
      </span>
      <Button
        size="s"
        pending={pending}
        disabled={!live.value}
        id={`${type}-${ticket}`}
        onClick={() => run({ type, ticket, number })}
      >
        {t.desk.comesBack[type]}
      </Button>
    </li>
  );
}
