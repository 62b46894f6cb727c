import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Epoch, FEED_TIMING, FeedSnapshot, Follow, type FollowReply } from '@tingxu/contract/feed';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { FeedState } from '@tingxu/feed-client/follow';
import { issue } from '@tingxu/hall/testing/commands';
import { type FeedServer, type FeedSocket, feedServer } from '@tingxu/server/feed/feed-server';
import { problemOf } from '@tingxu/server/http/problem';
import { afterEach, describe, expect, it } from 'vitest';
import { faultProxy } from './fault-proxy.ts';
import { followAs, startFeedRig } from './feed-rig.ts';
import { businessDay, smallHall } from './small-hall.ts';
import { pause, until } from './until.ts';

const EPOCH = Epoch.parse('00000000000000aa');
const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const lane = (waiting: number) => ({ lane: 'normal', waiting, now: null, wait: null });
const snapshot = (upTo: number, waiting = upTo): FeedSnapshot =>
  FeedSnapshot.parse({
    epoch: EPOCH,
    upTo,
    at: 1,
    reason: 'new',
    view: {
      audience: 'board',
      profile: null,
      day: { open: true, businessDay: '2026-11-21' },
      lanes: { normal: lane(waiting) },
      counters: {},
      calls: [],
      missed: {},
    },
  });
const batch = (after: number, upTo: number) => ({
  epoch: EPOCH,
  after,
  upTo,
  at: 2,
  events: [{ type: 'lane', row: lane(upTo) }],
});
const tick = (upTo: number, epoch = EPOCH) => ({ epoch, upTo, at: Date.now() });

/** Answers the nth follow as told; what it sends may be wrong in any way. */
type Script = (nth: number, socket: FeedSocket, follow: Follow) => FollowReply | null;

const OK: FollowReply = { ok: true };
const send = (socket: FeedSocket, event: string, message: unknown): void => {
  Reflect.apply(socket.emit, socket, [event, message]);
};

