/** Brings one hall up: its journal, the demo's past where it is new, its runtime, its reader. */
import type { HallConfig } from '@tingxu/contract/config';
import type { HallId, Instant } from '@tingxu/contract/ids';
import type { KeptHall } from '../day/roll-over.ts';
import { seedDemo, seedStart } from '../demo/seed-demo.ts';
import {
  type DirectoryOptions,
  type DirectorySettings,
  openDirectory,
} from '../directory/directory.ts';
import { openKnownCustomers } from '../directory/known-customers.ts';
import type { HostedHall } from '../http/hosting.ts';
import { openConnection } from '../journal/connection.ts';
import { hallFolder, type Journal, openJournal } from '../journal/journal.ts';
import { openReadJournal } from '../journal/read-journal.ts';
import { type Clock, controlledClock } from '../runtime/clock.ts';
import { openHallRuntime } from '../runtime/hall-runtime.ts';
import type { Defect } from '../runtime/running-hall.ts';
import { hallChecks } from './hall-checks.ts';

export type HallToHost = {
  readonly config: HallConfig;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Plays the demo's past into a journal that has none, and opens each new day by itself. */
  readonly demo: boolean;
  readonly onDefect: (defect: Defect) => void;
  /** A bank's own customer directory. */
  readonly directory?: DirectorySettings | null;
  /** Told of what the hall goes on without. */
  readonly log: DirectoryOptions['log'];
  /** Told where the journal stands before anything runs on it; may refuse the start. */
  readonly onHead?: (head: { readonly hall: HallId; readonly headAt: Instant }) => void;
};

export type RunningHall = HostedHall & KeptHall & { readonly stop: () => Promise<void> };

const open = ({ config, dataFolder, clock }: HallToHost): Journal =>
  openJournal({
    folder: hallFolder(dataFolder, config.hall),
    hall: config.hall,
    now: clock.now(),
  });

/** The journal of the hall, with the demo's past in it where that was asked for. */
async function journalOf(hall: HallToHost): Promise<Journal> {
  const journal = open(hall);
  if (!hall.demo || journal.head().seq > 0) return journal;
  const now = hall.clock.now();
  const clock = controlledClock(seedStart(hall.config, now));
  const runtime = openHallRuntime({ journal, clock, onDefect: hall.onDefect });
  await seedDemo(runtime, hall.config, clock, now);
  await runtime.stop();
  return open(hall);
}

/** Rejects: as openJournal. */
export async function hostHall(hall: HallToHost): Promise<RunningHall> {
  const { config, clock, onDefect } = hall;
  const journal = await journalOf(hall);
  try {
    hall.onHead?.({ hall: config.hall, headAt: journal.head().at });
  } catch (error) {
    journal.close();
    throw error;
  }
  const runtime = openHallRuntime({ journal, clock, onDefect });
  const reader = openReadJournal(journal.file);
  const health = openConnection(journal.file, 'read');
  const directory = openDirectory({
    dataFolder: hall.dataFolder,
    hallFolder: hallFolder(hall.dataFolder, config.hall),
    settings: hall.directory ?? null,
    log: hall.log,
  });
  const customers = openKnownCustomers();
  runtime.onCommitted(({ after }) => customers.forgetEnded(after));
  return {
    config,
    runtime,
    journal: reader,
    directory,
    customers,
    opensItself: hall.demo,
    checks: hallChecks(runtime, health),
    stop: async () => {
      health.close();
      directory.close();
      reader.close();
      await runtime.stop();
    },
  };
}
