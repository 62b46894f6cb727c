import { randomBytes } from 'node:crypto';
import { chanceOf } from '@tingxu/chance/chance';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { allLive } from '@tingxu/hall/live-tickets';
import { call, cancel, issue, open } from '@tingxu/hall/testing/commands';
import { UNSENT_CAP } from '@tingxu/server/feed/unsent';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { afterEach, describe, expect, it } from 'vitest';
import { type FeedRig, followAs, handshakeAs, startFeedRig } from './feed-rig.ts';
import { joinAndFollow, openRawWebsocket, type RawWebsocket } from './raw-websocket.ts';
import { businessDay, smallHall } from './small-hall.ts';
import { pause, until } from './until.ts';

const OPEN_DAY = { type: 'OpenDay', businessDay: businessDay(0), config: smallHall } as const;
/** The machine may be busy with other tests. */
const PATIENCE_MS = 180_000;
const FOLLOW = { hall: HALL, audience: 'supervisor', protocol: PROTOCOL_VERSION };

let rig: FeedRig | null = null;
const cleanups: (() => void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  await rig?.close();
  rig = null;
});

const JOINS = `40${JSON.stringify(handshakeAs('board'))}`;

const started = async (options: Parameters<typeof startFeedRig>[0] = {}): Promise<FeedRig> => {
  rig = await startFeedRig(options);
  await rig.send(OPEN_DAY);
  await rig.send(open('1', 'canary-1'));
  return rig;
};
const rawClient = async (port: number): Promise<RawWebsocket> => {
  const client = await openRawWebsocket(port);
  cleanups.push(() => client.tcp.destroy());
  return client;
};
const witness = async (url: string) => {
  const one = followAs(url, 'supervisor');
  cleanups.push(one.close);
  await until('the witness is live', () => one.state().status === 'live');
  return one;
};
/** Whether the server holds so many connections; asked again at each call. */
const counting = (at: FeedRig, wanted: number) => {
  let latest = -1;
  return (): boolean => {
    void at.connections().then((count) => {
      latest = count;
    });
    return latest === wanted;
  };
};
/** Answers the server's pings although nothing is read: the worst reader there is. */
const keepPonging = (client: RawWebsocket): void => {
  const ponging = setInterval(() => client.send('3'), 600);
  cleanups.push(() => clearInterval(ponging));
};

describe('a client that stops reading', { timeout: PATIENCE_MS }, () => {
  /** More than the kernel's own buffers of one loopback connection hold. */
  const MUCH = 8_000_000;

  /** A reader and a client that stopped reading; news are made until the reader has had much of it. */
  const readerAndDeaf = async (options: Parameters<typeof startFeedRig>[0]) => {
    const at = await started(options);
    const [reader, deaf] = [await rawClient(at.port), await rawClient(at.port)];
    for (const client of [reader, deaf]) {
      await joinAndFollow(client, 'supervisor', FOLLOW);
      keepPonging(client);
      await until('it follows', () => client.received().includes('snapshot'));
    }
    deaf.tcp.pause();
    while (reader.tcp.bytesRead < MUCH && !tooSlow(at)) await makeNews(at);
    return { at, reader, deaf };
  };
  const makeNews = async (at: FeedRig): Promise<void> => {
    await Promise.all(Array.from({ length: 100 }, () => at.send(issue())));
    const ids = allLive(at.state().tickets).map(({ id }) => id);
    await Promise.all(ids.map((id) => at.send(cancel(id))));
  };
  const tooSlow = (at: FeedRig): boolean =>
    at.logged.some(({ details }) => JSON.stringify(details).includes('too-slow'));

  it('FEED-5 is closed at the cap, and whoever reads goes on', async () => {
    const { at, reader, deaf } = await readerAndDeaf({ unsentCap: UNSENT_CAP });
    expect(tooSlow(at)).toBe(true);
    expect(reader.tcp.bytesRead).toBeLessThan(MUCH);
    // The socket, and all that waited for it, is gone although the client never closed.
    await until('only the reader is connected', counting(at, 1));
    expect(deaf.tcp.readableFlowing).toBe(false);
    await at.send(call('1'));
    await at.send(issue('account'));
    await until('the reader hears', () => reader.received().includes('"B001"'));
  });

  it('FEED-5 control: without a cap the server keeps all of it', async () => {
    const { at, reader } = await readerAndDeaf({
      unsentCap: { bytes: Infinity, packets: Infinity },
    });
    expect(reader.tcp.bytesRead).toBeGreaterThanOrEqual(MUCH);
    await until('both are connected', counting(at, 2));
    expect(tooSlow(at)).toBe(false);
  });

  it('FEED-5 one that reads slowly but steadily is left alone', async () => {
    const at = await started();
    const client = await rawClient(at.port);
    await joinAndFollow(client, 'board', { ...FOLLOW, audience: 'board' });
    keepPonging(client);
    for (let round = 0; round < 20; round += 1) {
      client.tcp.pause();
      await at.send(issue());
      await pause(10);
      client.tcp.resume();
      await pause(5);
    }
    await until('it has heard of all tickets', () => client.received().includes('"waiting":20'));
    expect(tooSlow(at)).toBe(false);
  });
});

