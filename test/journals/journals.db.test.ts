/**
 * Journals as released versions wrote them, with what they must lead to. A journal here is never
 * edited and its figures are never changed: banks hold journals like it. When an event gains a
 * member, or a new kind of event joins, add another journal beside these: run a hall that writes it,
 * `node test/journals/export-journal.ts <journal.sqlite> > test/journals/<what>.jsonl`, and add its
 * line below with the figures that the failing test shows. When only the form of a state or a read
 * table changes, its figures change with it, and the review asks why.
 */
import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HallEvent } from '@tingxu/contract/events';
import { HallId } from '@tingxu/contract/ids';
import { evolve } from '@tingxu/hall/evolve';
import { allLive } from '@tingxu/hall/live-tickets';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import { checkJournal } from '@tingxu/server/journal/check';
import { openConnection } from '@tingxu/server/journal/connection';
import { prepareInsert } from '@tingxu/server/journal/insert';
import { journalFile, openJournal } from '@tingxu/server/journal/journal';
import { rebuildProjections } from '@tingxu/server/journal/rebuild';
import { type EventRow, events } from '@tingxu/server/journal/schema';
import { entryOf } from '@tingxu/server/journal/upcast';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const JOURNALS = {
  'bookings-and-proofs.jsonl': {
    head: 'ed6b650035d481922eb144f12ca3da0c28ebbfd5f568f19768a8e20880750efd',
    state: 'f5fa67142bdc99a12a03f9ff9ee37b8512c4cd6649bc7803a03eaf96ff3d8d8c',
    tables: '09e9cc2541b284c3a3348cebdd1aee3e45767bcd729b20cd9eca49b2e073ff3a',
  },
  'carried-over.jsonl': {
    head: 'ce586d330ae0be22d63eb58a71bc206503269287d5f34b13ffaa7e6a8da2f533',
    state: 'd2a4e5f49c2f3af54fa70b31136b371f89392f9395cbce193845f991e6e2283e',
    tables: '29081552e8ff26680841c86cb2cffcdf7d3943ea5175a7efe8ffcf9ca3b20773',
  },
  'changed-configuration.jsonl': {
    head: '5bd312a62eb60376c53eb0be9003a7e6d608bd26cb59f65f969845c5749f1103',
    state: '82633fff9e7750c5208eb0db13c3dda438c6ae54860e50f4bb909c82e79f9686',
    tables: 'd5e6e16e72f1d89282ff41c047ba51b8f88d3ba89087c36eb7c8462ddb695f15',
  },
  'documents.jsonl': {
    head: '983a0771ad4d151ea8cb139e559ea2da847fb932855abb94c66f66763ea1600e',
    state: '9f6c6339fbacaaace44d706c91601797a5f09eb13b9b7c16ab9308b05df29c73',
    tables: 'b2447984675f63cfb6e5d6f61a0b9be8dde8a4708f35825845f06dc9a75d09b8',
  },
  'first-release.jsonl': {
    head: 'b3347c5dd2386fb67e8cf96fa0766ad38352ce39413a3c6d5a7d8f3916e35efc',
    state: '2be8d9e9a973f88d165c7c9a4e6ac39e637e31955453d0fea86e5fbe2f6f489b',
    tables: '5542436a90dc4c108f7f0125fa9a522598c7c086a7c2c82e639d974ba34069a0',
  },
  'missed-and-counters.jsonl': {
    head: '1aef922e55b964dcd70395b38f79b8ed5660b24b5f09b77669b691385e9723de',
    state: '936cdacb7e3cefb5f20902f9886c1ba19b391220e32138383f09e423255822f4',
    tables: 'd8cacc3d5edf778efd5f2e0287fedf5390b9cf02ee1d3d6880d3d73aecbe3d1b',
  },
  'posted-hours.jsonl': {
    head: '3c1dfa2cbf1d78a176f1d1d13600daee63e4e29f790f7e68249ac87e40ee50ef',
    state: '01f7f3976efa4069cdb6e0181886419f96c732eda9a69a08a6106e47e1f33f18',
    tables: '40e03b640cd33c27aa831ba495b9492ce8e11ece13d796dac0818c873008a267',
  },
  'ratings-and-changed-hours.jsonl': {
    head: '2ce69c2808d075f1f3dd4b6d95ef6cb2d6d4d0539dda830e8d16fd73296808f6',
    state: '8ed646bef0d03968bbd58b8d5b94a3ee3fff65f125f9034850fe6f168a2be6c0',
    tables: 'cd7919abb4e66d3b2f7770d23a88a951bb2c682c3d1a28e87be3973a6a3cb2ae',
  },
  'reopened-day.jsonl': {
    head: 'd4ca17c61acd04802d29d3fa70c5b79db12070feb1281b32d8d0a1f92038ea37',
    state: '94c32378931823db72061ea48f16bfda8a9b183039303ffe28090cbec3a6b0fa',
    tables: '6a78c83ae47cafc2589cde05d7ea9bcb63ab9c6beb0b0ced896d65c4d5459147',
  },
  'turns-and-skills.jsonl': {
    head: 'e03584038ad0a432e864f503516f4f2a9ed8afd9d8f797bbd45536dae839998e',
    state: '88fbf3e72c2f61b38c13ef573327584299a9166feaa713a9a98708d30ef2d2e1',
    tables: 'b852269426151a30216fd82c50c8e6e60fbfed151d4f045cad8353b28aff636c',
  },
  'visits.jsonl': {
    head: '15e6166bf22a60d762d01d3de411f184e861430fe48626dde620aae43a795724',
    state: 'b99d65fc1f031bed6a1c4c44170dcc640a44644a83874995f24e1b927baec950',
    tables: '657afa52e37ca3456bc387f7564021bc8f235b8581848c1320e8524980fd5b56',
  },
};

