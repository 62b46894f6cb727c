import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from '@tingxu/chance/chance';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BookmarkOwner, writeBookmark } from '../journal/bookmark.ts';
import { checkJournal } from '../journal/check.ts';
import { coreVersion } from '../journal/core-version.ts';
import { journalFile } from '../journal/journal.ts';
import { EVENTS_PER_BOOKMARK } from './bookmarks.ts';
import { HALL_CORE, type HallCore } from './hall-core.ts';
import { anyCommand } from './testing/day-script.ts';
import {
  envelope,
  ISSUE,
  MORNING,
  openingOf,
  openTestHall,
  renderPlainly,
  type TestHall,
  temporaryFolder,
} from './testing/hall-fixture.ts';

let place: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
/** Events that the core took since the last opening of the hall. */
let taken = 0;

const COUNTING: HallCore = {
  ...HALL_CORE,
  evolve: (...fact) => {
    taken += 1;
    return HALL_CORE.evolve(...fact);
  },
};

const open = (core = COUNTING): TestHall => {
  taken = 0;
  hall = openTestHall(place.folder, hall ? hall.clock.now() : MORNING, { core });
  return hall;
};

const reopen = async (core = COUNTING): Promise<TestHall> => {
  await hall.runtime.stop();
  return open(core);
};

beforeEach(async () => {
  place = temporaryFolder();
  hall = openTestHall(place.folder, MORNING, { core: COUNTING });
  await hall.send(openingOf('2026-11-23'));
});
afterEach(async () => {
  await hall.runtime.stop();
  place.remove();
});

const bookmark = (): string => join(place.folder, 'bookmark');

const live = async (random: () => number, commands: number): Promise<void> => {
  for (let count = 0; count < commands; count += 1) {
    hall.clock.advanceTo(hall.clock.now() + Math.floor(random() * 30_000));
    await hall.send(anyCommand(hall.runtime.state(), random));
  }
};

/** What the hall writes by itself every so many events, now. */
const bookmarkNow = (other: Partial<BookmarkOwner> = {}): Promise<void> => {
  const { hall: id, epoch, file } = hall.journal;
  const owner = { hall: id, epoch, core: coreVersion(), ...other };
  const state = JSON.stringify(hall.runtime.state());
  return writeBookmark(file, owner, { link: hall.journal.head(), state });
};

/** Changes the state in the bookmark and seals it again. */
const forge = (from: string, to: string): void => {
  const [, head, state] = readFileSync(bookmark(), 'utf8').split('\n');
  const content = `${head}\n${state?.replace(from, to)}`;
  expect(state).toContain(from);
  writeFileSync(bookmark(), `${hash('sha256', content)}\n${content}`);
};

const visit = (counter: string, ticket: string): readonly object[] => [
  { type: 'CallNext', counter },
  { type: 'StartService', ticket, counter },
  { type: 'FinishService', ticket, counter },
];

/** A day of so many events, many of them in each commit. */
const liveLong = async (events: number): Promise<void> => {
  const send = (command: object) => hall.runtime.submit(envelope(command), renderPlainly);
  // Whatever the day has come to: where somebody stopped the issuing it would never grow long.
  await send({ type: 'ResumeIssuing' });
  await send({ type: 'OpenCounter', counter: '1', staff: 's1' });
  for (let ordinal = 1; hall.runtime.head().seq < events; ) {
    const commands: object[] = [];
    for (const last = ordinal + 25; ordinal < last; ordinal += 1) {
      commands.push(ISSUE, ...visit('1', `20261123-${String(ordinal).padStart(4, '0')}`));
    }
    await Promise.all(commands.map(send));
  }
};

describe('bookmark', () => {
  it('JRN-7 a start in a day of 20,000 events takes a tenth of them at most', async () => {
    await liveLong(20_000);
    const [state, { seq }] = [hall.runtime.state(), hall.runtime.head()];
    expect(seq).toBeGreaterThan(20_000);
    await reopen();
    // 250 where the disk is quick; as many commits more as come while a bookmark is being written.
    expect(taken).toBeLessThan(seq / 10);
    expect(hall.runtime.state()).toStrictEqual(state);

    const other = { ...COUNTING, version: () => 'another program' };
    await reopen(other);
    expect(taken).toBe(seq);
    expect(hall.runtime.state()).toStrictEqual(state);
    // Its start has left a bookmark of its own, even if it is killed as soon as it is ready.
    expect(readFileSync(bookmark(), 'utf8')).toContain('another program');
    await reopen(other);
    expect(taken).toBe(0);
    expect(hall.runtime.state()).toStrictEqual(state);
  }, 120_000);

  it.each([21, 22, 23, 24, 25, 26])(
    'JRN-7 leads to the very state that the whole day leads to, seed %i',
    async (seed) => {
      const random = chanceOf(seed).next;
      for (let round = 0; round < 4; round += 1) {
        await live(random, Math.floor(random() * 60));
        await bookmarkNow();
        const { seq } = hall.runtime.head();
        await live(random, Math.floor(random() * 60));
        const [state, head] = [hall.runtime.state(), hall.runtime.head()];
        await reopen();
        expect(taken).toBe(head.seq - seq);
        expect(hall.runtime.state()).toStrictEqual(state);
        expect(hall.runtime.head()).toEqual(head);
      }
      const state = hall.runtime.state();
      await reopen({ ...COUNTING, version: () => 'another program' });
      expect(taken).toBe(hall.runtime.head().seq);
      expect(hall.runtime.state()).toStrictEqual(state);
      expect(checkJournal(hall.journal.file).problems).toEqual([]);
    },
  );

  it('is proven while the hall runs, and stays', async () => {
    await live(chanceOf(5).next, 300);
    await bookmarkNow();
    await reopen();
    const { seq } = hall.runtime.head();
    await vi.waitFor(() => expect(taken).toBe(seq), 20_000);
    await hall.send(ISSUE);
    expect(hall.defects).toEqual([]);
    expect(existsSync(bookmark())).toBe(true);
  });
});

