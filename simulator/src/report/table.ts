/** Figures as a table for a terminal. */
import type { LaneFigures, WaitFigures } from './figures.ts';

export type TableRow = { readonly source: string; readonly figures: readonly LaneFigures[] };

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)} %`;

const seconds = (value: number): string => String(Math.round(value)).padStart(3);

/** Mean, median and p90. */
const waits = (wait: WaitFigures | null): string =>
  wait ? [wait.mean, wait.median, wait.p90].map(seconds).join(' /') : '–';

type Column = {
  readonly head: readonly [string, string];
  readonly cell: (lane: LaneFigures, source: string) => string;
};

const COLUMNS: readonly Column[] = [
  { head: ['', 'lane'], cell: (lane) => lane.lane },
  { head: ['', 'source'], cell: (_lane, source) => source },
  { head: ['', 'customers'], cell: (lane) => String(lane.customers) },
  { head: ['', 'served'], cell: (lane) => String(lane.served) },
  {
    head: ['gave', 'up'],
    cell: (lane) => `${lane.gaveUp} ${percent(lane.gaveUpShare).padStart(7)}`,
  },
  { head: ['wait of the served', 'mean/median/p90 s'], cell: (lane) => waits(lane.waitOfServed) },
  { head: ['wait of everybody', 'mean/median/p90 s'], cell: (lane) => waits(lane.waitOfAll) },
  { head: ['most', 'passed'], cell: (lane) => String(lane.maxPassedOver) },
  { head: ['within', 'promise'], cell: (lane) => percent(lane.withinPromise) },
  { head: ['told wait', 'held'], cell: (lane) => percent(lane.estimates?.held) },
  { head: ['of who', 'waited'], cell: (lane) => percent(lane.estimates?.heldOfWaiting) },
];

/** The first two columns are words. */
const WORDS = 2;

const align = (cell: string, column: number, width: number): string =>
  column < WORDS ? cell.padEnd(width) : cell.padStart(width);

/** One block per lane, one line per source. */
export const figuresTable = (sources: readonly TableRow[]): string => {
  const lanes = sources[0]?.figures.length ?? 0;
  const blocks = Array.from({ length: lanes }, (_, index) =>
    sources.flatMap(({ source, figures }) => {
      const lane = figures[index];
      return lane ? [COLUMNS.map(({ cell }) => cell(lane, source))] : [];
    }),
  );
  const head = [0, 1].map((row) => COLUMNS.map((column) => column.head[row] ?? ''));
  const widths = COLUMNS.map((_, column) =>
    Math.max(...[...head, ...blocks.flat()].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => align(cell, column, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [...head, ...blocks.flatMap((block) => [null, ...block])]
    .map((row) => (row ? line(row) : rule))
    .join('\n');
};