describe('frames that no client of ours sends', { timeout: PATIENCE_MS }, () => {
  it('RT-10 close their own connection and nothing else', async () => {
    const at = await started();
    const one = await witness(at.url);
    const chance = chanceOf(11);
    const texts = [
      '',
      '4',
      '40',
      '40{',
      JOINS,
      '42',
      '42["follow"',
      '42["follow"]',
      '42["error"]',
      '42["constructor",{}]',
      '42["__proto__",{}]',
      '4299999999999999999999["follow",{}]',
      '43["x"]',
      '44{}',
      '451-["follow",{"_placeholder":true,"num":0}]',
      '45999999999-["follow",{}]',
      '40/admin,{}',
      '41',
      '1',
      '2',
      '2probe',
      '3',
      '5',
      '6',
      'b4AAAA',
      'x',
      '\u0000',
    ];
    const kinds = [
      (client: RawWebsocket) => client.send(chance.pick(texts as [string])),
      (client: RawWebsocket) => client.send(randomBytes(chance.between(0, 300)), 1),
      (client: RawWebsocket) => client.send(randomBytes(chance.between(0, 300)), 2),
      (client: RawWebsocket) => client.send(randomBytes(10), chance.between(3, 15)),
      (client: RawWebsocket) => client.send('4'.repeat(chance.between(30_000, 40_000))),
      (client: RawWebsocket) => client.sendBytes(randomBytes(chance.between(1, 200))),
    ] as const;
    let frames = 0;
    for (let round = 0; round < 400; round += 1) {
      const client = await openRawWebsocket(at.port);
      if (chance.next() < 0.5)
        await joinAndFollow(client, 'board', { ...FOLLOW, audience: 'board' });
      for (let count = chance.between(1, 12); count > 0; count -= 1) {
        chance.pick(kinds)(client);
        frames += 1;
      }
      await pause(chance.between(0, 3));
      client.tcp.destroy();
    }
    expect(frames).toBeGreaterThan(2_000);
    await at.send(issue());
    await until('the witness hears', () =>
      Object.values(one.state().view?.tickets ?? {}).some((ticket) => ticket.state === 'waiting'),
    );
    await until('only the witness is left', counting(at, 1));
    expect(at.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('RT-10 a frame above the limit closes the connection', async () => {
    const at = await started();
    const client = await rawClient(at.port);
    client.send(`42["follow","${'x'.repeat(5_000_000)}"]`);
    await until('closed', () => client.tcp.closed || client.tcp.readableEnded);
  });

  it('FEED-5 what is larger than any follow closes the connection, the longest follow does not', async () => {
    const at = await started();
    const follow = (room: number) => {
      const cursor = { epoch: '0123456789abcdef', upTo: Number.MAX_SAFE_INTEGER };
      const longest = { ...FOLLOW, link: 'x'.repeat(room), cursor };
      return `420${JSON.stringify(['follow', longest])}`;
    };
    const [honest, deep] = [await rawClient(at.port), await rawClient(at.port)];
    for (const client of [honest, deep]) await joinAndFollow(client, 'supervisor', FOLLOW);
    for (const client of [honest, deep]) keepPonging(client);
    honest.send(follow(100));
    await until('answered', () => honest.received().includes('validation-failed'));
    deep.send(`421["follow",${'['.repeat(600)}${']'.repeat(600)}]`);
    await until('closed', () => deep.tcp.closed || deep.tcp.readableEnded, 10_000);
    expect(honest.tcp.closed || honest.tcp.readableEnded).toBe(false);
  });

  it.each([
    ['the head of one', '451-["follow",{"_placeholder":true,"num":0}]', 1],
    ['a piece', Buffer.alloc(300, 7), 2],
  ])(
    'WEB-6 %s of a message in pieces closes the connection, and nothing is kept',
    async (_name, frame, opcode) => {
      const at = await started();
      const client = await rawClient(at.port);
      await joinAndFollow(client, 'supervisor', FOLLOW);
      keepPonging(client);
      await until('it follows', () => client.received().includes('snapshot'));
      client.send(frame, opcode);
      await until('closed', () => client.tcp.closed || client.tcp.readableEnded, 10_000);
      expect(JSON.stringify(at.logged)).toContain('bad-message');
    },
  );

  it('RT-10 a connection that joins nothing is closed', async () => {
    const at = await started();
    const client = await rawClient(at.port);
    keepPonging(client);
    await until('closed', () => client.tcp.closed || client.tcp.readableEnded);
  });
});

describe('a connection that costs without following', { timeout: PATIENCE_MS }, () => {
  /** As large as a control frame can be. */
  const PING = Buffer.alloc(125, 1);
  const PING_OPCODE = 9;
  const ended = (at: FeedRig, reason: string): boolean =>
    at.logged.some(({ details }) => JSON.stringify(details).includes(reason));
  const follower = async (at: FeedRig): Promise<RawWebsocket> => {
    const client = await rawClient(at.port);
    await joinAndFollow(client, 'supervisor', FOLLOW);
    keepPonging(client);
    await until('it follows', () => client.received().includes('snapshot'));
    return client;
  };

  it('FEED-5 WebSocket pings count as messages', async () => {
    const at = await started();
    const client = await follower(at);
    for (let count = 0; count < 100; count += 1) client.send(PING, PING_OPCODE);
    await until('closed', () => client.tcp.closed || client.tcp.readableEnded);
    expect(ended(at, 'bad-message')).toBe(true);
  });

  it('FEED-5 whoever sends three times what a screen does for long is closed, however small it is', async () => {
    const at = await started();
    const [quiet, busy] = [await follower(at), await rawClient(at.port)];
    await joinAndFollow(busy, 'supervisor', FOLLOW);
    for (let count = 0; count < 30; count += 1) busy.send('3');
    const sending = setInterval(() => busy.send('3'), 200);
    cleanups.push(() => clearInterval(sending));
    await until('closed', () => busy.tcp.closed || busy.tcp.readableEnded);
    expect(ended(at, 'bad-message')).toBe(true);
    expect(quiet.tcp.closed || quiet.tcp.readableEnded).toBe(false);
  });

  it('FEED-5 one that joins and follows nothing is closed, whoever follows is not', async () => {
    const at = await started({ followWithinMs: 1_000 });
    const honest = await follower(at);
    const idle = await rawClient(at.port);
    idle.send(JOINS);
    keepPonging(idle);
    await until('closed', () => idle.tcp.closed || idle.tcp.readableEnded);
    expect(honest.tcp.closed || honest.tcp.readableEnded).toBe(false);
    await until('only the follower is left', counting(at, 1));
  });

  it.each([
    ['one', 1],
    ['two', 2],
    ['many', 20],
  ])('FEED-5 %s sockets on one connection: only one is let in', async (_name, sockets) => {
    const at = await started();
    const client = await rawClient(at.port);
    // The bare frame has a mask of zeros, so that all of them fit one segment.
    const connect = Buffer.from(JOINS);
    const bare = Buffer.concat([Buffer.from([0x81, 0x80 | connect.length, 0, 0, 0, 0]), connect]);
    client.sendBytes(Buffer.concat(Array.from({ length: sockets }, () => bare)));
    await until('answered', () => client.received().includes('40{') || client.tcp.destroyed);
    if (sockets > 1) await until('closed', () => client.tcp.closed || client.tcp.readableEnded);
    expect(client.received().split('40{').length - 1).toBeLessThanOrEqual(1);
    expect(ended(at, 'bad-message')).toBe(sockets > 1);
  });
});

describe('a hall whose view is larger than the cap', { timeout: PATIENCE_MS }, () => {
  const CAP = { bytes: 20_000, packets: 256 };
  const busy = async (): Promise<FeedRig> => {
    const at = await started({ unsentCap: CAP });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 100 }, () => at.send(issue())));
    }
    return at;
  };

  it('FEED-5 is told to whoever comes and reads', async () => {
    const at = await busy();
    const client = await rawClient(at.port);
    await joinAndFollow(client, 'supervisor', FOLLOW);
    keepPonging(client);
    await until('it has all of it', () => client.received().includes('"A500"'));
    expect(client.received().length).toBeGreaterThan(2 * CAP.bytes);
    await at.send(issue('account'));
    await until('it hears the news', () => client.received().includes('"B001"'));
    expect(client.tcp.closed || client.tcp.readableEnded).toBe(false);
  });
});

describe('stopping', () => {
  it('does not wait for clients that do not answer', async () => {
    const at = await started();
    const one = await witness(at.url);
    const deaf = await rawClient(at.port);
    await joinAndFollow(deaf, 'board', { ...FOLLOW, audience: 'board' });
    await until('it follows', () => deaf.received().includes('snapshot'));
    deaf.tcp.pause();
    await rawClient(at.port);
    let restarted = false;
    void at.restart().then(() => {
      restarted = true;
    });
    // A closing handshake alone would be waited for half a minute.
    await until('restarted', () => restarted, 15_000);
    await at.send(issue());
    await until('the witness is back by itself', () => {
      const { status, view } = one.state();
      return status === 'live' && Object.keys(view?.tickets ?? {}).length === 1;
    });
  });

  it('says that the server stops', async () => {
    const at = await started();
    const client = await rawClient(at.port);
    await joinAndFollow(client, 'board', { ...FOLLOW, audience: 'board' });
    keepPonging(client);
    await until('it follows', () => client.received().includes('snapshot'));
    await at.restart();
    await until('told', () => client.received().includes('"server-stopping"'));
  });
});
