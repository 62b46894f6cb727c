/** Every counter with what it does now. Rules: CTR-3. */
import type { Instant } from '@tingxu/contract/ids';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { type CounterLine, counterLines } from '../model/counter-lines.ts';
import { packPages } from '../model/strip.ts';
import { textWidth } from '../model/text-width.ts';
import { TURN_MS } from '../model/turns.ts';
import { useLanguages } from '../texts.ts';
import styles from './counter-strip.module.css';

/** More counters than one page of any usual panel holds. */
const CROWD = 8;

/** Box around the label, gaps and margins of a cell. Units: em. */
const CELL_EXTRA = 1.7;

export function CounterStrip(): JSX.Element {
  const { place, room } = useRoom();
  const { counters, view, now } = useBoard();
  const { turn } = useLanguages();
  const { t, locale } = turn.value;
  const width = room ? room.width / room.text : 0;
  const lines = counterLines(counters.value, view.value, t).map((line) => fitted(line, width));
  const pages = stripPages(lines, width);
  // The heading says the least of it. Hidden it widens the place, so it does not come back by that.
  const crowded = lines.length > CROWD;
  const page = pages[pageOf(now.value, pages.length)] ?? [];
  return (
    <footer class={cx(styles['strip'])} lang={locale.value} data-testid="strip">
      <h2 class={cx(styles['heading'], crowded && styles['unseen'])}>{t.board.counters}</h2>
      <div class={cx(styles['place'])} ref={place}>
        <ul class={cx(styles['cells'])}>
          {page.map((line) => (
            <CounterCell key={line.counter} line={line} />
          ))}
        </ul>
      </div>
    </footer>
  );
}

/** The bell of a counter that calls. Units: em. */
const BELL = 1.05;

const widthOf = ({ label, words, number, state }: CounterLine): number =>
  textWidth(label) + textWidth(number ?? words) + (state === 'calling' ? BELL : 0) + CELL_EXTRA;

/** Where a panel is too narrow for it, the reason is left out. */
const fitted = (line: CounterLine, room: number): CounterLine =>
  room > 0 && widthOf(line) > room ? { ...line, words: line.short } : line;

/** Closed counters stand there while everything fits on one page. */
const stripPages = (
  lines: readonly CounterLine[],
  room: number,
): readonly (readonly CounterLine[])[] => {
  const all = packPages(lines, widthOf, room);
  if (all.length <= 1) return all;
  const open = lines.filter(({ state }) => state !== 'closed');
  return open.length > 0 ? packPages(open, widthOf, room) : all;
};

/** Two pages to a turn of the languages, so that both change at one instant. Units: ms. */
const PAGE_MS = TURN_MS / 2;
const pageOf = (now: Instant, pages: number): number => Math.floor(now / PAGE_MS) % pages;

function CounterCell({ line }: { readonly line: CounterLine }): JSX.Element {
  const { counter, label, state, number, words } = line;
  return (
    <li
      class={cx(styles['cell'], number === null && styles['quiet'])}
      data-counter-row={counter}
      data-state={state}
    >
      <span class={cx(styles['label'])}>{label}</span>
      {number === null ? <span>{words}</span> : <TicketNumber number={number} />}
      {state === 'calling' && <Icon name="bell" label={words} />}
    </li>
  );
}
