/** The panel of lanes and missed numbers: its pages in order. Pure. */
import type { LaneId, Text, TicketNumber } from '@tingxu/contract/ids';
import type { BoardView, LaneRow, MissedRow } from '@tingxu/contract/views';

export type LaneLine = {
  readonly lane: LaneId;
  readonly name: Text;
  readonly now: LaneRow['now'];
  readonly waiting: number;
  readonly wait: LaneRow['wait'];
};

export type InfoPage =
  | { readonly kind: 'lanes'; readonly lanes: readonly LaneLine[] }
  | {
      readonly kind: 'missed';
      readonly numbers: readonly TicketNumber[];
      /** Of the missed numbers alone, from 1. */
      readonly page: number;
      readonly pages: number;
      /** Lines that the page may fill. */
      readonly room: number;
    };

/** In the order of the configuration. */
export const laneLines = ({ profile, lanes }: BoardView): readonly LaneLine[] =>
  (profile?.lanes ?? []).map(({ id, name }) => {
    const row = lanes[id];
    return {
      ...{ lane: id, name },
      now: row?.now ?? null,
      waiting: row?.waiting ?? 0,
      wait: row?.wait ?? null,
    };
  });

/** Newest first: whoever was just missed looks for the number now. */
export const missedNumbers = ({ missed }: BoardView): readonly TicketNumber[] =>
  Object.values<MissedRow>(missed)
    .sort((a, b) => b.missedAt - a.missedAt || (a.number < b.number ? -1 : 1))
    .map(({ number }) => number);

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / Math.max(1, size)) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

export type InfoRoom = {
  /** Lines per page. */
  readonly rows: number;
  /** Missed numbers per line. */
  readonly perLine: number;
};

export const infoPages = (view: BoardView, room: InfoRoom): readonly InfoPage[] => {
  if (room.rows < 1) return [];
  const lanes = chunks(laneLines(view), room.rows).map(
    (part): InfoPage => ({ kind: 'lanes', lanes: part }),
  );
  const parts = chunks(missedNumbers(view), room.rows * Math.max(1, room.perLine));
  const missed = parts.map(
    (numbers, index): InfoPage => ({
      ...{ kind: 'missed', numbers },
      ...{ page: index + 1, pages: parts.length, room: room.rows },
    }),
  );
  return [...lanes, ...missed];
};
