/**
 * Kills the real server at random instants under a full hall's load, starts it again on the same
 * folder, and asks: was anything acknowledged lost, any number given twice, any answer different?
 * A control runs the same hall unsynced, loses the tail of its WAL, and must be found guilty.
 *
 * `npm run kill-test -- [--kills 200] [--json FILE]`. Source: DS-04.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { rigPeople } from '@tingxu/server/identity/testing/rig-people';
import { seedIdentity } from '@tingxu/server/identity/testing/seed-identity';
import { BIG_HALL } from './big-hall.ts';
import { acknowledged, type Ledger, openLedger } from './ledger.ts';
import { askAgain, openHall, settle, startLoad } from './load.ts';
import { loseTail } from './lose-tail.ts';
import { type RunningServer, type StartOptions, startServer } from './server-process.ts';
import { countEvents, type Finding, judge } from './verdict.ts';

/** A hall is killed this often; then the next one begins, so that a day stays as long as a real one. */
const KILLS_PER_HALL = 20;
/** Side by side: a start waits for its disk, and the load for its answers. */
const HALLS_AT_ONCE = 2;
/** Answered commands that are sent again after each start. */
const ASKED_AGAIN = 20;
const SHORTEST_MS = 20;
const LONGEST_MS = 160;
const WAL_KEPT = 0.5;
/** A round with fewer events proves nothing. */
const LEAST_EVENTS = 10;

/** One start, and the events of the day that it found. */
type Ready = { readonly events: number; readonly readyMs: number };

type Figures = {
  kills: number;
  acknowledged: number;
  unknown: number;
  events: number;
  readonly ready: Ready[];
  readonly findings: Finding[];
};

const noFigures = (): Figures => ({
  ...{ kills: 0, acknowledged: 0, unknown: 0, events: 0 },
  ...{ ready: [], findings: [] },
});

const addFigures = (sum: Figures, more: Figures): void => {
  sum.kills += more.kills;
  sum.acknowledged += more.acknowledged;
  sum.unknown += more.unknown;
  sum.events += more.events;
  sum.ready.push(...more.ready);
  sum.findings.push(...more.findings);
};

const newHall = (): { options: StartOptions; journal: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-kill-'));
  const configFile = join(folder, 'tingxu.yaml');
  writeFileSync(configFile, JSON.stringify({ halls: [BIG_HALL] }));
  const dataFolder = join(folder, 'data');
  seedIdentity(dataFolder, { kind: 'real', people: rigPeople() });
  const journal = join(dataFolder, 'halls', BIG_HALL.hall, 'journal.sqlite');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { options: { dataFolder, configFile }, journal, remove };
};

/** Load for a random while, then SIGKILL in the middle of it. */
const killUnderLoad = async (server: RunningServer, ledger: Ledger): Promise<void> => {
  const load = await startLoad(server.url, ledger);
  await pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
  await server.kill();
  await load.end();
};

/** After a start: what became of the unknown, and are old answers still the same? */
const question = async (server: RunningServer, ledger: Ledger, figures: Figures) => {
  const answered = acknowledged(ledger).slice(-ASKED_AGAIN);
  const settled = await settle(server.url, ledger);
  figures.unknown += settled;
  const other = await askAgain(server.url, answered);
  for (const { path, key } of other) {
    figures.findings.push({
      what: 'INV-07 another answer for the same key',
      where: `${path} ${key}`,
    });
  }
};

const killOneHall = async (kills: number): Promise<Figures> => {
  const figures = noFigures();
  const { options, journal, remove } = newHall();
  const ledger = openLedger();
  let server = await startServer(options);
  await openHall(server.url, ledger);
  for (let kill = 0; kill < kills; kill += 1) {
    await killUnderLoad(server, ledger);
    server = await startServer(options);
    figures.kills += 1;
    figures.ready.push({ events: countEvents(journal), readyMs: server.readyMs });
    await question(server, ledger, figures);
  }
  await server.stop();
  const verdict = judge(ledger, journal);
  figures.events += verdict.events;
  figures.acknowledged += acknowledged(ledger).length;
  figures.findings.push(...verdict.findings);
  if (verdict.events < kills * LEAST_EVENTS) {
    figures.findings.push({
      what: 'The load did next to nothing',
      where: `${verdict.events} events`,
    });
  }
  if (figures.findings.length === 0) remove();
  else console.error(`The journal is kept: ${journal}`);
  return figures;
};

/** The same rig over an unsynced journal with a lost tail. Returns what the checker found. */
const control = async (): Promise<readonly Finding[]> => {
  const { options, journal, remove } = newHall();
  const ledger = openLedger();
  const preload = new URL('./synchronous-off.ts', import.meta.url);
  const server = await startServer({ ...options, preload });
  await openHall(server.url, ledger);
  await killUnderLoad(server, ledger);
  const lostFrames = loseTail(journal, WAL_KEPT);
  const again = await startServer(options);
  await again.stop();
  const { findings } = judge(ledger, journal);
  remove();
  console.log(`control: ${lostFrames} frames lost, ${findings.length} findings`);
  return findings;
};

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

/** Units: events of a day; a bank's own day has three thousand. */
const SIZES = [2_000, 5_000, 10_000, 20_000, Number.POSITIVE_INFINITY];

const told = (starts: readonly Ready[]) => {
  const readyMs = starts.map((start) => start.readyMs);
  return {
    starts: starts.length,
    p50: percentile(readyMs, 0.5),
    p99: percentile(readyMs, 0.99),
    max: percentile(readyMs, 1),
  };
};

/** Whether a start takes longer the longer the day is. */
const bySize = (ready: readonly Ready[]): readonly object[] =>
  SIZES.flatMap((below, index) => {
    const from = SIZES[index - 1] ?? 0;
    const starts = ready.filter(({ events }) => events >= from && events < below);
    return starts.length === 0 ? [] : [{ eventsFrom: from, ...told(starts) }];
  });

const report = (figures: Figures, controlFindings: readonly Finding[], json?: string): void => {
  const { findings, ready, ...counts } = figures;
  const summary = {
    ...counts,
    findings: findings.length,
    readyMs: told(ready),
    readyMsBySize: bySize(ready),
    control: controlFindings.length,
  };
  console.log(summary);
  for (const { what, where } of findings.slice(0, 20)) console.error(`${what}: ${where}`);
  if (json) writeFileSync(json, `${JSON.stringify(summary, null, 2)}\n`);
  const controlBites = controlFindings.some(({ what }) => what.startsWith('INV-01'));
  if (!controlBites) console.error('The control lost its tail and the checker saw nothing.');
  const failed = (findings.length > 0 ? 1 : 0) + (controlBites ? 0 : 1);
  if (failed > 0) process.exitCode = 1;
  console.log(JSON.stringify({ passed: 2 - failed, failed }));
};

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, json: { type: 'string' } },
});
const kills = Number(values.kills);
const figures = noFigures();
let planned = 0;
const killHalls = async (): Promise<void> => {
  while (planned < kills) {
    const share = Math.min(KILLS_PER_HALL, kills - planned);
    planned += share;
    addFigures(figures, await killOneHall(share));
    console.log(`${figures.kills} kills, ${figures.findings.length} findings`);
  }
};
await Promise.all(Array.from({ length: HALLS_AT_ONCE }, killHalls));
report(figures, await control(), values.json);
