/** Some counters with what each does now, in words: for the strip, the zone board and the LED strip. */
import type { CounterId, TicketNumber } from '@tingxu/contract/ids';
import type { BoardView, CounterState, PublicCounterRow } from '@tingxu/contract/views';
import type { BoardI18n } from '../texts.ts';
import type { Profiled } from './board-model.ts';

export type CounterLine = {
  readonly counter: CounterId;
  readonly label: string;
  readonly state: CounterState;
  readonly number: TicketNumber | null;
  /** What it does, or why it serves nobody. */
  readonly words: string;
  /** The same without the reason, where that is too long. */
  readonly short: string;
};

export const counterLines = (
  counters: readonly Profiled[],
  view: BoardView | null,
  t: BoardI18n['t'],
): readonly CounterLine[] =>
  counters.flatMap(({ id, label }): CounterLine[] => {
    const row = view?.counters[id];
    if (!row) return [];
    const { state, number } = row;
    const short = t.board.counterState[state];
    return [{ counter: id, label, state, number, words: wordsOf(row, t), short }];
  });

/** Why a counter serves nobody; its number says the rest. */
const wordsOf = ({ state, pauseReason }: PublicCounterRow, t: BoardI18n['t']): string =>
  state === 'paused' && pauseReason
    ? `${t.board.counterState.paused} · ${t.board.pauseReason[pauseReason]}`
    : t.board.counterState[state];
