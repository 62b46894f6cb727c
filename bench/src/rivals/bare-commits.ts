/**
 * The other yardstick: one event-sized row per transaction with synchronous=FULL, as fast as the disk
 * lets it, in a process of its own. `{type:'commit', seconds}` → `{type:'committed', …}`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { percentilesOf } from '../report/percentiles.ts';

const Commit = z.object({ type: z.literal('commit'), seconds: z.number() });

/** About as long as an event with its hashes. */
const ROW = 'x'.repeat(500);

const folder = mkdtempSync(join(tmpdir(), 'tingxu-bench-commits-'));
const db = new Database(join(folder, 'rows.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL)');
// Only the first read shows what WAL really runs at.
db.prepare('SELECT count(*) FROM rows').get();
if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
const insert = db.prepare('INSERT INTO rows (data) VALUES (?)');

const commitFor = (seconds: number) => {
  const latencies: number[] = [];
  const untilMs = performance.now() + seconds * 1_000;
  for (let fromMs = performance.now(); fromMs < untilMs; ) {
    insert.run(ROW);
    const nowMs = performance.now();
    latencies.push(nowMs - fromMs);
    fromMs = nowMs;
  }
  return { perSecond: Math.round(latencies.length / seconds), latency: percentilesOf(latencies) };
};

const end = (): void => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

process.on('message', (message) => {
  const parsed = Commit.safeParse(message);
  if (parsed.success) process.send?.({ type: 'committed', ...commitFor(parsed.data.seconds) });
});
process.on('SIGTERM', end);
process.on('disconnect', end);
