/**
 * `npm run measure:explanation -- [--days N] [--per-day N]`: how long the answer to "why was this
 * ticket called then" takes on a long journal. Source: product.md H44; docs/SPEC.md PROOF-2.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HallId, TicketRef } from '@tingxu/contract/ids';
import { explainTicket } from '@tingxu/hall/explain';
import { compareTickets } from '@tingxu/hall/explain-order';
import { hallFolder, journalFile } from '@tingxu/server/journal/journal';
import { openReadJournal } from '@tingxu/server/journal/read-journal';
import { type LongJournal, writeLongJournal } from './long-journal.ts';

const PROGRAM = join(
  import.meta.dirname,
  '..',
  '..',
  'server',
  'src',
  'admin',
  'journal-explain.ts',
);
const ROUNDS = 15;

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '300' },
    'per-day': { type: 'string', default: '350' },
  },
});

/** The middle of so many runs, and the slowest. Units: ms. */
const timed = (work: () => unknown): string => {
  const took = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    if (!work()) throw new Error('nothing was found');
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return `${took[Math.floor(ROUNDS / 2)]?.toFixed(0)} ms, slowest ${took.at(-1)?.toFixed(0)} ms`;
};

const measure = (data: string, { config, lastDay }: LongJournal, perDay: number): void => {
  const { hall } = config;
  const journal = openReadJournal(journalFile(hallFolder(data, hall)));
  const id = (ordinal: number) =>
    TicketRef.parse(`${lastDay.replaceAll('-', '')}-${String(ordinal).padStart(4, '0')}`);
  const [early, late] = [id(Math.min(5, perDay)), id(perDay - 1)];
  const entries = () => journal.dayEntries(lastDay);
  console.log(`a ticket of the morning   ${timed(() => explainTicket(hall, entries(), early))}`);
  console.log(`a ticket of the evening   ${timed(() => explainTicket(hall, entries(), late))}`);
  const pair = [id(perDay - 2), late] as const;
  console.log(`two tickets of the evening ${timed(() => compareTickets(hall, entries(), pair))}`);
  journal.close();
  const run = () =>
    spawnSync(process.execPath, [PROGRAM, '--data', data, '--hall', hall, late], {
      encoding: 'utf8',
    }).stdout.length;
  console.log(`journal:explain, a process ${timed(run)}`);
};

const data = mkdtempSync(join(tmpdir(), 'tingxu-long-'));
try {
  const [days, perDay] = [Number(values.days), Number(values['per-day'])];
  const written = writeLongJournal(hallFolder(data, HallId.parse('demo')), {
    ...{ days, perDay },
  });
  const file = journalFile(hallFolder(data, written.config.hall));
  const megabytes = (statSync(file).size / 2 ** 20).toFixed(0);
  console.log(`${written.tickets} tickets, ${written.events} events, ${megabytes} MB`);
  measure(data, written, perDay);
} finally {
  rmSync(data, { recursive: true, force: true });
}
