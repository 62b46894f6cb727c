import { spawnSync } from 'node:child_process';
import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJournal } from '../journal/check.ts';
import { type Connection, openConnection } from '../journal/connection.ts';
import { journalFile, journalOn } from '../journal/journal.ts';
import { migrateFile } from '../journal/migrate.ts';
import { hallChecks } from '../process/hall-checks.ts';
import { commitFailure } from './commit-failure.ts';
import { HALL_CORE } from './hall-core.ts';
import {
  envelope,
  HALL,
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
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(async () => {
  await hall.runtime.stop();
  place.remove();
});

const submit = (command: unknown, key?: string) =>
  hall.runtime.submit(envelope(command, key), renderPlainly);
const halted = expect.objectContaining({ name: 'Fault', code: 'hall-halted' });
const numberIn = (body: string) => JSON.parse(body)[0]?.event.number;
const settled = async (promises: readonly Promise<{ body: string }>[]) =>
  (await Promise.allSettled(promises)).map((one) =>
    one.status === 'fulfilled' ? numberIn(one.value.body) : one.reason,
  );
const defectsOf = () => hall.defects.map(({ during, fatal }) => ({ during, fatal }));
/** Restarts happen between two turns of the event loop. */
const afterRestart = async () => {
  await turn();
  await turn();
};
const whole = { firstWrong: null, problems: [] };

describe('a commit that fails', () => {
  beforeEach(async () => {
    hall = openTestHall(place.folder);
    await hall.send(openingOf('2026-11-23'));
  });

  it('leaves nothing of the whole batch, starts again, and burns no number', async () => {
    const db = new Database(journalFile(place.folder));
    db.exec(`CREATE TRIGGER bad_row BEFORE INSERT ON tickets WHEN NEW.number = 'A002'
             BEGIN SELECT RAISE(ABORT, 'bad row'); END`);
    const before = hall.runtime.state();
    const batch = () => ['key-one-', 'key-two-', 'key-three'].map((key) => submit(ISSUE, key));
    expect(await settled(batch())).toEqual([halted, halted, halted]);
    expect(defectsOf()).toEqual([{ during: 'commit', fatal: false }]);
    expect(hall.runtime.status()).toBe('halted');
    await expect(submit(ISSUE)).rejects.toEqual(halted);
    for (const table of ['tickets', 'legs']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    expect(db.prepare('SELECT max(seq) FROM events').pluck().get()).toBe(1);
    db.exec('DROP TRIGGER bad_row');
    db.close();
    await afterRestart();
    expect(hall.runtime.status()).toBe('running');
    expect(hall.runtime.state()).toEqual(before);
    expect(await settled(batch())).toEqual(['A001', 'A002', 'A003']);
    expect(checkJournal(hall.journal.file)).toMatchObject(whole);
  });

  it('starts again from what the file says when somebody else wrote an event', async () => {
    const db = new Database(journalFile(place.folder));
    const last = db.prepare('SELECT hash FROM events').pluck().get();
    db.prepare(
      `INSERT INTO events SELECT 2, at, business_day, type, ticket_id, counter_id, actor_role,
       actor_staff, command_id, data, ?, 'forged' FROM events WHERE seq = 1`,
    ).run(last);
    db.close();
    await expect(submit(ISSUE)).rejects.toEqual(halted);
    await afterRestart();
    // The forged event breaks the chain, so the hall does not go on with it.
    expect(hall.runtime.status()).toBe('halted');
    expect(defectsOf()).toEqual([
      { during: 'commit', fatal: false },
      { during: 'restart', fatal: true },
    ]);
  });

  it('tries a deadline again that could not be journaled', async () => {
    await submit({ type: 'OpenCounter', counter: '1', staff: 's1' });
    await submit(ISSUE);
    await submit({ type: 'CallNext', counter: '1' });
    for (const type of ['RecallTicket', 'MissTicket']) {
      hall.clock.advanceTo(hall.clock.now() + 20_000);
      await submit({ type, ticket: 'A001', counter: '1' });
    }
    const dueAt = hall.clock.now() + 3_600_000;
    const db = new Database(journalFile(place.folder));
    db.exec(`CREATE TRIGGER no_row BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END`);
    hall.clock.advanceTo(dueAt);
    expect(defectsOf()).toEqual([{ during: 'commit', fatal: false }]);
    db.exec('DROP TRIGGER no_row');
    db.close();
    await afterRestart();
    hall.clock.advanceTo(dueAt + 1_000);
    expect(hall.journal.replay().at(-1)?.event.type).toBe('TicketExpired');
  });

  it('tells a full disk from a failed one and from our own error', () => {
    const failure = (name: string) => commitFailure(new Database.SqliteError('x', name));
    expect(['SQLITE_FULL', 'SQLITE_BUSY'].map(failure)).toEqual(['refused', 'refused']);
    expect(['SQLITE_IOERR_FSYNC', 'SQLITE_CORRUPT'].map(failure)).toEqual(['fatal', 'fatal']);
    expect(['SQLITE_CONSTRAINT_TRIGGER', 'SQLITE_ERROR'].map(failure)).toEqual([
      'defect',
      'defect',
    ]);
    expect(commitFailure(new TypeError('x'))).toBe('defect');
  });
});

describe('a full disk', () => {
  let db: Connection;
  beforeEach(async () => {
    const file = journalFile(place.folder);
    migrateFile(file);
    db = openConnection(file, 'write');
    hall = openTestHall(place.folder, MORNING, {
      journal: journalOn(db, { hall: HALL, now: MORNING }),
    });
    await hall.send(openingOf('2026-11-23'));
  });

  it('DS-06 refuses, burns no number, keeps what was, and recovers by itself', async () => {
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    let issued = 0;
    let refusal: unknown;
    while (refusal === undefined && issued < 2_000) {
      refusal = await submit(ISSUE, `full-disk-${issued}`).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal === undefined) issued += 1;
    }
    expect(refusal).toEqual(halted);
    expect(refusal).toMatchObject({ cause: { code: 'SQLITE_FULL' } });
    expect(hall.runtime.status()).toBe('running');
    expect(hall.runtime.state().issued).toBe(issued);
    await expect(submit(ISSUE)).rejects.toEqual(halted);
    expect(checkJournal(hall.journal.file)).toMatchObject(whole);
    const ready = () => hallChecks(hall.runtime, db)().filter(({ ok }) => !ok);
    expect(ready()).toEqual([{ name: 'commits test', ok: false, detail: '2 failed, none since' }]);
    db.pragma('max_page_count = 1000000');
    const { body, replayed } = await submit(ISSUE, `full-disk-${issued}`);
    expect(replayed).toBe(false);
    expect(Number(numberIn(body).slice(1))).toBe(issued + 1);
    expect(ready()).toEqual([]);
    expect(defectsOf()).toEqual(Array(2).fill({ during: 'commit', fatal: false }));
    expect(checkJournal(hall.journal.file)).toMatchObject(whole);
  });
});

describe('a disk that fails', () => {
  /** A server whose files may not grow: writing further is an I/O error, not a full disk. */
  const source = `
    import { openTestHall, envelope, renderPlainly, openingOf, ISSUE } from
      ${JSON.stringify(new URL('./testing/hall-fixture.ts', import.meta.url).href)};
    process.on('SIGXFSZ', () => {});
    const hall = openTestHall(process.argv[1]);
    await hall.send(openingOf('2026-11-23'));
    let issued = 0;
    const tell = () => console.log(JSON.stringify({
      issued, status: hall.runtime.status(),
      defects: hall.defects.map(({ during, fatal, error }) => [during, fatal, error.code]),
    }));
    try {
      for (; issued < 5000; issued += 1) {
        await hall.runtime.submit(envelope(ISSUE), renderPlainly);
      }
    } catch (error) {
      tell();
      await new Promise((done) => setTimeout(done, 50));
      await hall.send(ISSUE).catch(tell);
    }
    process.kill(process.pid, 'SIGKILL');
  `;

  it('DS-05 stops for good at the first I/O error, and loses nothing that was acknowledged', async () => {
    const node = [process.execPath, '--input-type=module', '-e', source, '--', place.folder];
    const limited = ['-c', 'ulimit -f 400; exec "$@"', 'limited', ...node];
    const { stdout, stderr } = spawnSync('bash', limited, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).toEqual({
      issued: expect.any(Number),
      status: 'halted',
      defects: [['commit', true, expect.stringMatching(/^SQLITE_IOERR/)]],
    });
    expect(told[0].issued).toBeGreaterThan(10);
    hall = openTestHall(place.folder);
    expect(hall.runtime.state().issued).toBe(told[0].issued);
    expect(checkJournal(hall.journal.file)).toMatchObject(whole);
  });
});

describe('our own errors', () => {
  const broken = (name: string) => new Error(`${name} is broken`);

  it('halts when the core cannot take its own event, tells the culprit, and starts again', async () => {
    let poison = true;
    const core: typeof HALL_CORE = {
      ...HALL_CORE,
      evolve: (state, event, at) => {
        if (poison && event.type === 'CounterOpened') throw broken('evolve');
        return HALL_CORE.evolve(state, event, at);
      },
    };
    hall = openTestHall(place.folder, MORNING, { core });
    await hall.send(openingOf('2026-11-23'));
    const open = () => submit({ type: 'OpenCounter', counter: '1', staff: 's1' }, 'the-culprit');
    const results = await settled([submit(ISSUE, 'bystander'), open(), submit(ISSUE)]);
    expect(results).toEqual([halted, expect.objectContaining({ name: 'EvolveDefect' }), halted]);
    expect(hall.runtime.status()).toBe('halted');
    await afterRestart();
    expect(hall.runtime.status()).toBe('running');
    expect(hall.runtime.state().issued).toBe(0);
    expect(numberIn((await submit(ISSUE, 'bystander')).body)).toBe('A001');
    poison = false;
    expect((await open()).status).toBe(200);
    expect(defectsOf()).toEqual([{ during: 'evolve', fatal: false }]);
  });

  it('keeps a failed decision or answer to the one command that met it', async () => {
    const core: typeof HALL_CORE = {
      ...HALL_CORE,
      decide: (state, command, context) => {
        if (command.type === 'CallNext') throw broken('decide');
        return HALL_CORE.decide(state, command, context);
      },
    };
    hall = openTestHall(place.folder, MORNING, { core });
    await hall.send(openingOf('2026-11-23'));
    const badRender = hall.runtime.submit(envelope(ISSUE, 'bad-render'), () => {
      throw broken('render');
    });
    const call = submit({ type: 'CallNext', counter: '1' });
    const results = await settled([submit(ISSUE), badRender, call, submit(ISSUE)]);
    expect(results).toEqual(['A001', broken('render'), broken('decide'), 'A002']);
    expect(defectsOf()).toEqual([
      { during: 'render', fatal: false },
      { during: 'decide', fatal: false },
    ]);
    expect(numberIn((await submit(ISSUE, 'bad-render')).body)).toBe('A003');
  });

  it('goes on when a listener fails', async () => {
    hall = openTestHall(place.folder);
    let heard = 0;
    hall.runtime.onCommitted(() => {
      throw broken('listener');
    });
    hall.runtime.onCommitted(() => {
      heard += 1;
    });
    await hall.send(openingOf('2026-11-23'));
    expect(heard).toBe(1);
    expect(defectsOf()).toEqual([{ during: 'listener', fatal: false }]);
  });
});
