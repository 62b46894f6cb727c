import { PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, KioskId, StaffId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { HALL_AUDIENCES, Role, type StaffRole } from '@tingxu/contract/roles';
import { revokeDevice } from '@tingxu/server/identity/look-after-devices';
import type { PairedDevice } from '@tingxu/server/identity/paired-devices';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedRig, startFeedRig } from './feed-rig.ts';
import { openRawWebsocket } from './raw-websocket.ts';
import { until } from './until.ts';

let rig: FeedRig;
beforeAll(async () => {
  rig = await startFeedRig();
});
afterAll(() => rig.close());

/** Somebody with an account and a session, and the token of it. */
const somebody = (staff: string, roles: StaffRole[], halls: string[] | null = null) => {
  const { accounts, sessions, now } = rig.identity();
  const id = StaffId.parse(staff);
  accounts.put({
    ...{ staff: id, passphrase: 'none', mustChange: false, roles, disabled: false },
    ...{ halls: halls?.map((hall) => HallId.parse(hall)) ?? null },
    ...{ createdAt: now(), lastSignInAt: null },
  });
  const endsAt = now() + 3_600_000;
  return sessions.startStaff({ staff: id, atDevice: null, endsAt, lockAfterMs: 60_000 }, now());
};

const KEY = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
/** A paired kiosk with a session. */
const device = () => {
  const { devices, sessions, now } = rig.identity();
  const paired: PairedDevice = {
    ...{ device: PairedDeviceId.parse('d-000000000001'), role: 'kiosk', name: 'K1', key: KEY },
    ...{ hall: HallId.parse('test'), place: { kiosk: KioskId.parse('K1') }, version: null },
    ...{ pairedAt: now(), pairedBy: StaffId.parse('a10'), lastSeenAt: null },
    ...{ revokedAt: null, contestedAt: null },
  };
  devices.put(paired);
  const endsAt = now() + 3_600_000;
  return { ...sessions.startDevice({ device: paired.device, endsAt }, now()), paired };
};

/** Of a text frame with a mask of zeros. */
const frameHead = (length: number): Buffer =>
  length < 126
    ? Buffer.from([0x81, 0x80 | length, 0, 0, 0, 0])
    : Buffer.from([0x81, 0xfe, length >> 8, length & 0xff, 0, 0, 0, 0]);

type Client = {
  readonly socket: Socket;
  readonly refused: Promise<string>;
  readonly follow: (audience: string) => Promise<{ ok: boolean; code?: string }>;
  readonly closing: Promise<string>;
  readonly gone: Promise<void>;
};
const opened: Socket[] = [];
afterAll(() => {
  for (const socket of opened) socket.disconnect();
});
const connect = (auth: object, cookie = '', url = rig.url): Client => {
  const socket = io(url, {
    ...{ transports: ['websocket'], auth, forceNew: true, reconnection: false },
    ...(cookie && { extraHeaders: { cookie } }),
  });
  opened.push(socket);
  return {
    socket,
    refused: new Promise((resolve) =>
      socket.once('connect_error', (error) => resolve(error.message)),
    ),
    follow: async (audience) => {
      const request = { hall: 'test', audience, protocol: PROTOCOL_VERSION };
      const answer = await socket.emitWithAck('follow', request);
      return { ok: answer.ok, code: answer.problem?.code };
    },
    closing: new Promise((resolve) =>
      socket.once('closing', (message: { reason: string }) => resolve(message.reason)),
    ),
    gone: new Promise((resolve) => socket.once('disconnect', () => resolve())),
  };
};

