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
  'booking-limits.jsonl': {
    head: '84755f80929e27d5da3c44bd0fbbacdee29c69612667d309b194b79deb57ca4b',
    state: '50dcf99ac43428b678a67cd557db0d620ae8b0669fcd30bb77b92ee4be89f1ff',
    tables: 'a45f3ae9ed65b67bc72139774892024924ad872b0b434fbbb1e0904ecf2512dd',
  },
  'bookings-and-proofs.jsonl': {
    head: 'ed6b650035d481922eb144f12ca3da0c28ebbfd5f568f19768a8e20880750efd',
    state: '200258a2131957dcee799ca4150e64b841bc29867fb372f1ee7d5763a300bd71',
    tables: '09e9cc2541b284c3a3348cebdd1aee3e45767bcd729b20cd9eca49b2e073ff3a',
  },
  'care.jsonl': {
    head: 'cce04aee647fd4d28ced9b9c1d80c50d4389bd214c16415a1ae54d38b88ca05b',
    state: 'abc01aae199c430d86f433f44fec906d159a3386c1599f03a16528d657ca69f0',
    tables: '64518bfcdd562e768825313e3419a50ea5c06b5e67a44f754630367f21dfc1ac',
  },
  'carried-over.jsonl': {
    head: 'ce586d330ae0be22d63eb58a71bc206503269287d5f34b13ffaa7e6a8da2f533',
    state: '062b8c2a3a81bbfc6e1c103975c6f2bd7d9d07f495c67ec185ddef26c400c449',
    tables: '29081552e8ff26680841c86cb2cffcdf7d3943ea5175a7efe8ffcf9ca3b20773',
  },
  'changed-configuration.jsonl': {
    head: '5bd312a62eb60376c53eb0be9003a7e6d608bd26cb59f65f969845c5749f1103',
    state: '449bd1e0292673441cc0468a887c2cf8eaf2b5cefe3d8a3d03dd7539e6ad90c6',
    tables: 'd5e6e16e72f1d89282ff41c047ba51b8f88d3ba89087c36eb7c8462ddb695f15',
  },
  'documents.jsonl': {
    head: '983a0771ad4d151ea8cb139e559ea2da847fb932855abb94c66f66763ea1600e',
    state: '666d5d8c361cfc0e678a21e71374e16652bf4840ae1a412abba37efdb2b97cd3',
    tables: 'b2447984675f63cfb6e5d6f61a0b9be8dde8a4708f35825845f06dc9a75d09b8',
  },
  'first-release.jsonl': {
    head: 'b3347c5dd2386fb67e8cf96fa0766ad38352ce39413a3c6d5a7d8f3916e35efc',
    state: '4fa585fb3e9368b955044a9b9a1b579bd77ae06b8640faaccda00d1c17d1b1aa',
    tables: '5542436a90dc4c108f7f0125fa9a522598c7c086a7c2c82e639d974ba34069a0',
  },
  'help-at-hand-over.jsonl': {
    head: '10d6833f5ff21dce0c10a2226f45533ea1d9cba1a906312e1b311ed7d7dd2ea3',
    state: '0774dbf720a386ab75f9554fb64e4fa87a5f9192bd5cc1efce305d19fe9f96d0',
    tables: '072a67f8a0ffc773904af146b89187add8cce0ba89ead3473440094128a5414d',
  },
  'help-at-kiosks.jsonl': {
    head: '646993b0cabd704bb8f211e7055ff4086dcd171c872c951cf91a24bf7bf774f1',
    state: '9e7b67cc7f57f9717c1da999ca4170e820069ca11a518ff58bbf58e4f7715402',
    tables: '9128a7d148d52c60024667ab48f57e3a84d5f30d6849a6e151afb8774703028b',
  },
  'missed-and-counters.jsonl': {
    head: '1aef922e55b964dcd70395b38f79b8ed5660b24b5f09b77669b691385e9723de',
    state: 'c7421cb3b3a3d67369d6c8b9c8b75bddd0b9c720b056e9ecf26a775b928a6456',
    tables: 'd8cacc3d5edf778efd5f2e0287fedf5390b9cf02ee1d3d6880d3d73aecbe3d1b',
  },
  'next-opening.jsonl': {
    head: '01566cdd3ecb0e25821ad6cbfb2b49f30fe70ce14f0cbf97606e341cacc9d1f2',
    state: 'c71122ab75a0236a73013ef198bebbd66d0d2084d07643d417becd3d48565428',
    tables: '4435f2dfd4b2a6cd197f60fe1c7e1145a40b0386ae8b59579fa82330ac52563f',
  },
  'posted-hours.jsonl': {
    head: '3c1dfa2cbf1d78a176f1d1d13600daee63e4e29f790f7e68249ac87e40ee50ef',
    state: '11086f1338418bd35508f849cdf62d77bc4d4c5ac352d6da802dd14b8c41419d',
    tables: '40e03b640cd33c27aa831ba495b9492ce8e11ece13d796dac0818c873008a267',
  },
  'ratings-and-changed-hours.jsonl': {
    head: '2ce69c2808d075f1f3dd4b6d95ef6cb2d6d4d0539dda830e8d16fd73296808f6',
    state: 'a2736f9301b1534be37b53d4ae5170a43d75f3e9004b6ec86375cc775699dae7',
    tables: 'cd7919abb4e66d3b2f7770d23a88a951bb2c682c3d1a28e87be3973a6a3cb2ae',
  },
  'reopened-day.jsonl': {
    head: 'd4ca17c61acd04802d29d3fa70c5b79db12070feb1281b32d8d0a1f92038ea37',
    state: 'c5aa3d4cd6aed2ac550f7540f96ab04b894e4baf8bfda47cb93ddf277348c362',
    tables: '6a78c83ae47cafc2589cde05d7ea9bcb63ab9c6beb0b0ced896d65c4d5459147',
  },
  'sign-acknowledgements.jsonl': {
    head: '2ab8bd52c9de43e1a6baa5deef4d01ee75f76f2dd36fcd5e9ba916eb6c62509a',
    state: '47a5ec2c9e3fdd1311abd7bd7c1dc4bbafd05e10855335c45ce86ea53ec3900c',
    tables: 'fbe913b8347baf30231ed1e5c4a528c5ebb195bcc26b32ff03540c946ea0ca1f',
  },
  'slips-and-phone-ratings.jsonl': {
    head: 'c43d682da49c81a1f0719ad4b5b6b8f527ac7883a0d1be0c8d851f7a600df49e',
    state: 'b37e9fa908e7a09b247919e9cdd9f1353d3fb43b805efbffd54f3ca3aa7894bd',
    tables: '419269da59e09911c3e9c20f2b8811a4d90e4f6d66b1a1be95a788f5c1da7329',
  },
  'spoken-calls.jsonl': {
    head: '2557c6515e58c3836f8ac3118b05b11c46bb9c7b2a18ed26cd41e7e472a80cac',
    state: '99999f962d69c50058a35ae6db5fdebace38e2cf98bccd7b991e729f86786e15',
    tables: '37b8eda01e4d833b25332d7a8208f82cc08436713620c24d9e6e100114e26af6',
  },
  'turns-and-skills.jsonl': {
    head: 'e03584038ad0a432e864f503516f4f2a9ed8afd9d8f797bbd45536dae839998e',
    state: '9cf03abf9060c1c3c1d3ea68f2d4686fed68be0c1e375da4a07ca4ba644e6743',
    tables: 'b852269426151a30216fd82c50c8e6e60fbfed151d4f045cad8353b28aff636c',
  },
  'visits.jsonl': {
    head: '15e6166bf22a60d762d01d3de411f184e861430fe48626dde620aae43a795724',
    state: 'c34c8d474b91d36da35ee345a32300f181e7ee1388c6880585378e1af015c93c',
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
