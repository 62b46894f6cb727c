/** What stays true while something is waited for, and who always remains. */
import { DeviceKey, PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, StaffId } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlledClock } from '../runtime/clock.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { type Identity, openIdentity } from './identity.ts';
import { type Admin, changeAccount, makeAccount, resetPassphrase } from './look-after.ts';
import { NO_PASSPHRASE } from './passphrase.ts';
import { signIn, signInFromElsewhere } from './sign-in.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const PASSPHRASE = 'river stone lantern';
const DEVICE = PairedDeviceId.parse('d-000000000001');
const KEY = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) });

let disk: ReturnType<typeof temporaryFolder>;
let identity: Identity;
let hash: string;
beforeEach(async () => {
  disk = temporaryFolder();
  const { now } = controlledClock(MORNING);
  const halls = [HallId.parse('demo')];
  identity = openIdentity({ dataFolder: disk.folder, kind: 'real', halls, now });
  hash = (await identity.passphrases.hashOf(PASSPHRASE, { name: 'here', known: true })) ?? '';
});
afterEach(() => {
  identity.close();
  disk.remove();
});

const account = (number: string, role: StaffRole, passphrase = hash): Admin['account'] => {
  const made = {
    ...{ staff: StaffId.parse(number), passphrase, mustChange: false, roles: [role], halls: null },
    ...{ disabled: false, createdAt: MORNING, lastSignInAt: null },
  };
  identity.accounts.put(made);
  return made;
};
const signedIn = (made: Admin['account']): Admin => {
  const given = { staff: made.staff, atDevice: null, endsAt: MORNING + 3_600_000 };
  const { session } = identity.sessions.startStaff({ ...given, lockAfterMs: null }, MORNING);
  return { account: made, session };
};
const chief = (number: string): Admin => signedIn(account(number, 'admin'));
const disable = (by: Admin, whom: Admin['account']) =>
  changeAccount(identity, by.account, whom.staff, { disabled: true });

describe('the last admin', () => {
  it('AUTH-11 is the last one with a passphrase, also where another has a way in by the provider', () => {
    const only = chief('a01');
    const byProvider = account('a02', 'admin', NO_PASSPHRASE);
    expect(disable(only, only.account)).toMatchObject({ code: 'last-admin' });
    expect(disable(only, byProvider)).toMatchObject({ ok: true });
    const other = chief('a03');
    expect(disable(other, only.account)).toMatchObject({ ok: true });
  });
});

describe('rights that end while a passphrase is hashed', () => {
  const backdoor = StaffId.parse('b99');
  const asks = {
    'makes no account': (by: Admin) =>
      makeAccount(identity, by, {
        ...{ staff: backdoor, roles: ['admin'], halls: null, passphrase: PASSPHRASE },
      }),
    'gives no passphrase': (by: Admin) =>
      resetPassphrase(identity, by, StaffId.parse('t01'), 'another river stone'),
  };
  it.each(Object.entries(asks))('AUTH-6 %s', async (_, ask) => {
    const [boss, fired] = [chief('a01'), chief('a02')];
    account('t01', 'teller');
    const asked = ask(fired);
    disable(boss, fired.account);
    expect(await asked).toMatchObject({ code: 'session-over' });
    expect(identity.accounts.get(backdoor)).toBeUndefined();
    expect(identity.accounts.get(StaffId.parse('t01'))?.passphrase).toBe(hash);
    const locked = chief('a03');
    const waiting = ask(locked);
    identity.sessions.setLocked(locked.session.id, true, MORNING);
    expect(await waiting).toMatchObject({ code: 'session-locked' });
    // The control: nothing happens meanwhile.
    expect(await ask(boss)).toMatchObject({ ok: true });
  });
});

describe('a device that is revoked while somebody is on the way to a session there', () => {
  const pair = (revokedAt: number | null): void =>
    identity.devices.put({
      ...{ device: DEVICE, role: 'counter', hall: HallId.parse('demo'), place: {}, name: 'C1' },
      ...{ key: KEY, pairedAt: MORNING, pairedBy: StaffId.parse('a01'), lastSeenAt: null },
      ...{ version: null, revokedAt, contestedAt: null },
    });
  const from = { device: DEVICE, address: '10.0.0.7' };

  it('AUTH-19 signs nobody in, by passphrase or by the provider', async () => {
    const { staff } = account('t01', 'teller');
    pair(null);
    const asked = signIn(identity, { staff, passphrase: PASSPHRASE }, from, null);
    pair(MORNING);
    expect(await asked).toMatchObject({ code: 'session-over' });
    expect(signInFromElsewhere(identity, staff, from, null)).toBeNull();
    expect(identity.sessions.ofDevice(DEVICE)).toEqual([]);
    pair(null);
    const again = await signIn(identity, { staff, passphrase: PASSPHRASE }, from, null);
    expect(again).toMatchObject({ ok: true });
    expect(signInFromElsewhere(identity, staff, from, null)).not.toBeNull();
  });
});
