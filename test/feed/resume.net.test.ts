import { isDeepStrictEqual } from 'node:util';
import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { FeedBatch, FeedSnapshot } from '@tingxu/contract/feed';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import type { BoardView, HallView } from '@tingxu/contract/views';
import { foldAll } from '@tingxu/feed-client/fold';
import { emptyHall } from '@tingxu/hall/state';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { expectedView, type FeedRig, followAs, handshakeAs, startFeedRig } from './feed-rig.ts';
import { pause, until } from './until.ts';
import { type ViewHistory, viewHistory } from './view-history.ts';

/** As in a hall, some times faster, so that a run sees hundreds of cuts. */
const FAST = {
  staleAfterMs: 400,
  connectTimeoutMs: 150,
  reconnectMinMs: 10,
  reconnectMaxMs: 60,
};
const TICK_MS = 150;
/** The machine may be busy with other tests. */
const PATIENCE_MS = 180_000;

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

type Trouble = { readonly rig: FeedRig; readonly history: ViewHistory };

const started = async (): Promise<Trouble> => {
  const history = viewHistory();
  history.add(emptyHall(HALL));
  const rig = await startFeedRig({ tickMs: TICK_MS, onState: history.add });
  cleanups.push(rig.close);
  return { rig, history };
};
const proxied = async (rig: FeedRig): Promise<FaultProxy> => {
  const proxy = await faultProxy(rig.port);
  cleanups.push(proxy.close);
  return proxy;
};

const HEALTHY = { blackHole: false, refuse: false, latencyMs: 0, throttle: null };

/** One fault, or its end, for one screen's network. Returns how many cuts it made. */
const disturb = (proxy: FaultProxy, chance: Chance): number => {
  const roll = chance.next();
  if (roll < 0.25) proxy.set(HEALTHY);
  else if (roll < 0.7) proxy.cut();
  else if (roll < 0.8) proxy.set({ blackHole: true });
  else if (roll < 0.85) proxy.set({ refuse: true });
  else if (roll < 0.93) proxy.set({ latencyMs: chance.between(1, 40) });
  else proxy.set({ throttle: chance.between(20_000, 200_000) });
  return roll >= 0.25 && roll < 0.85 ? 1 : 0;
};

/** Random commands and random faults; the server restarts now and then. */
const makeTrouble = async (
  { rig }: Trouble,
  proxies: readonly FaultProxy[],
  chance: Chance,
  rounds: number,
): Promise<number> => {
  let cuts = 0;
  for (let round = 1; round <= rounds; round += 1) {
    for (const _ of [1, 2]) cuts += disturb(chance.pick(proxies as [FaultProxy]), chance);
    for (let count = chance.between(0, 4); count > 0; count -= 1) await rig.sendRandom(chance);
    if (round % 120 === 0) await rig.restart();
    await pause(chance.between(0, 12));
  }
  for (const proxy of proxies) proxy.set(HEALTHY);
  return cuts;
};

/** Two screens of each audience, each on a network of its own, each before a judge. */
const startScreens = ({ rig, history }: Trouble) =>
  Promise.all(
    [...HALL_AUDIENCES, ...HALL_AUDIENCES].map(async (audience) => {
      const proxy = await proxied(rig);
      const judge = history.judge(audience);
      let shown: HallView | null = null;
      const follower = followAs(proxy.url, audience, {
        timing: FAST,
        onChange: ({ view }) => {
          if (view && view !== shown) judge(view);
          shown = view;
        },
      });
      cleanups.push(follower.close);
      return { audience, proxy, follower };
    }),
  );

describe('followers that are cut off again and again', () => {
  it.each([1, 2])(
    'FEED-3 end in the server’s state and never show another one (seed %i)',
    async (seed) => {
      const trouble = await started();
      const { rig, history } = trouble;
      const screens = await startScreens(trouble);
      const proxies = screens.map(({ proxy }) => proxy);
      const cuts = await makeTrouble(trouble, proxies, chanceOf(seed), 300);
      expect(cuts).toBeGreaterThan(200);
      for (const { audience, follower } of screens) {
        const expected = expectedView(rig, audience);
        await until(`${audience} ends in the server's state`, () => {
          const { status, view } = follower.state();
          return status === 'live' && isDeepStrictEqual(view, expected);
        });
      }
      expect(history.wrong).toEqual([]);
      const connections = proxies.reduce((sum, proxy) => sum + proxy.accepted(), 0);
      expect(connections).toBeGreaterThan(cuts / 2);
      expect(rig.logged.filter(({ level }) => level === 'error')).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'FEED-3 control: one that does not ask for what it missed is caught',
    async () => {
      const trouble = await started();
      const { rig, history } = trouble;
      const proxy = await proxied(rig);
      const judge = history.judge('board');
      let view: BoardView | null = null;
      const forgetful = io(proxy.url, {
        auth: handshakeAs('board'),
        forceNew: true,
        transports: ['websocket'],
        reconnectionDelay: 5,
        reconnectionDelayMax: 20,
        timeout: 120,
      });
      cleanups.push(() => void forgetful.disconnect());
      forgetful.on('connect', () => {
        const follow = { hall: HALL, audience: 'board', protocol: PROTOCOL_VERSION };
        forgetful.emit('follow', follow, () => undefined);
      });
      forgetful.on('snapshot', (raw) => {
        const { view: first } = FeedSnapshot.parse(raw);
        if (first.audience === 'board') view ??= first;
      });
      forgetful.on('batch', (raw) => {
        if (!view) return;
        view = foldAll(view, FeedBatch.parse(raw).events);
        judge(view);
      });
      // A machine under load may keep it from connecting at all, so it gets more than one try.
      for (let seed = 3; seed < 12 && history.wrong.length === 0; seed += 1) {
        await makeTrouble(trouble, [proxy], chanceOf(seed), 150);
      }
      expect(history.wrong.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
