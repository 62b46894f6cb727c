/** What readiness looks at: each hall's journal and the disk below it. Source: OPS-03, DS-01. */
import { closeSync, fsyncSync, openSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthCheck } from '../http/hosting.ts';
import { assertDurable, type Connection } from '../journal/connection.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';

/** Free space below which no ticket is promised. Units: bytes. */
const LEAST_FREE = 64 * 1024 * 1024;
/** A probe is not repeated sooner, however often readiness is asked. Units: ms. */
const PROBE_EVERY_MS = 2_000;

const attempt = (name: string, run: () => string): HealthCheck => {
  try {
    return { name, ok: true, detail: run() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

const countMigrations = (connection: Connection): number =>
  Number(connection.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get());

/** `connection` is a reader of the hall's journal that serves nothing but these checks. */
export const hallChecks =
  (runtime: HallRuntime, connection: Connection) => (): readonly HealthCheck[] => {
    const status = runtime.status();
    const failed = runtime.commitsFailed();
    return [
      { name: `hall ${runtime.hall}`, ok: status === 'running', detail: status },
      {
        name: `commits ${runtime.hall}`,
        ok: failed === 0,
        detail: failed === 0 ? 'the last one succeeded' : `${failed} failed, none since`,
      },
      attempt(`journal ${runtime.hall}`, () => {
        assertDurable(connection);
        return `synchronous=FULL, seq ${runtime.head().seq}`;
      }),
      attempt(`schema ${runtime.hall}`, () => `${countMigrations(connection)} migrations`),
    ];
  };

const writeProbe = (folder: string): void => {
  const handle = openSync(join(folder, 'write-probe'), 'w');
  try {
    writeSync(handle, '1');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes and syncs a byte in the data folder, and looks for free space. */
export function diskChecks(folder: string): () => readonly HealthCheck[] {
  let probedAt = Number.NEGATIVE_INFINITY;
  let last: readonly HealthCheck[] = [];
  return () => {
    if (performance.now() - probedAt < PROBE_EVERY_MS) return last;
    const space = attempt('disk space', () => {
      const { bavail, bsize } = statfsSync(folder);
      const freeMiB = Math.floor((bavail * bsize) / 1024 / 1024);
      if (bavail * bsize < LEAST_FREE) throw new Error(`${freeMiB} MiB free`);
      return `${freeMiB} MiB free`;
    });
    const startedAt = performance.now();
    const write = attempt('disk write', () => {
      writeProbe(folder);
      return `${Math.ceil(performance.now() - startedAt)} ms`;
    });
    probedAt = performance.now();
    last = [space, write];
    return last;
  };
}
