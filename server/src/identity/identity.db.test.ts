import { statSync } from 'node:fs';
import { PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, StaffId } from '@tingxu/contract/ids';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDemoAccounts, DEMO_PASSPHRASE } from '../demo/demo-accounts.ts';
import { controlledClock } from '../runtime/clock.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { openBackOff } from './back-off.ts';
import { type Identity, openIdentity } from './identity.ts';
import { identityFile } from './identity-file.ts';
import { changeAccount, makeFirstAdmin } from './look-after.ts';
import { openPassphrases } from './passphrase.ts';
import { signIn } from './sign-in.ts';
import { isWeak } from './weak-passphrase.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const MINUTE = 60_000;
const T01 = StaffId.parse('t01');
const PLACE = { name: 'here', known: true };
const HERE = { device: null, address: '10.0.0.7' };

let disk: ReturnType<typeof temporaryFolder>;
let clock: ReturnType<typeof controlledClock>;
let opened: Identity[];
beforeEach(() => {
  disk = temporaryFolder();
  clock = controlledClock(MORNING);
  opened = [];
});
afterEach(() => {
  for (const identity of opened) identity.close();
  disk.remove();
});
const open = (kind: 'demo' | 'real'): Identity => {
  const halls = [HallId.parse('demo')];
  const identity = openIdentity({ dataFolder: disk.folder, kind, halls, now: clock.now });
  opened.push(identity);
  return identity;
};
const demo = (): Identity => {
  const identity = open('demo');
  addDemoAccounts(identity);
  return identity;
};
const signsIn = (identity: Identity, passphrase = DEMO_PASSPHRASE) =>
  signIn(identity, { staff: T01, passphrase }, HERE, null);

describe('the file', () => {
  it('AUTH-1 is its owner’s alone, with the log beside it', async () => {
    const identity = demo();
    await signsIn(identity);
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(`${identityFile(disk.folder)}${suffix}`).mode & 0o777).toBe(0o600);
    }
  });

  it('AUTH-1 holds neither a passphrase nor a token', async () => {
    const identity = demo();
    const answer = await signsIn(identity);
    const db = new Database(identityFile(disk.folder), { readonly: true });
    const tables = ['meta', 'accounts', 'sessions', 'devices', 'trail'];
    const text = JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
    db.close();
    expect(answer.ok && text.includes(answer.session.id)).toBe(true);
    expect(answer.ok && text.includes(answer.token)).toBe(false);
    expect(text).not.toContain(DEMO_PASSPHRASE);
  });

  it('AUTH-2 keeps who is signed in over a restart', async () => {
    const answer = await signsIn(demo());
    opened.pop()?.close();
    const again = open('demo');
    expect(answer.ok && again.sessions.byToken(answer.token)).toMatchObject({ staff: 't01' });
  });

  it('AUTH-19 keeps the devices of an earlier version, and when each was last heard of', () => {
    open('real').close();
    opened.pop();
    const db = new Database(identityFile(disk.folder));
    db.exec(`ALTER TABLE devices DROP COLUMN contested_at;
      DROP INDEX trail_of_subject; DROP INDEX trail_of_staff;
      DROP INDEX trail_of_what; DROP INDEX trail_of_time;
      INSERT INTO devices VALUES ('d-000000000001', 'board', 'demo', '{}', 'B1',
        '{}', 0, 'a01', NULL, NULL, NULL);
      PRAGMA user_version = 1`);
    db.close();
    const device = PairedDeviceId.parse('d-000000000001');
    const identity = open('real');
    expect(identity.devices.get(device)).toMatchObject({ name: 'B1', contestedAt: null });
    identity.presence.enter(device);
    identity.presence.leave(device);
    identity.close();
    opened.pop();
    expect(open('real').devices.get(device)).toMatchObject({ lastSeenAt: MORNING });
  });

  it('AUTH-17 is of a demo or of a real server, from its first start on', () => {
    demo();
    opened.pop()?.close();
    expect(() => open('real')).toThrow('never becomes a real server');
  });
});

