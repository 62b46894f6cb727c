import { once } from 'node:events';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { AUDIENCE_ROLES } from '@tingxu/contract/access';
import { FeedBatch, type FeedClosing, FeedSnapshot, type FollowReply } from '@tingxu/contract/feed';
import { TicketId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { type Audience, HALL_AUDIENCES, type HallAudience, Role } from '@tingxu/contract/roles';
import { faultIn, PUBLIC_AUDIENCES } from '@tingxu/contract/told';
import { call, finish, issue, open, recall } from '@tingxu/hall/testing/commands';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  expectedView,
  type FeedRig,
  followAs,
  handshakeAs,
  LINKS,
  startFeedRig,
} from './feed-rig.ts';
import { businessDay, smallHall } from './small-hall.ts';
import { until } from './until.ts';

let rig: FeedRig;
const opened: (() => void)[] = [];

const OPEN_DAY = { type: 'OpenDay', businessDay: businessDay(0), config: smallHall } as const;

beforeEach(async () => {
  rig = await startFeedRig();
  await rig.send(OPEN_DAY);
});
afterEach(async () => {
  for (const close of opened.splice(0)) close();
  await rig.close();
  expect(rig.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

/** A bare Socket.IO client that remembers every frame. */
const bareClient = (auth: object, path = '/') => {
  const socket: Socket = io(rig.url + path, {
    auth,
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
  });
  const heard: { event: string; message: unknown }[] = [];
  const ended: string[] = [];
  socket.onAny((event: string, message: unknown) => heard.push({ event, message }));
  socket.on('disconnect', (reason) => ended.push(reason));
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
    ended.push(error.data?.code ?? error.message),
  );
  opened.push(() => socket.disconnect());
  const follow = (more: object = {}): Promise<FollowReply> =>
    socket.timeout(5_000).emitWithAck('follow', {
      hall: HALL,
      audience: 'board',
      protocol: PROTOCOL_VERSION,
      ...more,
    });
  const messages = (event: string) =>
    heard.filter((one) => one.event === event).map((one) => one.message);
  return { socket, heard, ended, follow, messages };
};
const follower = <A extends HallAudience>(audience: A) => {
  const one = followAs(rig.url, audience);
  opened.push(one.close);
  return one;
};

describe('following', () => {
  it('FEED-3 each audience sees what the hall is, and goes on seeing it', async () => {
    await rig.send(open('1', 'canary-1'));
    const followers = HALL_AUDIENCES.map((audience) => ({ audience, one: follower(audience) }));
    await until('all live', () => followers.every(({ one }) => one.state().status === 'live'));
    for (const command of [issue(), issue('cash', 'vip'), call('1')]) await rig.send(command);
    for (const { audience, one } of followers) {
      const expected = expectedView(rig, audience);
      await until(`${audience} is up to date`, () => isDeepStrictEqual(one.state().view, expected));
    }
  });

  it('FEED-3 a snapshot, then batches that join it, whatever happens in between', async () => {
    const { socket, follow, messages } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    const commands = Array.from({ length: 20 }, () => rig.send(issue()));
    expect(await follow()).toEqual({ ok: true });
    await Promise.all(commands);
    await rig.send(issue());
    await until('the last batch', () => messages('batch').some((batch) => waitingIn(batch) === 21));
    const [snapshot, ...more] = messages('snapshot').map((one) => FeedSnapshot.parse(one));
    expect(more).toEqual([]);
    let upTo = snapshot?.upTo;
    for (const batch of messages('batch').map((one) => FeedBatch.parse(one))) {
      expect(batch.after).toBe(upTo);
      upTo = batch.upTo;
    }
  });

  it('FEED-3 a new following replaces the old one', async () => {
    const { socket, follow, messages } = bareClient(handshakeAs('supervisor'));
    await until('connected', () => socket.connected);
    await follow({ audience: 'board' });
    await follow({ audience: 'kiosk' });
    await rig.send(open('1', 'canary-1'));
    await rig.send(issue());
    await until('news', () => messages('batch').length >= 2);
    const kinds = messages('batch').flatMap((one) =>
      FeedBatch.parse(one).events.map((event) => event.type),
    );
    expect(kinds).toContain('service');
    expect(kinds).not.toContain('counter');
  });

  it('FEED-1 a role gets the audiences that name it, and no other', async () => {
    for (const role of Role.options.filter((one) => one !== 'system')) {
      const { socket, follow } = bareClient(handshakeAs(role));
      await until('connected', () => socket.connected);
      for (const audience of HALL_AUDIENCES) {
        const reply = await follow({ audience });
        expect(reply.ok, `${role} ${audience}`).toBe(AUDIENCE_ROLES[audience].includes(role));
      }
      socket.disconnect();
    }
  });

  it.each([
    [{ role: 'system' }, 'forbidden'],
    [{ role: 'root' }, 'validation-failed'],
    [{}, 'validation-failed'],
  ])('FEED-1 a handshake of %j is refused', async (auth, code) => {
    const { ended, socket } = bareClient(auth);
    await until('refused', () => ended.length > 0);
    expect(ended).toEqual([code]);
    expect(socket.connected).toBe(false);
  });

  it('FEED-1 a follower that may not follow says so and why', async () => {
    const one = followAs(rig.url, 'supervisor', { role: 'kiosk' });
    opened.push(one.close);
    await until('refused', () => one.state().status === 'refused');
    expect(one.state()).toMatchObject({ view: null, problem: { code: 'forbidden' } });
  });

  it('tells a client of another version to upgrade', async () => {
    const { socket, follow, messages } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    const reply = await follow({ protocol: PROTOCOL_VERSION + 1 });
    expect(reply).toMatchObject({ ok: false, problem: { code: 'upgrade-required' } });
    expect(messages('snapshot')).toEqual([]);
  });

  it('FEED-4 a tick comes at once and names the last batch', async () => {
    const { socket, follow, heard } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    await follow();
    expect(heard.map(({ event }) => event)).toEqual(['snapshot', 'tick']);
    expect(heard[1]?.message).toMatchObject({
      upTo: FeedSnapshot.parse(heard[0]?.message).upTo,
    });
  });
});

describe('what a client does wrong closes its own connection only', () => {
  const witness = async () => {
    const one = follower('board');
    await until('live', () => one.state().status === 'live');
    return one;
  };

  it.each<[string, (socket: Socket) => unknown]>([
    ['an unknown event', (socket) => socket.emit('delete-everything', {})],
    ['an event that the server sends', (socket) => socket.emit('snapshot', {})],
    ['a follow without an acknowledgement', (socket) => socket.emit('follow', {})],
    ['an error event', (socket) => socket.emit('error', new Error('boom'))],
    ['a huge message', (socket) => socket.emit('follow', 'x'.repeat(100_000))],
    [
      'many small messages',
      (socket) => {
        for (let count = 0; count < 200; count += 1) socket.emit('follow', {}, () => undefined);
      },
    ],
  ])('%s', async (_name, misbehave) => {
    const one = await witness();
    const { socket, ended } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    misbehave(socket);
    await until('closed', () => ended.length > 0);
    await rig.send(issue());
    await until('the witness hears', () => waiting(one.state().view) === 1);
    expect(one.state().status).toBe('live');
  });

  it('says why', async () => {
    const { socket, messages, ended } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    socket.emit('unknown');
    await until('closed', () => ended.length > 0);
    expect(messages('closing')).toEqual([{ reason: 'bad-message' } satisfies FeedClosing]);
  });

  it('an unknown namespace is not joined', async () => {
    const { ended } = bareClient(handshakeAs('board'), '/admin');
    await until('refused', () => ended.length > 0);
    expect(ended).toEqual(['Invalid namespace']);
  });

  it('answers too many follows with a problem', async () => {
    const { socket, follow } = bareClient(handshakeAs('board'));
    await until('connected', () => socket.connected);
    const replies = await Promise.all(Array.from({ length: 15 }, () => follow()));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(10);
    expect(replies.at(-1)).toMatchObject({ problem: { code: 'too-many-requests' } });
    expect(socket.connected).toBe(true);
  });

  it('refuses pages of other origins', async () => {
    const socket = io(rig.url, {
      auth: handshakeAs('board'),
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      extraHeaders: { origin: 'http://evil.example' },
    });
    const errors: string[] = [];
    socket.on('connect_error', (error) => errors.push(error.message));
    await until('refused', () => errors.length > 0);
    expect(socket.connected).toBe(false);
  });

  it.each([
    ['one host', [], 101],
    ['two hosts', ['Host: elsewhere'], 400],
  ])('WEB-1 answers an upgrade that names %s', async (_name, more, status) => {
    const { port, host } = new URL(rig.url);
    const upgrade = [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      ...[`Host: ${host}`, ...more, 'Connection: Upgrade', 'Upgrade: websocket'],
      ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
    ];
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`${upgrade.join('\r\n')}\r\n\r\n`),
    );
    const [said] = await once(socket, 'data');
    socket.destroy();
    expect(String(said)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe('privacy', () => {
  it('FEED-2, LINK-2 each message to the public is of its audience, and names neither staff nor a ticket id', async () => {
    const first = TicketId.parse(`${businessDay(0).replaceAll('-', '')}-0001`);
    const publicClients: (ReturnType<typeof bareClient> & { readonly audience: Audience })[] = [];
    const publicly = async (role: Role, audience: Audience, more: object = {}) => {
      const client = bareClient(handshakeAs(role));
      await until('connected', () => client.socket.connected);
      expect(await client.follow({ audience, ...more })).toEqual({ ok: true });
      publicClients.push({ ...client, audience });
    };
    await rig.send(issue('cash', 'vip'));
    await publicly('board', 'board');
    await publicly('anonymous', 'board');
    await publicly('kiosk', 'kiosk');
    await publicly('pad', 'pad');
    await publicly('phone', 'phone', { link: LINKS.linkOf(HALL, first) });
    const staff = bareClient(handshakeAs('supervisor'));
    await until('connected', () => staff.socket.connected);
    await staff.follow({ audience: 'supervisor' });
    for (const command of [
      open('1', 'canary-1'),
      issue(),
      call('1'),
      recall('V001', '1'),
      finish('V001', '1'),
      issue('account'),
    ]) {
      await rig.send(command);
    }
    await publicly('board', 'board');
    await until('all told', () =>
      publicClients.slice(0, -1).every(({ messages }) => messages('batch').length > 0),
    );
    const canary = /canary|"\d{8}-\d{4,}"|"staff/;
    const faults = (audience: Audience, { heard }: Pick<(typeof publicClients)[0], 'heard'>) =>
      heard.map(({ event, message }) => faultIn(audience, event, message)).filter(Boolean);
    for (const { audience, heard } of publicClients) {
      expect(heard.length).toBeGreaterThan(1);
      expect(faults(audience, { heard })).toEqual([]);
      expect(JSON.stringify(heard)).not.toMatch(canary);
    }
    for (const audience of PUBLIC_AUDIENCES) {
      expect(faults(audience, staff).length, audience).toBeGreaterThan(0);
    }
    expect(faults('supervisor', staff)).toEqual([]);
    // Control: the same search finds them where they belong.
    expect(JSON.stringify(staff.heard)).toMatch(/canary-1/);
    expect(JSON.stringify(staff.heard)).toMatch(/"\d{8}-\d{4,}"/);
  });
});

const waiting = (view: unknown): number | undefined =>
  (view as { lanes?: Record<string, { waiting: number }> } | null)?.lanes?.['normal']?.waiting;
const waitingIn = (batch: unknown): number | undefined =>
  FeedBatch.parse(batch).events.flatMap((event) =>
    event.type === 'lane' && event.row.lane === 'normal' ? [event.row.waiting] : [],
  )[0];
