import type { PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, StaffId } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RigKey, rigKey } from '../identity/testing/rig-key.ts';
import { type HttpRig, openHttpRig, type Reply } from './testing/http-rig.ts';

let rig: HttpRig;
let admin: string;
let branch: string;
beforeAll(async () => {
  rig = await openHttpRig();
  admin = signedIn('a01', ['admin'], null);
  branch = signedIn('a02', ['admin'], ['elsewhere']);
});
afterAll(() => rig.close());

/** The cookie of somebody who has signed in. */
function signedIn(staff: string, roles: StaffRole[], halls: string[] | null): string {
  const { accounts, sessions, now } = rig.identity;
  const id = StaffId.parse(staff);
  accounts.put({
    ...{ staff: id, passphrase: 'none', mustChange: false, roles, disabled: false },
    ...{ halls: halls?.map((hall) => HallId.parse(hall)) ?? null },
    ...{ createdAt: now(), lastSignInAt: null },
  });
  const endsAt = now() + 100 * 3_600_000;
  const { token } = sessions.startStaff(
    { staff: id, atDevice: null, endsAt, lockAfterMs: null },
    now(),
  );
  return `tingxu-session=${token}`;
}

const post = (path: string, body: unknown, cookie = '') =>
  rig.send('POST', `/api/v1${path}`, { body, headers: cookie ? { cookie } : {} });
const get = (path: string, cookie = '', role?: string) =>
  rig.send('GET', `/api/v1${path}`, {
    headers: { ...(cookie && { cookie }), ...(role && { 'tingxu-role': role }) },
  });