describe('a bookmark that is passed over', () => {
  const wholeDay = async (): Promise<void> => {
    const [state, { seq }] = [hall.runtime.state(), hall.runtime.head()];
    await reopen();
    expect(taken).toBe(seq);
    expect(hall.runtime.state()).toStrictEqual(state);
    expect(checkJournal(hall.journal.file).problems).toEqual([]);
  };
  beforeEach(() => live(chanceOf(7).next, 60));

  it('JRN-7 is of another program, another file or another hall', async () => {
    await bookmarkNow({ core: 'yesterday' });
    await wholeDay();
    await bookmarkNow({ epoch: '0123456789abcdef' as BookmarkOwner['epoch'] });
    await wholeDay();
    await bookmarkNow({ hall: 'other' as BookmarkOwner['hall'] });
    await wholeDay();
  });

  it.each([
    ['torn', (text: string) => text.slice(0, -40)],
    ['empty', () => ''],
    ['changed', (text: string) => text.replace('"issued":', '"issued":1')],
    ['of another event', (text: string) => text.replace(/"seq":\d+/, '"seq":2')],
    ['something else', () => '{}\n{}\n{}'],
  ])('JRN-7 is %s', async (_what, change) => {
    await bookmarkNow();
    writeFileSync(bookmark(), change(readFileSync(bookmark(), 'utf8')));
    await wholeDay();
  });

  it('JRN-7 is of events that a copy of the journal from before does not have', async () => {
    await hall.runtime.stop();
    const file = journalFile(place.folder);
    const before = readFileSync(file);
    open();
    await live(chanceOf(8).next, 60);
    await bookmarkNow();
    await hall.runtime.stop();
    writeFileSync(file, before);
    open();
    await wholeDay();
    // The same seq again, and other events under it.
    await live(chanceOf(9).next, 90);
    await wholeDay();
  });

  it('JRN-7 is of a day that is over', async () => {
    await bookmarkNow();
    await hall.send({ type: 'CloseDay', remaining: 'end-remaining' });
    const { seq } = hall.runtime.head();
    hall.clock.advanceTo(hall.clock.now() + 86_400_000);
    await hall.send(openingOf('2026-11-24'));
    const state = hall.runtime.state();
    await reopen();
    expect(taken).toBe(hall.runtime.head().seq - seq);
    expect(hall.runtime.state()).toStrictEqual(state);
  });

  it('cannot be read or written, and the hall goes on', async () => {
    mkdirSync(bookmark());
    await liveLong(EVENTS_PER_BOOKMARK * 2);
    await wholeDay();
    expect(hall.defects).toEqual([]);
  });
});

describe('a bookmark that lies', () => {
  const found = () => vi.waitFor(() => expect(hall.defects).not.toEqual([]), 20_000);
  beforeEach(async () => {
    await live(chanceOf(13).next, 200);
    await bookmarkNow();
  });

  it('JRN-7 is found by the check and by the hall that began at it; the next start goes without', async () => {
    const state = hall.runtime.state();
    forge(`"issued":${state.issued}`, `"issued":${state.issued + 1}`);
    const sentence = `the bookmark at seq ${hall.runtime.head().seq} is not what the day leads to`;
    expect(checkJournal(hall.journal.file).problems).toEqual([sentence]);
    await reopen();
    expect(hall.runtime.state()).not.toEqual(state);
    await found();
    expect(hall.defects).toMatchObject([{ during: 'bookmark', fatal: true }]);
    await reopen();
    expect(hall.runtime.state()).toStrictEqual(state);
    expect(taken).toBe(hall.runtime.head().seq);
  });

  it('JRN-7, JRN-2 hides no event that was changed before it', async () => {
    await hall.runtime.stop();
    const db = new Database(journalFile(place.folder));
    db.exec('DROP TRIGGER events_never_changed');
    db.exec(`UPDATE events SET data = replace(data, 'cash', 'open') WHERE seq = 9`);
    db.close();
    open();
    await found();
    expect(hall.defects).toMatchObject([{ during: 'bookmark', fatal: true }]);
    await hall.runtime.stop();
    expect(() => open()).toThrow('seq 9');
  });
});
