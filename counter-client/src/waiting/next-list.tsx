/** The next few of this counter's customers, for a page that is too narrow for the tables. */

import type { TicketRow } from '@tingxu/contract/views';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { waitTone } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { Mark } from '@tingxu/ui/state-dot';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './next-list.module.css';
import { serviceName, ticketNotes } from './ticket-notes.ts';
import { laneOf } from './waiting-list.ts';

/** What the rest of the strip needs, a row, and the call for help. Units: px. */
const TAKEN = { strip: 624, column: 370 };
const ROW = 32;
const HELP = 56;

/** As many rows as the window has room for. */
const roomFor = (strip: boolean, help: boolean): number =>
  Math.max(
    0,
    Math.floor((innerHeight - TAKEN[strip ? 'strip' : 'column'] - (help ? HELP : 0)) / ROW),
  );

/** `strip`: below the keys of a narrow page, else beside them. */
export type NextListProps = { readonly strip: boolean };

export function NextList({ strip }: NextListProps): JSX.Element {
  const { waiting, view, station } = useDesk();
  const { t } = useI18n();
  const { own, others } = waiting.value;
  const help = view.value?.counters[station.counter]?.help !== undefined;
  const shown = own.slice(0, roomFor(strip, help));
  const rest = own.length - shown.length;
  return (
    <section class={cx(styles['next'])} aria-label={t.counter.waitingList}>
      <h2 class={cx(styles['title'])}>
        <span>{t.counter.canTake}</span>
        <strong>{own.length}</strong>
        <span class={cx(styles['rest'])}>
          {rest > 0 && shown.length > 0
            ? t.desk.more(rest)
            : t.counter.waitingCount(own.length + others.length)}
        </span>
      </h2>
      <ol class={cx(styles['list'])}>
        {shown.map((row) => (
          <NextRow key={row.ticket} row={row} />
        ))}
        {own.length === 0 && <li class={cx(styles['none'])}>{t.staff.nobodyWaiting}</li>}
      </ol>
    </section>
  );
}

function NextRow({ row }: { readonly row: TicketRow }): JSX.Element {
  const { view, now } = useDesk();
  const i18n = useI18n();
  const { pick, format } = i18n;
  const lane = laneOf(view.value?.profile ?? null, row.lane);
  const waited = waitedMs(row, now.value);
  const notes = view.value ? ticketNotes(view.value, row, i18n) : [];
  const service = view.value ? serviceName(view.value, row.service, i18n) : '';
  return (
    <li class={cx(styles['row'])}>
      <TicketNumber number={row.number} size="s" />
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} compact />}
      <span class={cx(styles['what'])}>{notes[0] ?? service}</span>
      <span class={cx(styles['waited'])}>
        <Mark tone={waitTone(waited, lane?.promise.targetMs ?? Number.POSITIVE_INFINITY)} />
        {row.leg > 0 ? i18n.t.staff.wholeVisit(format.elapsed(waited)) : format.elapsed(waited)}
      </span>
    </li>
  );
}
