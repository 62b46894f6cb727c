import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { IdentityTrail, PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, StaffId } from '@tingxu/contract/ids';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityFile } from '../identity/identity-file.ts';
import { type HttpRig, openHallDay, openHttpRig, type Send } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
});
afterEach(() => rig.close());

const read = async (who: Send, query = ''): Promise<IdentityTrail> =>
  IdentityTrail.parse((await rig.send('GET', `/api/v1/trail${query}`, who)).json);

const note = (subject: string): void =>
  rig.identity.trail.append({
    ...{ at: rig.clock.now(), what: 'account-changed', subject, by: StaffId.parse('a09') },
    detail: { roles: ['teller'] },
  });

describe('the trail of identity', () => {
  it('AUTH-15 is read by admins and auditors, newest first, page by page, to its beginning', async () => {
    for (let nth = 1; nth <= 450; nth += 1) note(`t${nth}`);
    for (const role of ['admin', 'auditor']) {
      const pages = [await read({ role })];
      expect(pages[0]?.entries[0]).toMatchObject({ subject: 't450', by: 'a09' });
      expect(pages[0]?.entries[0]?.detail).toEqual({ roles: ['teller'] });
      for (let before = pages[0]?.before; before; before = pages.at(-1)?.before) {
        pages.push(await read({ role }, `?before=${before}`));
      }
      const seqs = pages.flatMap(({ entries }) => entries.map(({ seq }) => seq));
      expect(seqs).toEqual(Array.from({ length: 450 }, (_, at) => 450 - at));
      expect(pages.length).toBe(3);
    }
    for (const query of ['?before=0', '?before=x', '?more=1']) {
      const { json } = await rig.send('GET', `/api/v1/trail${query}`, { role: 'admin' });
      expect([query, json['code']]).toEqual([query, 'validation-failed']);
    }
  });

  it('AUTH-15 is searched by person, act and time, page by page', async () => {
    const begin = rig.clock.now();
    for (let nth = 1; nth <= 250; nth += 1) note(`t${nth % 2}`);
    rig.clock.advanceTo(begin + 86_400_000);
    note('t1');
    const at = (ms: number): string => encodeURIComponent(new Date(begin + ms).toISOString());
    const count = async (query: string): Promise<readonly [number, boolean]> => {
      const { entries, before } = await read({ role: 'auditor' }, query);
      return [entries.length, before !== null];
    };
    expect(await count('?person=t1')).toEqual([126, false]);
    // Whoever did it is found as well as whom it befell.
    expect(await count('?person=a09')).toEqual([200, true]);
    expect(await count('?person=a09&before=52')).toEqual([51, false]);
    expect(await count('?person=nobody')).toEqual([0, false]);
    expect(await count('?what=device-paired')).toEqual([0, false]);
    expect(await count('?what=account-changed&person=t0')).toEqual([125, false]);
    expect(await count(`?person=t1&until=${at(1_000)}`)).toEqual([125, false]);
    expect(await count(`?from=${at(1_000)}`)).toEqual([1, false]);
    for (const query of ['?what=theft', '?from=yesterday', '?person=']) {
      const { json } = await rig.send('GET', `/api/v1/trail${query}`, { role: 'admin' });
      expect([query, json['code']]).toEqual([query, 'validation-failed']);
    }
  });

  it('AUTH-11 tells whoever is bound to halls of accounts and devices of these', async () => {
    const { accounts, devices, now } = rig.identity;
    const [demo, other] = [HallId.parse('demo'), HallId.parse('other')];
    for (const [name, halls] of [
      ['here', [demo]],
      ['there', [other]],
      ['everywhere', null],
    ] as const) {
      accounts.put({
        ...{ staff: StaffId.parse(name), passphrase: 'none', mustChange: false, roles: ['admin'] },
        ...{ halls, disabled: false, createdAt: now(), lastSignInAt: null },
      });
    }
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
    for (const [nth, hall] of [demo, other].entries()) {
      devices.put({
        ...{ device: PairedDeviceId.parse(`d-00000000000${nth + 1}`), role: 'board', hall, key },
        ...{ place: {}, name: 'b', pairedAt: 0, pairedBy: StaffId.parse('here'), version: null },
        ...{ lastSeenAt: null, revokedAt: null, contestedAt: null },
      });
    }
    const subjects = ['here', 'there', 'everywhere', 'nobody', 'd-000000000001', 'd-000000000002'];
    for (const subject of subjects) note(subject);
    const told = async (staff: string) =>
      (await read({ role: 'admin', staff })).entries.map(({ subject }) => subject).reverse();
    expect(await told('here')).toEqual(['here', 'd-000000000001']);
    expect(await told('there')).toEqual(['there', 'd-000000000002']);
    expect(await told('everywhere')).toEqual(subjects);
  });

  it('AUTH-15 a change of it is found by journal:check, beside the running server', async () => {
    await openHallDay(rig);
    for (const subject of ['t01', 't02', 't03']) note(subject);
    const program = fileURLToPath(new URL('../admin/journal-check.ts', import.meta.url));
    const check = () =>
      spawnSync(process.execPath, [program, rig.dataFolder], { encoding: 'utf8' });
    const whole = check();
    expect(whole.stdout).toMatch(/✓ trail: 3 entries, no gap, head [0-9a-f]{64}\n/);
    expect(whole.status).toBe(0);
    const db = new Database(identityFile(rig.dataFolder));
    db.exec("DROP TRIGGER trail_never_changed; UPDATE trail SET subject = 't09' WHERE seq = 2");
    db.close();
    const broken = check();
    expect(broken.stdout).toContain('✗ trail: first wrong entry 2');
    expect(broken.status).toBe(1);
  });
});
