/** Every counter with what it does now. Rules: CTR-3. */
import type { Instant } from '@tingxu/contract/ids';
import type { PublicCounterRow } from '@tingxu/contract/views';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { packPages } from '../model/strip.ts';
import { textWidth } from '../model/text-width.ts';
import { TURN_MS } from '../model/turns.ts';
import { type BoardI18n, useLanguages } from '../texts.ts';
import styles from './counter-strip.module.css';

type Cell = { readonly label: string; readonly row: PublicCounterRow; readonly words: string };

/** Box around the label, gaps and margins of a cell. Units: em. */
const CELL_EXTRA = 1.7;

export function CounterStrip(): JSX.Element {
  const { place, room } = useRoom();
  const { profile, view, now } = useBoard();
  const { turn } = useLanguages();
  const { t, locale } = turn.value;
  const cells = (profile.value?.counters ?? []).flatMap(({ id, label }): Cell[] => {
    const row = view.value?.counters[id];
    return row ? [{ label, row, words: wordsOf(row, t) }] : [];
  });
  const pages = stripPages(cells, room ? room.width / room.text : 0);
  const page = pages[pageOf(now.value, pages.length)] ?? [];
  return (
    <footer class={cx(styles['strip'])} lang={locale.value} data-testid="strip">
      <h2 class={cx(styles['heading'])}>{t.board.counters}</h2>
      <div class={cx(styles['place'])} ref={place}>
        <ul class={cx(styles['cells'])}>
          {page.map((cell) => (
            <CounterCell key={cell.row.counter} cell={cell} />
          ))}
        </ul>
      </div>
    </footer>
  );
}

/** The bell of a counter that calls. Units: em. */
const BELL = 1.05;

const widthOf = ({ label, words, row }: Cell): number =>
  textWidth(label) +
  textWidth(row.number ?? words) +
  (row.state === 'calling' ? BELL : 0) +
  CELL_EXTRA;

/** Closed counters stand there while everything fits on one page. */
const stripPages = (cells: readonly Cell[], room: number): readonly (readonly Cell[])[] => {
  const all = packPages(cells, widthOf, room);
  if (all.length <= 1) return all;
  const open = cells.filter(({ row }) => row.state !== 'closed');
  return open.length > 0 ? packPages(open, widthOf, room) : all;
};

/** Two pages to a turn of the languages, so that both change at one instant. Units: ms. */
const PAGE_MS = TURN_MS / 2;
const pageOf = (now: Instant, pages: number): number => Math.floor(now / PAGE_MS) % pages;

/** Why a counter serves nobody; its number says the rest. */
const wordsOf = ({ state, pauseReason }: PublicCounterRow, t: BoardI18n['t']): string =>
  state === 'paused' && pauseReason
    ? `${t.board.counterState.paused} · ${t.board.pauseReason[pauseReason]}`
    : t.board.counterState[state];

function CounterCell({ cell: { label, row, words } }: { readonly cell: Cell }): JSX.Element {
  const busy = row.number !== null;
  return (
    <li
      class={cx(styles['cell'], !busy && styles['quiet'])}
      data-counter-row={row.counter}
      data-state={row.state}
    >
      <span class={cx(styles['label'])}>{label}</span>
      {row.number === null ? <span>{words}</span> : <TicketNumber number={row.number} />}
      {row.state === 'calling' && <Icon name="bell" label={words} />}
    </li>
  );
}