/** A server that says what the script says, and a board that follows it. */
const scripted = async (script: Script, timing = {}) => {
  const http = createServer();
  const io: FeedServer = feedServer(http, () => true);
  const follows: Follow[] = [];
  const sockets = new Set<string>();
  io.on('connection', (socket) => {
    sockets.add(socket.id);
    socket.on('follow', (raw, reply) => {
      follows.push(Follow.parse(raw));
      const answer = script(follows.length, socket, raw);
      if (answer) reply(answer);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  cleanups.push(async () => {
    await io.close();
  });
  const states: FeedState<'board'>[] = [];
  const { port } = http.address() as AddressInfo;
  const follower = followAs(`http://127.0.0.1:${port}`, 'board', {
    timing: { staleAfterMs: 300, ...timing },
    onChange: (state) => states.push(state),
  });
  cleanups.push(follower.close);
  const shown = (): number | undefined =>
    Object.values(follower.state().view?.lanes ?? {})[0]?.waiting;
  return { follower, follows, states, sockets, shown };
};
/** A right answer, and ticks that keep it live. */
const behave = (socket: FeedSocket, upTo: number): FollowReply => {
  send(socket, 'snapshot', snapshot(upTo));
  send(socket, 'tick', tick(upTo));
  const ticking = setInterval(() => send(socket, 'tick', tick(upTo)), 100);
  socket.on('disconnect', () => clearInterval(ticking));
  return OK;
};

describe('a follower of a server that errs', () => {
  it('FEED-3 asks again from where it stands when a batch is missing', async () => {
    const { follows, shown, sockets } = await scripted((nth, socket) => {
      if (nth > 1) {
        send(socket, 'batch', batch(2, 5));
        send(socket, 'tick', tick(5));
        return OK;
      }
      send(socket, 'snapshot', snapshot(1));
      send(socket, 'tick', tick(1));
      setTimeout(() => {
        send(socket, 'batch', batch(1, 2));
        send(socket, 'batch', batch(3, 4));
      }, 20);
      return OK;
    });
    await until('it has caught up', () => shown() === 5);
    expect(follows[1]?.cursor).toEqual({ epoch: EPOCH, upTo: 2 });
    expect(sockets.size).toBe(1);
  });

  it('FEED-3 asks again when a tick is ahead of it', async () => {
    const { follows, shown } = await scripted((nth, socket) => {
      if (nth > 1) return behave(socket, 9);
      send(socket, 'snapshot', snapshot(1));
      send(socket, 'tick', tick(1));
      setTimeout(() => send(socket, 'tick', tick(9)), 20);
      return OK;
    });
    await until('it has caught up', () => shown() === 9);
    expect(follows[1]?.cursor).toEqual({ epoch: EPOCH, upTo: 1 });
  });

  it('FEED-3 asks again when the journal is another one', async () => {
    const { follows } = await scripted((nth, socket) => {
      if (nth > 1) return behave(socket, 1);
      send(socket, 'snapshot', snapshot(1));
      send(socket, 'tick', tick(1, Epoch.parse('00000000000000bb')));
      return OK;
    });
    await until('it asked again', () => follows.length === 2);
    expect(follows[1]?.cursor?.epoch).toBe(EPOCH);
  });

  it('FEED-3 does not fold a batch that comes twice', async () => {
    const { shown, follows, states } = await scripted((_nth, socket) => {
      send(socket, 'snapshot', snapshot(1));
      for (const [after, upTo] of [
        [1, 2],
        [1, 2],
        [2, 3],
        [1, 2],
      ] as const) {
        send(socket, 'batch', batch(after, upTo));
      }
      send(socket, 'tick', tick(3));
      return OK;
    });
    await until('it has both', () => shown() === 3);
    await pause(50);
    expect(follows).toHaveLength(1);
    const waiting = states.map(({ view }) => Object.values(view?.lanes ?? {})[0]?.waiting);
    expect(waiting.filter((value, index) => value !== waiting[index - 1])).toEqual([1, 2, 3]);
  });

  it.each<[string, (socket: FeedSocket) => void]>([
    ['a batch', (socket) => send(socket, 'batch', { ...batch(1, 2), events: [{ type: 'new' }] })],
    ['a snapshot', (socket) => send(socket, 'snapshot', { view: null })],
    ['a tick', (socket) => send(socket, 'tick', 'tock')],
    ['nothing at all', (socket) => send(socket, 'batch', undefined)],
    [
      'a view of another audience',
      (socket) =>
        send(socket, 'snapshot', {
          ...snapshot(3),
          view: {
            audience: 'kiosk',
            profile: null,
            day: snapshot(3).view.day,
            lanes: {},
            services: {},
          },
        }),
    ],
  ])('begins anew after %s that it cannot use', async (_name, misbehave) => {
    const { follows, shown, sockets, follower } = await scripted((nth, socket) => {
      if (nth > 1) return behave(socket, 7);
      send(socket, 'snapshot', snapshot(1));
      send(socket, 'tick', tick(1));
      setTimeout(() => misbehave(socket), 20);
      return OK;
    });
    await until('it has begun anew', () => shown() === 7);
    expect(follows[1]).not.toHaveProperty('cursor');
    expect(sockets.size).toBe(2);
    await until('live', () => follower.state().status === 'live');
  });

  it('waits longer and longer for a server that it never understands', async () => {
    const askedAt: number[] = [];
    await scripted(
      (_nth, socket) => {
        askedAt.push(performance.now());
        send(socket, 'snapshot', {});
        return OK;
      },
      { reconnectMinMs: 10, reconnectMaxMs: 12 },
    );
    await until('it asked seven times', () => askedAt.length >= 7);
    const pauses = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
    // The first pause is at least 2 × 10 ms, the last 32 × 10.
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(300);
  });

  it('takes a new connection when a follow is never answered', async () => {
    const { follower, sockets } = await scripted((nth, socket) =>
      nth > 2 ? behave(socket, 1) : null,
    );
    await until('live', () => follower.state().status === 'live');
    expect(sockets.size).toBe(3);
  });

  it('keeps asking a server that refuses, and shows why until it does not', async () => {
    const { follower, states } = await scripted((nth, socket) =>
      nth > 1 ? behave(socket, 1) : { ok: false, problem: problemOf('upgrade-required') },
    );
    await until('refused', () => follower.state().status === 'refused');
    expect(follower.state().problem?.code).toBe('upgrade-required');
    await until('live', () => follower.state().status === 'live');
    expect(follower.state().problem).toBeNull();
    expect(states.map(({ status }) => status)).toEqual(expect.arrayContaining(['refused', 'live']));
  });

  it('takes a passing refusal for what it is', async () => {
    const { follower, states } = await scripted((nth, socket) =>
      nth > 1 ? behave(socket, 1) : { ok: false, problem: problemOf('too-many-requests') },
    );
    await until('live', () => follower.state().status === 'live');
    expect(states.map(({ status }) => status)).not.toContain('refused');
  });

  it('hears nothing more once it is closed', async () => {
    const { follower, states } = await scripted((_nth, socket) => behave(socket, 1));
    await until('live', () => follower.state().status === 'live');
    const heard = states.length;
    follower.close();
    await pause(400);
    expect(states).toHaveLength(heard);
  });

  it('sends the version that it speaks', async () => {
    const { follows } = await scripted((_nth, socket) => behave(socket, 1));
    await until('asked', () => follows.length > 0);
    expect(follows[0]).toEqual({ hall: 'test', audience: 'board', protocol: PROTOCOL_VERSION });
  });
});

describe('a line that goes silent', () => {
  const silentLine = async (tickMs: number = FEED_TIMING.tickMs, staleAfterMs?: number) => {
    const rig = await startFeedRig({ tickMs });
    cleanups.push(rig.close);
    await rig.send({ type: 'OpenDay', businessDay: businessDay(0), config: smallHall });
    const proxy = await faultProxy(rig.port);
    cleanups.push(proxy.close);
    const states: FeedState<'board'>[] = [];
    const follower = followAs(proxy.url, 'board', {
      onChange: (state) => states.push(state),
      ...(staleAfterMs && { timing: { staleAfterMs } }),
    });
    cleanups.push(follower.close);
    await until('live', () => follower.state().status === 'live');
    return { rig, proxy, follower, states };
  };

  it('FEED-4 with its own timing, a screen is stale within 2 s and no sooner than a tick may be late', () => {
    expect(FEED_TIMING.staleAfterMs).toBeLessThan(2_000);
    expect(FEED_TIMING.staleAfterMs).toBeGreaterThan(1.5 * FEED_TIMING.tickMs);
  });

  it('FEED-4 stays live for as long as ticks come', async () => {
    const { states } = await silentLine(100, FEED_TIMING.staleAfterMs);
    await pause(2 * FEED_TIMING.staleAfterMs);
    expect(states.map(({ status }) => status)).not.toContain('stale');
  });

  it('FEED-4 says that it is stale and since when, keeps its view, and comes back by itself', async () => {
    const { rig, proxy, follower, states } = await silentLine();
    const view = follower.state().view;
    proxy.set({ blackHole: true });
    const before = proxy.accepted();
    await rig.send(issue());
    await until('stale', () => follower.state().status === 'stale');
    expect(follower.state().view).toBe(view);
    expect(follower.state().staleSinceAt).toBe(follower.lastHeardAt());
    expect(follower.state().staleSinceAt).not.toBeNull();
    // Nobody told it that the line is dead: it gave the old connection up by itself.
    await until('it tries anew', () => proxy.accepted() > before + 1);
    proxy.set({ blackHole: false });
    await until('live', () => follower.state().status === 'live');
    expect(Object.values(follower.state().view?.lanes ?? {}).map((row) => row.waiting)).toContain(
      1,
    );
    const path = states.map(({ status }) => status);
    expect(path.filter((status, index) => status !== path[index - 1])).toEqual([
      'connecting',
      'live',
      'stale',
      'live',
    ]);
  });

  it('FEED-3 a line slower than its patience is waited for', async () => {
    const rig = await startFeedRig();
    cleanups.push(rig.close);
    const proxy = await faultProxy(rig.port);
    cleanups.push(proxy.close);
    // The longest patience is 150 ms, a question and its answer take 400.
    proxy.set({ latencyMs: 200 });
    const follower = followAs(proxy.url, 'board', { timing: { connectTimeoutMs: 60 } });
    cleanups.push(follower.close);
    await until('live', () => follower.state().status === 'live');
    expect(proxy.accepted()).toBeGreaterThan(1);
  });

  it('FEED-4 a short cut is not shown, only caught up', async () => {
    const { rig, proxy, follower, states } = await silentLine(FEED_TIMING.tickMs, 15_000);
    proxy.cut();
    await rig.send(issue());
    await until('it has the ticket', () =>
      Object.values(follower.state().view?.lanes ?? {}).some((row) => row.waiting === 1),
    );
    expect(states.map(({ status }) => status)).not.toContain('stale');
  });
});
