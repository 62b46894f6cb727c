import { chmodSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HALL,
  ISSUE,
  MORNING,
  openingOf,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { GENESIS, hashOf } from './chain.ts';
import { type Journal, journalFile, openJournal } from './journal.ts';
import { readEvents } from './rows.ts';
import type { EventRow } from './schema.ts';

let place: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
beforeEach(async () => {
  place = temporaryFolder();
  hall = openTestHall(place.folder);
  await hall.send(openingOf('2026-11-23'));
  for (let count = 0; count < 3; count += 1) await hall.send(ISSUE);
});
afterEach(async () => {
  await hall.runtime.stop();
  place.remove();
});

/** A connection that is not ours: what a person with a tool would use. */
const raw = <T>(body: (db: Database.Database) => T): T => {
  const db = new Database(journalFile(place.folder));
  try {
    return body(db);
  } finally {
    db.close();
  }
};
const insertRaw = (db: Database.Database, row: EventRow, verb = 'INSERT') =>
  db
    .prepare(`${verb} INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      row.seq,
      row.at,
      row.businessDay,
      row.type,
      row.ticketId,
      row.counterId,
      row.actorRole,
      row.actorStaff,
      row.commandId,
      row.data,
      row.prevHash,
      row.hash,
    );
const rows = () => raw((db) => readEvents(db).after(0, 100));

it('JRN-8 is its owner’s alone, with all that lies beside it, also one that an earlier version left open', async () => {
  const modes = () => [
    statSync(place.folder).mode & 0o777,
    ...['', '-wal', '-shm'].map(
      (end) => statSync(`${journalFile(place.folder)}${end}`).mode & 0o777,
    ),
  ];
  expect(modes()).toEqual([0o700, 0o600, 0o600, 0o600]);
  chmodSync(place.folder, 0o755);
  for (const end of ['', '-wal', '-shm']) chmodSync(`${journalFile(place.folder)}${end}`, 0o644);
  const journal = await reopened();
  expect(modes()).toEqual([0o700, 0o600, 0o600, 0o600]);
  journal.close();
});

const reopened = async (): Promise<Journal> => {
  await hall.runtime.stop();
  return openJournal({ folder: place.folder, hall: HALL, now: MORNING });
};

describe('journal', () => {
  it('JRN-2 numbers without a gap and chains every event to the one before', () => {
    const found = rows();
    expect(found.map((row) => row.seq)).toEqual([1, 2, 3, 4]);
    expect(found.map((row) => row.prevHash)).toEqual([
      GENESIS,
      ...found.slice(0, -1).map((row) => row.hash),
    ]);
    for (const { hash, ...content } of found) expect(hashOf(content)).toBe(hash);
  });

  it('JRN-2 refuses UPDATE and DELETE, whoever asks', () => {
    raw((db) => {
      expect(() => db.exec('UPDATE events SET at = at WHERE seq = 2')).toThrow('never changed');
      expect(() => db.exec('DELETE FROM events WHERE seq = 4')).toThrow('never removed');
      expect(() => db.exec('DELETE FROM events')).toThrow('never removed');
    });
    expect(rows()).toHaveLength(4);
  });

  it('JRN-2 refuses a gap, a repeated seq, a REPLACE and a row without seq', () => {
    const last = rows().at(-1)!;
    raw((db) => {
      const next = { ...last, seq: 5, prevHash: last.hash };
      expect(() => insertRaw(db, { ...next, seq: 6 })).toThrow('does not follow');
      expect(() => insertRaw(db, { ...next, seq: 4 })).toThrow('does not follow');
      expect(() => insertRaw(db, last, 'INSERT OR REPLACE')).toThrow('does not follow');
      expect(() => insertRaw(db, { ...next, seq: null as never })).toThrow('does not follow');
      // The control: the same row in its place is taken.
      insertRaw(db, next);
    });
    expect(rows()).toHaveLength(5);
  });

  it('JRN-2 refuses an event that follows another hash or lies before the last one', () => {
    const last = rows().at(-1)!;
    raw((db) => {
      const next = { ...last, seq: 5, prevHash: last.hash };
      expect(() => insertRaw(db, { ...next, prevHash: GENESIS })).toThrow('does not follow');
      expect(() => insertRaw(db, { ...next, at: last.at - 1 })).toThrow('does not follow');
    });
    expect(rows()).toHaveLength(4);
  });

  it('keeps its epoch over restarts, and another file has another', async () => {
    const { epoch } = hall.journal;
    const again = await reopened();
    expect(again.epoch).toBe(epoch);
    again.close();
    const elsewhere = temporaryFolder();
    const other = openJournal({ folder: elsewhere.folder, hall: HALL, now: MORNING });
    expect(other.epoch).not.toBe(epoch);
    other.close();
    elsewhere.remove();
  });

  it('refuses the journal of another hall, and lets go of the lock', async () => {
    await hall.runtime.stop();
    const other = 'other' as typeof HALL;
    expect(() => openJournal({ folder: place.folder, hall: other, now: MORNING })).toThrow(
      expect.objectContaining({ code: 'JournalForeign' }),
    );
    (await reopened()).close();
  });

  it('JRN-6 refuses a second writer while the first runs', () => {
    expect(() => openJournal({ folder: place.folder, hall: HALL, now: MORNING })).toThrow(
      expect.objectContaining({ code: 'JournalLocked' }),
    );
  });

  it('JRN-5 refuses to replay a day whose chain was broken, naming the seq', async () => {
    await hall.runtime.stop();
    raw((db) => {
      db.exec('DROP TRIGGER events_never_changed');
      db.exec(`UPDATE events SET actor_role = 'lobby' WHERE seq = 3`);
    });
    const again = await reopened();
    expect(() => again.replay()).toThrow(
      expect.objectContaining({
        code: 'JournalCorrupt',
        message: expect.stringContaining('seq 3'),
      }),
    );
    again.close();
  });

  it('JRN-5 replays from the last opening of a day on', async () => {
    await hall.send({ type: 'CloseDay', remaining: 'end-remaining' });
    hall.clock.advanceTo(MORNING + 86_400_000);
    await hall.send(openingOf('2026-11-24'));
    await hall.send(ISSUE);
    const again = await reopened();
    const entries = again.replay();
    expect(entries.map((entry) => entry.event.type)).toEqual(['DayOpened', 'TicketIssued']);
    expect(entries[0]?.event).toMatchObject({ businessDay: '2026-11-24' });
    expect(again.head().seq).toBe(entries.at(-1)?.seq);
    again.close();
  });
});
