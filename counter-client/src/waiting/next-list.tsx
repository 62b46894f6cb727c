/** The next few of this counter's customers, for a page that is too narrow for the tables. */
import type { TicketRow } from '@tingxu/contract/views';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { waitTone } from '@tingxu/ui/lib/tone';
import { Mark } from '@tingxu/ui/state-dot';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './next-list.module.css';
import { serviceName, ticketNotes } from './ticket-notes.ts';
import { laneOf } from './waiting-list.ts';

const SHOWN = 4;

export function NextList(): JSX.Element {
  const { waiting } = useDesk();
  const { t } = useI18n();
  const { own, others } = waiting.value;
  const rest = own.length + others.length - Math.min(SHOWN, own.length);
  return (
    <section class={cx(styles['next'])} aria-label={t.counter.waitingList}>
      <h2 class={cx(styles['title'])}>
        <span>{t.counter.canTake}</span>
        <strong>{own.length}</strong>
        <span class={cx(styles['rest'])}>{t.counter.waitingCount(own.length + others.length)}</span>
      </h2>
      <ol class={cx(styles['list'])}>
        {own.slice(0, SHOWN).map((row) => (
          <NextRow key={row.ticket} row={row} />
        ))}
        {own.length === 0 && <li class={cx(styles['none'])}>{t.staff.nobodyWaiting}</li>}
        {own.length > SHOWN && <li class={cx(styles['none'])}>{t.desk.more(rest)}</li>}
      </ol>
    </section>
  );
}

function NextRow({ row }: { readonly row: TicketRow }): JSX.Element {
  const { view, now } = useDesk();
  const i18n = useI18n();
  const { pick, format } = i18n;
  const lane = laneOf(view.value?.profile ?? null, row.lane);
  const waitedMs = now.value - row.waitFromAt;
  const notes = view.value ? ticketNotes(view.value, row, i18n) : [];
  const service = view.value ? serviceName(view.value, row.service, i18n) : '';
  return (
    <li class={cx(styles['row'])}>
      <TicketNumber number={row.number} size="s" />
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} compact />}
      <span class={cx(styles['what'])}>{notes[0] ?? service}</span>
      <span class={cx(styles['waited'])}>
        <Mark tone={waitTone(waitedMs, lane?.promise.targetMs ?? Number.POSITIVE_INFINITY)} />
        {format.elapsed(waitedMs)}
      </span>
    </li>
  );
}