describe('the trail', () => {
  it('AUTH-15 tells what was done, is chained, and takes no change', async () => {
    const identity = open('real');
    let code = '';
    identity.setUp.begin((told) => {
      code = told;
    });
    const passphrase = 'river stone lantern';
    await makeFirstAdmin(identity, { code, staff: T01, passphrase });
    await signsIn(identity, passphrase);
    expect(identity.trail.newest(9).map(({ what }) => what)).toEqual(['signed-in', 'set-up']);
    expect(identity.trail.broken()).toBeNull();
    const db = new Database(identityFile(disk.folder));
    expect(() => db.exec("UPDATE trail SET subject = 't02'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM trail')).toThrow('never removed');
    // Whoever may write the file may drop its guards, but not know the hashes.
    db.exec("DROP TRIGGER trail_never_changed; UPDATE trail SET subject = 't02' WHERE seq = 2");
    db.close();
    expect(identity.trail.broken()).toBe(2);
  });
});

describe('passphrases', () => {
  it.each([
    'password1234',
    'P@ssw0rd12345',
    'welcomebank2026',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'qwertyuiop123',
    't01t01t01t01',
    'yinhang123456',
    'woaini1314520',
  ])('AUTH-8 %s is what everybody tries first', (passphrase) => {
    expect(isWeak(passphrase, T01)).toBe(true);
  });

  it.each(['river stone lantern', 'copper-kettle-7', '今天下雨带伞走回家去好吗', 'xk29vbq8rtm1'])(
    'AUTH-8 %s is not',
    (passphrase) => {
      expect(isWeak(passphrase, T01)).toBe(false);
    },
  );

  it('AUTH-8 cost 46 MiB and one pass, and a number that nobody has costs the same', async () => {
    const passphrases = openPassphrases();
    const hashed = await passphrases.hashOf('river stone lantern', PLACE);
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(await passphrases.matches(hashed, 'river stone lantern', PLACE)).toBe(true);
    expect(await passphrases.matches(hashed, 'river stone', PLACE)).toBe(false);
    expect(await passphrases.matches(null, 'river stone lantern', PLACE)).toBe(false);
  });
});

describe('wrong passphrases', () => {
  it('AUTH-9 hold off after five, twice as long each time, up to a quarter of an hour', () => {
    const backOff = openBackOff(() => true);
    const device = { device: 'd-000000000001', address: 'x' } as never;
    const waits = Array.from({ length: 12 }, () => {
      clock.advanceTo(clock.now() + backOff.waitMs(T01, device, clock.now()));
      backOff.begin(T01, device, clock.now());
      return backOff.waitMs(T01, device, clock.now()) / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('AUTH-9 from everywhere else leave the owner at the paired counter alone', async () => {
    const backOff = openBackOff(() => true);
    const counter = { device: 'd-000000000001', address: 'x' } as never;
    let guesses = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      for (let host = 0; host < 50; host += 1) {
        const from = { device: null, address: `10.0.0.${host}` };
        if (backOff.waitMs(T01, from, clock.now()) > 0) continue;
        backOff.begin(T01, from, clock.now());
        guesses += 1;
      }
      clock.advanceTo(clock.now() + MINUTE);
    }
    expect(guesses).toBe(20);
    expect(backOff.waitMs(T01, counter, clock.now() - MINUTE)).toBe(0);
    expect(backOff.isHeldOff(T01, clock.now() - MINUTE)).toBe(true);
    backOff.lift(T01);
    expect(backOff.isHeldOff(T01, clock.now() - MINUTE)).toBe(false);
  });

  it('AUTH-9 a try that was sent away unseen counts for nothing, and takes none of the others back', async () => {
    const backOff = openBackOff(() => true);
    const from = { device: null, address: 'x' };
    for (let tries = 0; tries < 4; tries += 1) backOff.begin(T01, from, clock.now());
    for (let tries = 0; tries < 30; tries += 1) backOff.begin(T01, from, clock.now())();
    expect(backOff.waitMs(T01, from, clock.now())).toBe(0);
    backOff.begin(T01, from, clock.now());
    expect(backOff.waitMs(T01, from, clock.now())).toBe(30_000);
    backOff.begin(T01, from, clock.now())();
    expect(backOff.waitMs(T01, from, clock.now())).toBe(30_000);
  });

  it('AUTH-9 numbers that nobody has do not make those of an account forgotten', () => {
    const backOff = openBackOff((staff) => staff === T01);
    for (let tries = 0; tries < 20; tries += 1) {
      backOff.begin(T01, { device: null, address: `10.0.0.${tries % 5}` }, clock.now());
    }
    for (let nth = 0; nth < 25_000; nth += 1) {
      backOff.begin(StaffId.parse(`x${nth}`), HERE, clock.now());
    }
    expect(backOff.waitMs(T01, HERE, clock.now())).toBeGreaterThan(50 * MINUTE);
    // The control: of made-up numbers the oldest is forgotten.
    expect(backOff.waitMs(StaffId.parse('x0'), { ...HERE, own: 'other' }, clock.now())).toBe(0);
  });

  it('AUTH-9 from elsewhere leave alone whoever is signed in, or comes from a browser of their own', () => {
    const backOff = openBackOff(() => true);
    for (let tries = 0; tries < 20; tries += 1) {
      backOff.begin(T01, { device: null, address: `10.0.0.${tries % 5}` }, clock.now());
    }
    expect(backOff.waitMs(T01, HERE, clock.now())).toBeGreaterThan(0);
    const own = { ...HERE, own: 'session 1' };
    const waits = Array.from({ length: 5 }, () => {
      const waitMs = backOff.waitMs(T01, own, clock.now());
      backOff.begin(T01, own, clock.now());
      return waitMs;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0]);
    expect(backOff.waitMs(T01, own, clock.now())).toBe(30_000);
  });

  it('AUTH-9 a browser is known by a mark of its own account, unspoilt, for ninety days', () => {
    const { browsers } = open('real');
    const mark = browsers.mark(T01, clock.now());
    expect(browsers.nameOf(T01, mark, clock.now())).toMatch(/^browser /);
    expect(browsers.nameOf(StaffId.parse('t02'), mark, clock.now())).toBeUndefined();
    const spoilt = `${mark.startsWith('A') ? 'B' : 'A'}${mark.slice(1)}`;
    expect(browsers.nameOf(T01, spoilt, clock.now())).toBeUndefined();
    expect(browsers.nameOf(T01, '', clock.now())).toBeUndefined();
    expect(browsers.nameOf(T01, mark, clock.now() + 90 * 24 * 60 * MINUTE)).toBeUndefined();
  });

  it('AUTH-8 made-up numbers from anywhere keep nobody at a paired counter waiting, nor in a hall of many', async () => {
    const identity = demo();
    const made = (nth: number) => ({ staff: StaffId.parse(`n${nth}`), passphrase: 'a wrong one' });
    const answers: unknown[] = [];
    const flood = Array.from({ length: 300 }, (_, nth) =>
      signIn(identity, made(nth), { device: null, address: `10.0.1.${nth % 5}` }, null).then(
        (one) => {
          answers.push(one.ok || one.code);
        },
      ),
    );
    const counter = { device: null, address: '10.0.2.1', own: 'browser 1' };
    const owner = signIn(identity, { staff: T01, passphrase: DEMO_PASSPHRASE }, counter, null);
    expect(await owner).toMatchObject({ ok: true });
    // It went before those who wait.
    expect(answers.filter((code) => code === 'sign-in-refused').length).toBeLessThan(5);
    await Promise.all(flood);
    expect(answers.filter((code) => code === 'sign-in-busy').length).toBeGreaterThan(200);
    // An address has thirty, then one in two seconds.
    const again = () => signIn(identity, made(999), { device: null, address: '10.0.1.1' }, null);
    const codes = [];
    for (let nth = 0; nth < 25; nth += 1) codes.push(await again());
    expect(codes.at(-1)).toMatchObject({ code: expect.stringMatching(/sign-in-(busy|held-off)/) });
  });

  it('AUTH-9 a full line is no way to begin anew', async () => {
    const identity = demo();
    const wrong = () => signsIn(identity, 'a wrong passphrase');
    for (let tries = 0; tries < 4; tries += 1) await wrong();
    const other = (nth: number) => ({ staff: StaffId.parse(`n${nth}`), passphrase: 'a wrong one' });
    const line = Array.from({ length: 40 }, (_, nth) => signIn(identity, other(nth), HERE, null));
    expect(await wrong()).toMatchObject({ code: 'sign-in-busy' });
    await Promise.all(line);
    clock.advanceTo(clock.now() + MINUTE);
    await wrong();
    expect(await wrong()).toMatchObject({ code: 'sign-in-held-off' });
  });

  it('AUTH-9 even the right one is not looked at meanwhile, and many at once count as many', async () => {
    const identity = demo();
    const guesses = Array.from({ length: 8 }, () => signsIn(identity, 'river stone lantern'));
    const codes = (await Promise.all(guesses)).map((answer) => !answer.ok && answer.code);
    expect(codes.filter((code) => code === 'sign-in-held-off')).toHaveLength(3);
    expect(await signsIn(identity)).toMatchObject({ code: 'sign-in-held-off' });
    clock.advanceTo(clock.now() + 31_000);
    expect(await signsIn(identity)).toMatchObject({ ok: true });
  });
});

describe('an old passphrase', () => {
  it('AUTH-8 is as good as on its first day, and nobody is asked for another one', async () => {
    const identity = demo();
    clock.advanceTo(clock.now() + 3 * 365 * 24 * 60 * MINUTE);
    expect(await signsIn(identity)).toMatchObject({ ok: true });
    expect(identity.accounts.get(T01)?.mustChange).toBe(false);
  });
});

describe('a demo', () => {
  it('AUTH-17 has its own sign-ins, and a real server none', async () => {
    expect(await signsIn(demo())).toMatchObject({ ok: true });
    opened.pop()?.close();
    disk.remove();
    disk = temporaryFolder();
    const real = open('real');
    expect(real.accounts.count()).toBe(0);
    expect(await signsIn(real)).toMatchObject({ code: 'sign-in-refused' });
  });
});

describe('a file that cannot be written', () => {
  /** As a full disk refuses, for as long as `during` runs. */
  const refusing = async (what: string, during: () => unknown): Promise<void> => {
    const db = new Database(identityFile(disk.folder));
    db.exec(`CREATE TRIGGER full BEFORE ${what} BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    await during();
    db.exec('DROP TRIGGER full');
    db.close();
  };
  const admin = (identity: Identity) => {
    const account = identity.accounts.all().find(({ roles }) => roles.includes('admin'));
    if (!account) throw new Error('no admin');
    return account;
  };

  it.each([...['INSERT ON trail', 'UPDATE ON accounts', 'DELETE ON sessions']])(
    'AUTH-6 leaves accounts as they are in it, and ends the sessions all the same: %s',
    async (what) => {
      const identity = demo();
      const answer = await signsIn(identity);
      const before = identity.accounts.get(T01);
      const disable = () => changeAccount(identity, admin(identity), T01, { disabled: true });
      await refusing(what, () => {
        expect(disable).toThrow('disk full');
        expect(identity.accounts.get(T01)).toEqual(before);
        expect(answer.ok && identity.sessions.byToken(answer.token)).toBeUndefined();
      });
      // After a restart they are still out.
      identity.sessions.sweep(clock.now());
      opened.pop()?.close();
      const again = open('demo');
      expect(answer.ok && again.sessions.byToken(answer.token)).toBeUndefined();
      expect(again.accounts.get(T01)).toEqual(before);
      expect(changeAccount(again, admin(again), T01, { disabled: true }).ok).toBe(true);
      expect(again.accounts.get(T01)?.disabled).toBe(true);
    },
  );

  it('AUTH-2 signs nobody in whose session it does not hold', async () => {
    const identity = demo();
    await refusing('INSERT ON trail', async () => {
      await expect(signsIn(identity)).rejects.toThrow('disk full');
      expect(identity.sessions.ofStaff(T01)).toEqual([]);
    });
    expect((await signsIn(identity)).ok).toBe(true);
  });

  it('AUTH-7 ends no server by what ends by its time, tells of it once and tries again', async () => {
    const told: unknown[] = [];
    const note = (_about: unknown, text?: unknown) => void told.push(text);
    const halls = [HallId.parse('demo')];
    const log = { warn: note, info: note };
    const given = { dataFolder: disk.folder, kind: 'demo', halls, now: clock.now, log } as const;
    const identity = openIdentity(given);
    opened.push(identity);
    addDemoAccounts(identity);
    const answer = await signsIn(identity);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1_300));
    await refusing('DELETE ON sessions', async () => {
      clock.advanceTo(clock.now() + 13 * 60 * MINUTE);
      await pause();
      expect(told).toEqual(['accounts and sessions cannot be written']);
      expect(answer.ok && identity.sessions.byToken(answer.token)).toBeUndefined();
    });
    await pause();
    expect(told).toHaveLength(2);
  });
});
