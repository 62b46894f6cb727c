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
  'changed-configuration.jsonl': {
    head: '5bd312a62eb60376c53eb0be9003a7e6d608bd26cb59f65f969845c5749f1103',
    state: '59b7b061c13d89696e90976c46a9ac4f0dd4df2ff0b22208a371ad0ee0ea840a',
    tables: 'ec49ff3ce400be9753ebf934629c138ae79eac953f79714ec55b042c933d4160',
  },
  'first-release.jsonl': {
    head: 'b3347c5dd2386fb67e8cf96fa0766ad38352ce39413a3c6d5a7d8f3916e35efc',
    state: '47554ecec9b39b0a1666cc666a32a556040457730d116ceecd90c2a8ec25f568',
    tables: '933ab3715ce7b0a96b66fc9f66a6b01b49e2549fef514240c4559beff9ef650a',
  },
  'missed-and-counters.jsonl': {
    head: '1aef922e55b964dcd70395b38f79b8ed5660b24b5f09b77669b691385e9723de',
    state: 'a696972418aed9353e9ea211320d53d7ccc0397faad2ed1e7e2e29b94c467feb',
    tables: '745ea0d55a549d96ee4b92f4f0b271c1808c281db37e3f64e876be349105a877',
  },
  'turns-and-skills.jsonl': {
    head: 'e03584038ad0a432e864f503516f4f2a9ed8afd9d8f797bbd45536dae839998e',
    state: '92896d53b22222394c017a619fc12ed5d78cc5013047f9a329fc3c4cc683af40',
    tables: '3e43a674921f17d7dd15afc3437a78c9729c8259677668089de01520de9a9820',
  },
  'visits.jsonl': {
    head: '15e6166bf22a60d762d01d3de411f184e861430fe48626dde620aae43a795724',
    state: '69ffa6b4befe9c7efd1aac76a27303c3a2f130c94a368f9b030a0b2a8b4737aa',
    tables: '4b165cd5db230eb7350da5fc18f3d9880fb1c20af87c25a4433a8c21f777690a',
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