const HALL = HallId.parse('test');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingxu-journals-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = (name: string): EventRow[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): EventRow => JSON.parse(line));

/** The rows as a journal on disk, its read tables as today's rules write them. */
const restore = (rows: readonly EventRow[]): void => {
  openJournal({ folder, hall: HALL, now: 0 }).close();
  const db = openConnection(journalFile(folder), 'write');
  const insert = prepareInsert(db, events);
  for (const row of rows) insert(row);
  db.close();
  rebuildProjections(folder);
};

/** Members in one order, so that equal states are equal texts. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const digestOf = (state: HallState): string => {
  const tickets = [...allLive(state.tickets)].sort((a, b) => (a.id < b.id ? -1 : 1));
  return hash('sha256', JSON.stringify({ ...state, tickets }, inOrder));
};

describe('journals of released versions', () => {
  it('are all of this folder', () => {
    const there = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));
    expect(there.sort()).toEqual(Object.keys(JOURNALS).sort());
  });

  it('hold every kind of event', () => {
    const kinds = Object.keys(JOURNALS).flatMap((name) => rowsOf(name).map((row) => row.type));
    const known = HallEvent.def.options.flatMap((option) => [...option.shape.type.def.values]);
    expect([...new Set(kinds)].sort()).toEqual(known.sort());
  });

  it.each(Object.entries(JOURNALS))('JRN-5, PROOF-1 %s leads where it led', (name, pinned) => {
    const rows = rowsOf(name);
    restore(rows);
    const check = checkJournal(journalFile(folder));
    expect(check).toMatchObject({ firstWrong: null, problems: [] });
    const calls = rows.filter(({ type }) => type === 'TicketCalled').length;
    expect(check.calls).toEqual({ decided: calls, wrong: [] });
    let state = emptyHall(HALL);
    for (const { event, at } of rows.map(entryOf)) state = evolve(state, event, at);
    const found = { head: check.head.hash, state: digestOf(state), tables: check.digest };
    expect(found).toEqual(pinned);

    const journal = openJournal({ folder, hall: HALL, now: 0 });
    let restarted = emptyHall(HALL);
    for (const { event, at } of journal.replay()) restarted = evolve(restarted, event, at);
    journal.close();
    expect(digestOf(restarted)).toBe(pinned.state);
  });

  it.each(Object.entries(JOURNALS))(
    'control: %s without its last event leads elsewhere',
    (name, pinned) => {
      let state = emptyHall(HALL);
      for (const { event, at } of rowsOf(name).slice(0, -1).map(entryOf)) {
        state = evolve(state, event, at);
      }
      expect(digestOf(state)).not.toBe(pinned.state);
    },
  );
});