const cookieOf = (reply: Reply): string =>
  String([reply.headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';

const KIOSK = { role: 'kiosk', place: { kiosk: 'K2' }, hall: 'demo' };
const ask = async (key: RigKey) => {
  const reply = await post('/pairing', { key: key.key, ...KIOSK, version: '1.0' });
  expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
  return reply.json as { code: string; pairing: string };
};
const confirm = (code: string, more: object = {}, cookie = admin) =>
  post('/devices/confirm', { code, ...KIOSK, name: '入口取号机', ...more }, cookie);
const stateOf = async (pairing: string) => (await get(`/pairing/${pairing}`)).json;

type Paired = RigKey & { readonly device: string };
const paired = async (more: object = {}): Promise<Paired> => {
  const key = await rigKey();
  const { code, pairing } = await ask(key);
  expect((await confirm(code, more)).status).toBe(201);
  const { device } = await stateOf(pairing);
  return { ...key, device: String(device) };
};
const challengeOf = async ({ device }: Paired): Promise<string> =>
  String((await post('/device-session/challenge', { device })).json['challenge']);
const open = async (device: Paired, cookie = '', given?: string): Promise<Reply> => {
  const challenge = given ?? (await challengeOf(device));
  const signature = await device.sign(challenge);
  const body = { device: device.device, challenge, signature, version: '1.1' };
  return post('/device-session', body, cookie);
};
const opened = async (device: Paired, cookie = ''): Promise<string> => {
  const reply = await open(device, cookie);
  expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
  return cookieOf(reply);
};
const rowOf = async (device: string) => {
  const { json } = await get('/devices', admin);
  const rows = json['devices'] as Record<string, unknown>[];
  return rows.find((row) => row['device'] === device);
};

describe('pairing', () => {
  it('AUTH-12 takes in the device whose code an admin has read from its screen', async () => {
    const key = await rigKey();
    const { code, pairing } = await ask(key);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(await stateOf(pairing)).toEqual({ state: 'waiting', device: null });
    const reply = await confirm(code);
    expect(reply.json).toMatchObject({
      ...{ ...KIOSK, name: '入口取号机', pairedBy: 'a01', version: '1.0' },
      ...{ connected: false, contested: false, revokedAt: null },
    });
    const { device } = reply.json;
    expect(await stateOf(pairing)).toEqual({ state: 'paired', device });
    expect(rig.identity.trail.newest(1)).toMatchObject([
      { what: 'device-paired', subject: device, by: 'a01', detail: { role: 'kiosk' } },
    ]);
  });

  it('AUTH-12 takes a code once, and for ten minutes', async () => {
    const { code } = await ask(await rigKey());
    expect((await confirm(code)).status).toBe(201);
    expect((await confirm(code)).json['code']).toBe('pairing-code-unknown');
    const late = await ask(await rigKey());
    rig.clock.advanceTo(rig.clock.now() + 10 * 60_000);
    expect((await confirm(late.code)).json['code']).toBe('pairing-code-unknown');
    expect(await stateOf(late.pairing)).toEqual({ state: 'over', device: null });
  });

  it('AUTH-12 voids what is shown after ten wrong codes; the device asks for another one', async () => {
    const key = await rigKey();
    const { code, pairing } = await ask(key);
    const wrong = code === '22222222' ? '33333333' : '22222222';
    for (let tries = 1; tries < 10; tries += 1) await confirm(wrong);
    expect(await stateOf(pairing)).toMatchObject({ state: 'waiting' });
    await confirm(wrong);
    expect(await stateOf(pairing)).toMatchObject({ state: 'over' });
    expect((await confirm(code)).json['code']).toBe('pairing-code-unknown');
    const next = await ask(key);
    expect((await confirm(next.code)).status).toBe(201);
  });

  it('AUTH-12 is an admin’s of that hall, and needs to say where the device stands', async () => {
    const { code } = await ask(await rigKey());
    expect((await confirm(code, {}, branch)).json['code']).toBe('forbidden');
    expect((await confirm(code, { hall: 'elsewhere' })).json['code']).toBe('forbidden');
    expect((await confirm(code, { place: {} })).json['code']).toBe('validation-failed');
    expect((await confirm(code, {}, '')).json['code']).toBe('unauthenticated');
    expect((await confirm(code)).status).toBe(201);
  });

  it('AUTH-12 tells admins who asks, and no code: that stands on its screen', async () => {
    const key = await rigKey();
    const body = { key: key.key, ...KIOSK, place: {}, version: '1.0' };
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36';
    const asked = await rig.send('POST', '/api/v1/pairing', {
      ...{ body, headers: { 'user-agent': agent } },
    });
    const { code } = asked.json as { code: string };
    const reply = await get('/devices/waiting', admin);
    expect((reply.json['waiting'] as unknown[]).at(-1)).toMatchObject({
      ...{ role: 'kiosk', hall: 'demo', place: {}, version: '1.0', agent: 'Chrome 130 · Linux' },
      address: expect.stringMatching(/\d/),
    });
    expect(reply.text).not.toContain(code);
    expect((await get('/devices/waiting', branch)).json).toEqual({ waiting: [] });
    expect((await get('/devices/waiting')).json['code']).toBe('unauthenticated');
    expect((await confirm(code)).status).toBe(201);
    expect((await get('/devices/waiting', admin)).text).not.toContain('Chrome 130');
  });

  it('AUTH-12, AUTH-18 takes no version that hides or turns what stands beside it', async () => {
    const device = await paired();
    const challenge = await challengeOf(device);
    const signature = await device.sign(challenge);
    const opens = { device: device.device, challenge, signature };
    for (const version of ['1\u0000', '\u202e1.0', '1\n2', '\u20661', '', '·']) {
      const asked = await post('/pairing', { key: (await rigKey()).key, ...KIOSK, version });
      expect([version, asked.json['code']]).toEqual([version, 'validation-failed']);
      const again = await post('/device-session', { ...opens, version });
      expect([version, again.json['code']]).toEqual([version, 'validation-failed']);
    }
    expect((await post('/device-session', { ...opens, version: '44 · aB-_12' })).status).toBe(200);
  });

  it('AUTH-12 refuses what is no key', async () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    const reply = await post('/pairing', { key, ...KIOSK, version: '1.0' });
    expect(reply.json['code']).toBe('validation-failed');
  });
});

describe('the session of a device', () => {
  it('AUTH-18 is given for a signature, and is what it was paired as, where it stands', async () => {
    const device = await paired();
    const cookie = await opened(device);
    expect(cookie).toMatch(/^tingxu-device=[\w-]{43}$/);
    expect((await get('/me', cookie)).json).toMatchObject({
      staff: null,
      device: { device: device.device, role: 'kiosk', hall: 'demo', place: { kiosk: 'K2' } },
    });
    const help = (kiosk: string, role = 'kiosk') =>
      rig.command(`/kiosks/${kiosk}/help`, { headers: { cookie, 'tingxu-role': role } });
    await rig.command('/day/open', { role: 'supervisor' });
    expect((await help('K2')).status).toBe(200);
    expect((await help('K1')).json['code']).toBe('forbidden');
    expect((await help('K2', 'supervisor')).json['code']).toBe('forbidden');
    const pad = await opened(await paired({ role: 'pad', place: { counter: '1' } }));
    const rate = (counter: string) =>
      rig.command(`/counters/${counter}/rating`, { headers: { cookie: pad }, body: { score: 5 } });
    expect((await rate('2')).json['code']).toBe('forbidden');
    expect((await rate('1')).json['code']).not.toBe('forbidden');
  });

  it('AUTH-18 takes a challenge once, for a minute, of that device and signed by its key', async () => {
    const device = await paired();
    const other = await paired();
    const challenge = await challengeOf(device);
    expect(challenge).toMatch(new RegExp(`^tingxu-device:demo:${device.device}:[\\w-]{43}$`));
    const refused = async (reply: Promise<Reply>) =>
      expect((await reply).json['code']).toBe('challenge-refused');
    await refused(open({ ...other, device: device.device }));
    await refused(open(other, '', await challengeOf(device)));
    expect((await open(device, '', challenge)).status).toBe(200);
    await refused(open(device, '', challenge));
    const late = await challengeOf(device);
    rig.clock.advanceTo(rig.clock.now() + 60_000);
    await refused(open(device, '', late));
    const unknown = await post('/device-session/challenge', { device: 'd-000000000000' });
    expect(unknown.json['code']).toBe('device-not-paired');
  });

  it('AUTH-18 goes on when its holder renews it, and a browser that starts anew is no alarm', async () => {
    const device = await paired();
    const cookie = await opened(device);
    rig.clock.advanceTo(rig.clock.now() + 23 * 3_600_000);
    expect((await open(device, cookie)).headers['set-cookie']).toBeUndefined();
    rig.clock.advanceTo(rig.clock.now() + 23 * 3_600_000);
    expect((await get('/me', cookie)).json['device']).not.toBeNull();
    for (let starts = 0; starts < 4; starts += 1) await opened(device);
    expect(await rowOf(device.device)).toMatchObject({ contested: false, version: '1.1' });
  });

  it('AUTH-18 of a copied key ends the first one, and two that take it from each other are told of', async () => {
    const device = await paired();
    const mine = await opened(device);
    const thief = await opened(device);
    expect((await get('/me', mine)).json['device']).toBeNull();
    expect((await get('/me', thief)).json['device']).not.toBeNull();
    expect(await rowOf(device.device)).toMatchObject({ contested: false });
    await opened(device, mine);
    expect((await get('/me', thief)).json['device']).toBeNull();
    expect(await rowOf(device.device)).toMatchObject({ contested: true });
    expect(rig.identity.trail.newest(1)).toMatchObject([{ what: 'device-contested' }]);
    const warned = rig.logged.filter(({ level }) => level === 'warn');
    expect(warned.at(-1)?.about).toMatchObject({ device: device.device });
  });
});

it('JRN-4, AUTH-14 the key of one kiosk tells another one nothing', async () => {
  const [one, other] = [await opened(await paired()), await opened(await paired())];
  const take = (cookie: string) =>
    rig.send('POST', '/api/v1/halls/demo/tickets', {
      body: { service: 'cash' },
      headers: { cookie, 'tingxu-role': 'kiosk', 'idempotency-key': 'key-of-one-kiosk' },
    });
  const first = await take(one);
  expect([first.status, first.text]).toEqual([201, expect.any(String)]);
  const again = await take(one);
  expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
  const stolen = await take(other);
  expect([stolen.json['code'], stolen.headers['idempotency-replayed']]).toEqual([
    'idempotency-key-reused',
    undefined,
  ]);
});

describe('devices', () => {
  it('AUTH-19 are revoked at once, with whoever is signed in at them', async () => {
    const device = await paired({ role: 'counter', place: { counter: '1' } });
    const cookie = await opened(device);
    const { sessions, now } = rig.identity;
    const { token } = sessions.startStaff(
      {
        ...{ staff: StaffId.parse('a02'), endsAt: now() + 3_600_000, lockAfterMs: null },
        atDevice: (await rowOf(device.device))?.['device'] as PairedDeviceId,
      },
      now(),
    );
    const path = `/devices/${device.device}/revoke`;
    expect((await post(path, {}, branch)).json['code']).toBe('device-unknown');
    expect((await get('/me', cookie)).json['device']).not.toBeNull();
    const reply = await post(path, {}, admin);
    expect(reply.json).toMatchObject({ device: device.device, revokedAt: expect.any(String) });
    expect((await get('/me', cookie)).json['device']).toBeNull();
    expect((await get('/me', `tingxu-session=${token}`)).json['staff']).toBeNull();
    expect((await get('/halls/demo/statistics', cookie)).json['code']).toBe('session-over');
    const challenge = await post('/device-session/challenge', { device: device.device });
    expect(challenge.json['code']).toBe('device-not-paired');
  });

  it('AUTH-19 get another name as they go on, and another place where they begin anew', async () => {
    const device = await paired();
    const cookie = await opened(device);
    const path = `/devices/${device.device}`;
    const named = await post(path, { name: '后门取号机' }, admin);
    expect(named.json).toMatchObject({ name: '后门取号机', place: { kiosk: 'K2' } });
    expect((await get('/me', cookie)).json['device']).toMatchObject({ name: '后门取号机' });
    expect((await post(path, { place: {} }, admin)).json['code']).toBe('validation-failed');
    expect((await post(path, { name: 'x' }, branch)).json['code']).toBe('device-unknown');
    const moved = await post(path, { place: { kiosk: 'K1' } }, admin);
    expect(moved.json).toMatchObject({ name: '后门取号机', role: 'kiosk', place: { kiosk: 'K1' } });
    expect((await get('/me', cookie)).json['device']).toBeNull();
    const again = await opened(device, cookie);
    expect((await get('/me', again)).json['device']).toMatchObject({ place: { kiosk: 'K1' } });
    expect(rig.identity.trail.newest(1)).toMatchObject([{ what: 'device-changed', by: 'a01' }]);
    await post(`${path}/revoke`, {}, admin);
    expect((await post(path, { name: 'x' }, admin)).json['code']).toBe('device-unknown');
  });

  it('AUTH-19 are listed for those who look after their hall', async () => {
    const device = await paired();
    const before = await rowOf(device.device);
    expect(before).toMatchObject({ lastSeenAt: null, connected: false });
    await opened(device);
    expect(await rowOf(device.device)).toMatchObject({ lastSeenAt: expect.any(String) });
    expect((await get('/devices', branch)).json).toEqual({ devices: [] });
    expect((await get('/devices')).json['code']).toBe('unauthenticated');
  });
});
