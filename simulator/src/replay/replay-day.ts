/** One day under one rule: a server of its own, the day played, everything seen written down. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import { type HttpHall, httpHall } from '../drive/http-hall.ts';
import { seedPeople } from '../drive/people.ts';
import { type Interlude, playDay } from '../drive/play-day.ts';
import { openScreens, type Screens } from '../drive/screens.ts';
import { checkJournal, type ServerProcess, startServer } from '../drive/server-process.ts';
import { type Evidence, readDetail, type TicketEvidence } from '../evidence/evidence.ts';
import type { Scenario } from '../model/scenario.ts';

export type ReplayedDay = {
  readonly evidence: Evidence;
  readonly commands: number;
  /** Units: seconds of real time, from the start of the server to the end of the checks' input. */
  readonly seconds: number;
};

export type ReplayRun = {
  readonly scenario: Scenario;
  readonly hall: HallConfig;
  readonly boards: number;
};

/** Comparisons of all screens, spread over the arrivals of the day; lines are cut in between. */
const COMPARISONS = 8;

const interludes = (scenario: Scenario, screens: Screens): readonly Interlude[] => {
  const { customers } = scenario;
  const at = (share: number): Instant =>
    customers[Math.floor((customers.length - 1) * share)]?.arrivesAt ?? scenario.startsAt;
  return Array.from({ length: COMPARISONS }, (_, index): Interlude[] => [
    { at: at((index + 0.5) / COMPARISONS), run: async () => screens.cutOrMend() },
    { at: at((index + 1) / COMPARISONS), run: (now) => screens.compare(now) },
  ]).flat();
};

/** Requests at a time when the day is read back. */
const READERS = 8;

const readTickets = async (
  client: HttpHall,
  tickets: readonly TicketId[],
): Promise<readonly TicketEvidence[]> => {
  const read: TicketEvidence[] = [];
  const rest = tickets[Symbol.iterator]();
  const reader = async (): Promise<void> => {
    for (const ticket of rest) {
      const detail = await client.detail(ticket);
      if (detail) read.push(readDetail(detail));
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return read;
};

type Played = Omit<Evidence, 'hall' | 'journal'>;

const playOn = async (
  server: ServerProcess,
  client: HttpHall,
  { scenario, hall, boards }: ReplayRun,
): Promise<Played> => {
  await client.openDay();
  const screens = await openScreens(server.url, hall.hall, boards);
  try {
    let totals: readonly TotalsRow[] = [];
    const { log, closedAt } = await playDay(scenario, hall, client, {
      interludes: interludes(scenario, screens),
      beforeClosing: async (at) => {
        totals = Object.values((await screens.supervisor()).totals);
        await screens.compare(at);
      },
    });
    await screens.compare(closedAt);
    const issued = log.flatMap((one) => (one.type === 'issued' ? [one.ticket] : []));
    const tickets = await readTickets(client, issued);
    return { log, tickets, totals, resent: client.resent(), ...screens.evidence() };
  } finally {
    await screens.close();
  }
};

const writeConfig = (folder: string, hall: HallConfig): string => {
  const file = join(folder, 'tingxu.yaml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ halls: [hall] }, null, 2));
  return file;
};

/** Leaves nothing behind when all goes well; the data folder stays for inspection when it does not. */
export const replayDay = async (run: ReplayRun): Promise<ReplayedDay> => {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-replay-'));
  const dataFolder = join(folder, 'data');
  const configFile = writeConfig(folder, run.hall);
  seedPeople(dataFolder, run.hall);
  const server = await startServer({ dataFolder, configFile, startsAt: run.scenario.startsAt });
  const client = httpHall({
    origin: server.url,
    hall: run.hall,
    keyPrefix: `replay-${run.scenario.seed}`,
    advance: server.advance,
  });
  try {
    const played = await playOn(server, client, run);
    client.close();
    await server.stop();
    const journal = await checkJournal(dataFolder);
    if (journal.passed) rmSync(folder, { recursive: true, force: true });
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    return { evidence: { ...played, hall: run.hall, journal }, commands: client.sent(), seconds };
  } catch (error) {
    client.close();
    server.kill();
    console.error(`The data of the broken replay is in ${folder}`);
    throw error;
  }
};