describe('a connection to the feed', () => {
  it('AUTH-2 hangs on a session, by cookie or by token, in one of its roles', async () => {
    const { token } = somebody('t10', ['teller']);
    const byToken = connect({ role: 'teller', token });
    expect(await byToken.follow('counter')).toMatchObject({ ok: true });
    const byCookie = connect({ role: 'teller' }, `tingxu-session=${token}`);
    expect(await byCookie.follow('counter')).toMatchObject({ ok: true });
    expect(await connect({ role: 'supervisor', token }).refused).toBe('forbidden');
    const unknown = `${token.slice(1)}A`;
    expect(await connect({ role: 'teller', token: unknown }).refused).toBe('session-over');
  });

  it('AUTH-2 is refused to whoever shows no session, in each role that needs one', async () => {
    const free = ['anonymous', 'phone'];
    const roles = Role.options.filter((role) => role !== 'system' && !free.includes(role));
    for (const role of roles) {
      expect([role, await connect({ role }).refused]).toEqual([role, 'unauthenticated']);
    }
    expect(roles.length).toBeGreaterThan(7);
    // Whoever needs none gets no further than that.
    for (const audience of HALL_AUDIENCES.filter((one) => one !== 'board')) {
      const answer = await connect({ role: 'anonymous' }).follow(audience);
      expect([audience, answer.code]).toEqual([audience, 'forbidden']);
    }
    expect(await connect({ role: 'anonymous' }).follow('board')).toMatchObject({ ok: true });
  });

  it('AUTH-16 is refused to everybody before the server is set up', async () => {
    const fresh = await startFeedRig({ nobody: true });
    for (const role of Role.options) {
      expect(await connect({ role }, '', fresh.url).refused).toBe('not-set-up');
    }
    await fresh.close();
  });

  it('AUTH-5 follows no hall that the rights do not name', async () => {
    const { token } = somebody('t11', ['teller'], ['elsewhere']);
    const answer = await connect({ role: 'teller', token }).follow('counter');
    expect(answer).toEqual({ ok: false, code: 'forbidden' });
  });

  it('AUTH-6 ends at once with its session, told why, and hears nothing after', async () => {
    const { session, token } = somebody('t12', ['teller']);
    const client = connect({ role: 'teller', token });
    await client.follow('counter');
    let heard = 0;
    client.socket.onAny((event) => {
      if (event !== 'closing') heard += 1;
    });
    rig.identity().sessions.end([session]);
    const heardAtEnd = heard;
    expect(await client.closing).toBe('session-over');
    await client.gone;
    expect(heard).toBe(heardAtEnd);
    expect(await connect({ role: 'teller', token }).refused).toBe('session-over');
  });

  it('AUTH-7 ends when its screen is locked, by hand, by nobody being there, and after the shift', async () => {
    const { sessions, now } = rig.identity();
    const byHand = somebody('t13', ['teller']);
    const one = connect({ role: 'teller', token: byHand.token });
    await one.follow('counter');
    sessions.setLocked(byHand.session.id, true, now());
    expect(await one.closing).toBe('session-locked');

    const alone = somebody('t14', ['teller']);
    const two = connect({ role: 'teller', token: alone.token });
    await two.follow('counter');
    sessions.sweep(now() + 149_000);
    expect(sessions.standing(alone.session.id, now())).toBe('live');
    sessions.sweep(now() + 151_000);
    await two.gone;

    const late = somebody('t15', ['teller']);
    const three = connect({ role: 'teller', token: late.token });
    await three.follow('counter');
    sessions.sweep(now() + 3_600_000);
    expect(await three.closing).toBe('session-over');
  });

  it('AUTH-19 ends at once with the session of a device that is revoked or taken elsewhere', async () => {
    const identity = rig.identity();
    const { session, token, paired } = device();
    const client = connect({ role: 'kiosk' }, `tingxu-device=${token}`);
    expect(await client.follow('kiosk')).toMatchObject({ ok: true });
    expect(identity.presence.isConnected(paired.device)).toBe(true);
    let heard = 0;
    client.socket.onAny((event) => {
      if (event !== 'closing') heard += 1;
    });
    const admin = identity.accounts.get(somebody('a10', ['admin']).session.staff);
    expect(admin && revokeDevice(identity, admin, paired.device)).toMatchObject({ ok: true });
    const heardAtEnd = heard;
    expect(identity.sessions.byId(session.id)).toBeUndefined();
    expect(await client.closing).toBe('session-over');
    await client.gone;
    expect(heard).toBe(heardAtEnd);
    expect(identity.presence.isConnected(paired.device)).toBe(false);
    expect(await connect({ role: 'kiosk' }, `tingxu-device=${token}`).refused).toBe('session-over');
  });

  it.each([
    ['a packet that is none', ['4x']],
    ['a second socket', ['40{}']],
    ['nothing wrong', []],
  ])(
    'AUTH-19 a device whose connection brings %s is connected as long as it has one',
    async (_, more) => {
      const { presence } = rig.identity();
      const { token, paired } = device();
      const raw = await openRawWebsocket(Number(new URL(rig.url).port));
      // All in one segment: what follows the first packet is read before the socket is let in.
      const bare = (text: string): Buffer =>
        Buffer.concat([frameHead(Buffer.byteLength(text)), Buffer.from(text)]);
      const connects = `40${JSON.stringify({ role: 'kiosk', token })}`;
      raw.sendBytes(Buffer.concat([connects, ...more].map(bare)));
      if (more.length === 0) {
        await until('connected', () => presence.isConnected(paired.device));
        raw.tcp.destroy();
      }
      await until('closed', () => raw.tcp.closed || raw.tcp.readableEnded);
      await until('left', () => !presence.isConnected(paired.device));
    },
  );

  it('FEED-1 takes no role that is none, nor the server’s own', async () => {
    for (const auth of [{}, { role: 'root' }, { role: 'board', more: 1 }]) {
      expect(await connect(auth).refused).toBe('validation-failed');
    }
    expect(Role.options).toContain('system');
    expect(await connect({ role: 'system' }).refused).toBe('forbidden');
  });
});
