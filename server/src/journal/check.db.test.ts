import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chanceOf } from '@tingxu/chance/chance';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyCommand } from '../runtime/testing/day-script.ts';
import {
  HALL,
  openingOf,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { hashOf } from './chain.ts';
import { checkJournal } from './check.ts';
import { openConnection } from './connection.ts';
import { hallFolder, journalFile } from './journal.ts';
import { rebuildProjections } from './rebuild.ts';
import { readEvents } from './rows.ts';

let place: ReturnType<typeof temporaryFolder>;
let folder: string;
let hall: TestHall;
beforeEach(() => {
  place = temporaryFolder();
  folder = hallFolder(place.folder, HALL);
  mkdirSync(folder, { recursive: true });
  hall = openTestHall(folder);
});
afterEach(async () => {
  await hall.runtime.stop();
  place.remove();
});

/** Two days with everything in them, by a seed. */
const liveTwoDays = async (seed: number, commands = 80): Promise<void> => {
  const random = chanceOf(seed).next;
  for (const day of ['2026-11-23', '2026-11-24']) {
    await hall.send(openingOf(day));
    for (let count = 0; count < commands; count += 1) {
      hall.clock.advanceTo(hall.clock.now() + Math.floor(random() * 40_000));
      await hall.send(anyCommand(hall.runtime.state(), random));
    }
    await hall.send({ type: 'CloseDay', remaining: 'end-remaining' });
    hall.clock.advanceTo(hall.clock.now() + 43_200_000);
  }
};

const tamper = (sql: string): void => {
  const db = new Database(journalFile(folder));
  for (const trigger of ['events_never_changed', 'events_never_removed', 'events_in_order']) {
    db.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
  }
  expect(db.prepare(sql).run().changes).toBe(1);
  db.close();
};
/** Writes another event in place of one, seals the chain anew and rebuilds what follows from it. */
const forge = (seq: number, change: (event: Record<string, unknown>) => object): void => {
  const db = openConnection(journalFile(folder), 'write');
  db.exec('DROP TRIGGER events_never_changed');
  const update = db.prepare('UPDATE events SET data = ?, prev_hash = ?, hash = ? WHERE seq = ?');
  const read = readEvents(db);
  let prevHash = read.link(seq - 1)?.hash ?? '';
  for (const row of read.after(seq - 1, 100_000)) {
    const data = row.seq === seq ? JSON.stringify(change(JSON.parse(row.data))) : row.data;
    const hash = hashOf({ ...row, data, prevHash });
    update.run(data, prevHash, hash, row.seq);
    prevHash = hash;
  }
  db.close();
  rebuildProjections(folder);
};
const checked = () => checkJournal(journalFile(folder));
const whole = { firstWrong: null, problems: [] };

describe('check', () => {
  it.each([2, 3, 4])('JRN-3 finds read tables equal to the fold, seed %i', async (seed) => {
    await liveTwoDays(seed, 250);
    const { head, digest, ...rest } = checked();
    expect(rest).toMatchObject({ ...whole, days: 2, hall: HALL });
    expect(head.seq).toBe(hall.runtime.head().seq);
    expect(head.seq).toBeGreaterThan(150);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('finds the first wrong seq of a chain that was changed anywhere', async () => {
    await liveTwoDays(4, 250);
    const { head } = checked();
    for (const [seq, sql] of [
      [head.seq, `UPDATE events SET at = at + 1 WHERE seq = ${head.seq}`],
      [150, "UPDATE events SET data = replace(data, '\"', ' \"') WHERE seq = 150"],
      [120, 'DELETE FROM events WHERE seq = 120'],
      [100, `UPDATE events SET business_day = '2026-11-24' WHERE seq = 100`],
      [50, `UPDATE events SET hash = '${'0'.repeat(64)}' WHERE seq = 50`],
      [1, `UPDATE events SET command_id = 'someone-else' WHERE seq = 1`],
    ] as const) {
      tamper(sql);
      expect(checked().firstWrong?.seq).toBe(seq);
    }
  });

  it.each([
    [
      'a ticket in another lane',
      `UPDATE tickets SET lane_id = lane_id || '-2' WHERE id = '20261123-0002'`,
      /^tickets .* is different$/,
    ],
    [
      'a leg entered earlier',
      `UPDATE legs SET entered_at = 1 WHERE ticket_id = '20261123-0002'`,
      /^legs .* is different$/,
    ],
    [
      'a call that counts or not',
      `UPDATE call_attempts SET counted = 1 - counted WHERE ticket_id || attempt =
        (SELECT max(ticket_id || attempt) FROM call_attempts)`,
      /^callAttempts .* is different$/,
    ],
    [
      'a session that is gone',
      'DELETE FROM counter_sessions WHERE opened_seq = (SELECT max(opened_seq) FROM counter_sessions)',
      /^counterSessions .* is missing$/,
    ],
    [
      'a ticket that nobody issued',
      `INSERT INTO tickets SELECT '20261123-9999', 'Z999', business_day, service_id, lane_id, state,
        counter_id, returns, issued_at, ahead, earlier, pass_over_cap, wait_low_ms, wait_high_ms,
        ended_at, end_reason FROM tickets WHERE id = '20261123-0002'`,
      /^tickets .* is not in the journal$/,
    ],
    [
      'a session of a day that never was',
      `INSERT INTO counter_sessions VALUES (9999, 'x', 'x', '2020-01-01', 1, 1)`,
      /^counterSessions holds/,
    ],
  ])(
    'JRN-3 finds what a hand changed in a read table, and a rebuild mends it: %s',
    async (_, sql, problem) => {
      await liveTwoDays(6);
      const before = checked();
      expect(before).toMatchObject(whole);
      tamper(sql);
      expect(checked().problems).toEqual([expect.stringMatching(problem)]);
      await hall.runtime.stop();
      rebuildProjections(folder);
      expect(checked()).toEqual(before);
    },
  );

  it('PROOF-1, INV-05 decides every call again and finds one that the rule does not make', async () => {
    await liveTwoDays(6, 250);
    await hall.runtime.stop();
    const { calls } = checked();
    expect(calls.decided).toBeGreaterThan(10);
    const db = new Database(journalFile(folder), { readonly: true });
    const seqs = db
      .prepare<[], number>("SELECT seq FROM events WHERE type = 'TicketCalled' ORDER BY seq")
      .pluck()
      .all();
    db.close();
    expect(calls).toEqual({ decided: seqs.length, wrong: [] });
    const seq = seqs[5] ?? 0;
    forge(seq, (event) => ({ ...event, score: Number(event['score']) + 1 }));
    const forged = checked();
    expect(forged.firstWrong).toBeNull();
    expect(forged.problems).toEqual([
      expect.stringMatching(`^seq ${seq}: .* score \\d+, by the rule`),
    ]);
  });

  it('INV-07 finds a key that was answered twice', async () => {
    await hall.send(openingOf('2026-11-23'), 'opening-key');
    tamper(`INSERT INTO commands (key, fingerprint, status, body, at)
            SELECT key, fingerprint, status, body, at FROM commands`);
    expect(checked().problems).toEqual(['the key opening-key was answered more than once']);
  });

  it('does not rebuild under a running server', () => {
    expect(() => rebuildProjections(folder)).toThrow('Another server');
  });

  it('says so on the command line, beside a running server, and by the exit code', async () => {
    await hall.send(openingOf('2026-11-23'));
    const program = fileURLToPath(new URL('../admin/journal-check.ts', import.meta.url));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    const good = run(place.folder);
    expect(good.stdout).toContain('✓ chain: 1 events');
    expect(good.stdout).toContain('✓ calls: 0 decided again by the rule, each the same');
    expect(good.stdout).toContain('✓ read tables: 1 days');
    expect(good.status).toBe(0);
    tamper(`UPDATE events SET command_id = 'someone-else' WHERE seq = 1`);
    const bad = run(place.folder);
    expect(bad.stdout).toContain('✗ chain: first wrong seq 1');
    expect(bad.status).toBe(1);
  });
});
