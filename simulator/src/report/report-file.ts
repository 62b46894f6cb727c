/** All figures of a replay with what made them, for `--json`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PolicyKind } from '@tingxu/contract/config';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { Finding } from '../evidence/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import { AWAY_AFTER_MS, CLOSED_AFTER_MS } from '../record/presence.ts';
import type { RecordedDay } from '../record/recorded-day.ts';
import type { ReplayOptions } from '../replay/options.ts';
import type { LaneFigures } from './figures.ts';

export type PolicyReport = {
  readonly policy: PolicyKind;
  readonly commands: number;
  readonly seconds: number;
  readonly figures: readonly LaneFigures[];
  readonly findings: readonly Finding[];
};

/** Null outside a git checkout. */
const commit = (): string | null => {
  try {
    const cwd = import.meta.dirname;
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return null;
  }
};

const version = (): string => {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
};

export const replayReport = (replay: {
  readonly options: ReplayOptions;
  readonly day: RecordedDay;
  readonly scenario: Scenario;
  readonly recorded: readonly LaneFigures[];
  readonly reports: readonly PolicyReport[];
}): object => {
  const { options, day, scenario, recorded, reports } = replay;
  return {
    source: basename(options.file),
    date: day.date,
    seed: scenario.seed,
    noShow: scenario.noShow,
    boards: options.boards,
    commit: commit(),
    versions: { tingxu: version(), protocol: PROTOCOL_VERSION, node: process.version },
    model: { awayAfterMs: AWAY_AFTER_MS, closedAfterMs: CLOSED_AFTER_MS },
    customers: day.customers.length,
    counters: scenario.counters.length,
    dropped: day.dropped,
    recorded,
    policies: reports,
  };
};
