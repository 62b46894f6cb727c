/** The panel of lanes, missed numbers, notices and tables: its pages in order. Pure. */
import type { LaneId, Text, TicketNumber } from '@tingxu/contract/ids';
import { type Notice, type NoticePlace, type Panel, standsAt } from '@tingxu/contract/notices';
import type { BoardView, LaneRow, MissedRow } from '@tingxu/contract/views';
import { wrapText } from './wrap-text.ts';

export type LaneLine = {
  readonly lane: LaneId;
  readonly name: Text;
  readonly now: LaneRow['now'];
  readonly waiting: number;
  readonly wait: LaneRow['wait'];
};

export type InfoPage =
  | { readonly kind: 'recent' }
  | { readonly kind: 'lanes'; readonly lanes: readonly LaneLine[] }
  | {
      readonly kind: 'missed';
      readonly numbers: readonly TicketNumber[];
      /** Of the missed numbers alone, from 1. */
      readonly page: number;
      readonly pages: number;
      /** Lines that the page may fill. */
      readonly room: number;
    }
  | {
      readonly kind: 'notice';
      readonly lines: readonly string[];
      /** Of this notice alone, from 1. */
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly TableRow[];
    };

export type TableRow = { readonly name: string; readonly values: readonly string[] };

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
  /** Of a line of text. Units: em. */
  readonly width: number;
  /** Whether the calls of before take turns with the lanes. */
  readonly recent?: boolean;
};

/** Notices and tables in the language of the turn. */
type Pick = (text: Notice['text']) => string;

/** Evenly: nobody waits a turn for the last word. */
const evenPages = (lines: readonly string[], rows: number): readonly (readonly string[])[] =>
  chunks(lines, Math.ceil(lines.length / Math.ceil(lines.length / rows)));

/** With its closing marks and what is between it and the next. A point inside a figure ends nothing. */
const SENTENCES = /.*?(?:[。！？；]+[）》」』]*|[.!?;]+(?=\s)|$)\s*/gsu;

/** A page more than needed, and whoever waits for what is theirs waits too long. */
const MORE_PAGES = 1;

/** Whole sentences, as many as a page holds; one that no page holds goes over pages of its own. */
const notePages = (text: string, room: InfoRoom): readonly (readonly string[])[] => {
  const pages: (readonly string[])[] = [];
  let open = '';
  for (const [sentence] of text.matchAll(SENTENCES)) {
    const lines = wrapText(open + sentence, room.width);
    if (open !== '' && lines.length > room.rows) {
      pages.push(...evenPages(wrapText(open, room.width), room.rows));
      open = '';
    }
    open += sentence;
  }
  pages.push(...evenPages(wrapText(open, room.width), room.rows));
  const even = evenPages(wrapText(text, room.width), room.rows);
  return pages.length > even.length + MORE_PAGES ? even : pages;
};

const noticePages = (notices: readonly Notice[], room: InfoRoom, pick: Pick): InfoPage[] =>
  notices.flatMap(({ text }) => {
    const parts = notePages(pick(text), room);
    return parts.map(
      (part, index): InfoPage => ({
        ...{ kind: 'notice', lines: part },
        ...{ page: index + 1, pages: parts.length },
      }),
    );
  });

const tablePages = (panels: readonly Panel[], room: InfoRoom, pick: Pick): InfoPage[] =>
  panels.flatMap(({ title, columns = [], rows }) =>
    chunks(rows, room.rows).map(
      (part): InfoPage => ({
        ...{ kind: 'table', title: pick(title), columns: columns.map(pick) },
        rows: part.map(({ name, values }) => ({ name: pick(name), values })),
      }),
    ),
  );

const onBoards = <T extends { readonly places?: readonly NoticePlace[] | undefined }>(
  rows: readonly T[] | undefined,
): readonly T[] => (rows ?? []).filter((row) => standsAt(row, 'board'));

/** So many pages of notices or tables, and whoever looks for a number sees it again. */
const MOST_TOLD = 2;

/** What a customer looks for stands again before notices and before tables: nobody waits long for it. */
export const infoPages = (view: BoardView, room: InfoRoom, pick: Pick): readonly InfoPage[] => {
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
  const recent: readonly InfoPage[] = room.recent ? [{ kind: 'recent' }] : [];
  const notices = noticePages(onBoards(view.profile?.notices), room, pick);
  const tables = tablePages(onBoards(view.profile?.panels), room, pick);
  const told = [notices, tables].flatMap((pages) =>
    chunks(pages, MOST_TOLD).flatMap((more) => [...lanes, ...recent, ...more, ...missed]),
  );
  return told.length > 0 ? told : [...lanes, ...recent, ...missed];
};
