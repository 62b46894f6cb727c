/** What an intent picks out of the hall: mostly what fits, sometimes what does not exist. */
import { type HallCommand, PauseReason } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, inPhase, type Phase } from './book.ts';

export type Picked = {
  readonly book: Book;
  readonly pick: number;
  readonly other: number;
  readonly at: Instant;
};

export const nth = <T>(rows: readonly T[], index: number): T | undefined =>
  rows[index % rows.length];

/** A counter of the hall, seldom one that it does not have. */
export const anyCounter = ({ book, pick }: Picked): string =>
  pick > 250 ? 'nowhere' : (nth([...book.counters.keys()], pick) ?? '1');

export const counterIn = (picked: Picked, ...states: readonly string[]): string => {
  const rows = [...picked.book.counters].filter(([, { state }]) => states.includes(state));
  return picked.pick > 230
    ? anyCounter(picked)
    : (nth(rows, picked.pick)?.[0] ?? anyCounter(picked));
};

/** Any ticket of the day, ended ones included, or one that never was. */
export const anyTicket = ({ book, pick, other }: Picked): string => {
  const known = nth([...book.tickets.values()], pick + other);
  if (!known || pick % 16 === 0) return nth(['A000', 'B999', '20261121-9999'], other) ?? 'A000';
  return pick % 2 ? known.number : known.id;
};

export const ticketIn = (picked: Picked, ...phases: readonly Phase[]): BookTicket | undefined =>
  picked.pick % 13 === 0 ? undefined : nth(inPhase(picked.book, ...phases), picked.other);

export const onTicket = (
  type: HallCommand['type'],
  picked: Picked,
  ...phases: readonly Phase[]
) => {
  const ticket = ticketIn(picked, ...phases);
  const right = ticket?.counter ?? anyCounter(picked);
  return {
    type,
    ticket: ticket?.id ?? anyTicket(picked),
    counter: picked.pick % 17 === 0 ? anyCounter(picked) : right,
  };
};

export type Maker = (picked: Picked) => object;

/** Seldom the last one of the teller. Rules: CTR-11. */
export const wayOut = ({ pick, other }: Picked): object => ({
  ...(other % 32 === 3 && { afterwards: 'close' }),
  ...(other % 32 === 7 && { afterwards: { pause: nth(PauseReason.options, pick) } }),
});
