/** A server with a real journal and the feed on a port of its own; it can stop and start again. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chance } from '@tingxu/chance/chance';
import type { HallCommand } from '@tingxu/contract/commands';
import { PUBLIC_MESSAGES, STAFF_MESSAGES } from '@tingxu/contract/feed';
import type { HallAudience, Role } from '@tingxu/contract/roles';
import { PUBLIC_AUDIENCES } from '@tingxu/contract/told';
import type { HallView } from '@tingxu/contract/views';
import { type Follower, type FollowOptions, followHall } from '@tingxu/feed-client/follow';
import type { HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';
import { attachFeed, type Feed, type FeedOptions } from '@tingxu/server/feed/attach-feed';
import { type Identity, openIdentity } from '@tingxu/server/identity/identity';
import { rigDevices, rigPeople, rigToken } from '@tingxu/server/identity/testing/rig-people';
import { seedIdentity } from '@tingxu/server/identity/testing/seed-identity';
import { ticketLinks } from '@tingxu/server/links/ticket-links';
import {
  HALL,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '@tingxu/server/runtime/testing/hall-fixture';
import { laterBy, randomCommand } from './random-command.ts';

/** Made with a key that everybody may know. */
export const LINKS = ticketLinks(Buffer.alloc(32, 7));

export type Logged = { readonly level: string; readonly details: unknown };

export type RigOptions = Partial<
  Pick<FeedOptions, 'unsentCap' | 'allowedOrigins' | 'tickMs' | 'followWithinMs' | 'unproven'>
> & {
  /** No account and no device: the server is not set up. */
  readonly nobody?: boolean;
  /** Told each committed state, before any screen can show it. */
  readonly onState?: (state: HallState) => void;
};

export type FeedRig = {
  readonly port: number;
  readonly url: string;
  readonly logged: readonly Logged[];
  state(): HallState;
  /** Who may follow; another object after a restart. */
  identity(): Identity;
  send(command: HallCommand): Promise<unknown>;
  /** Lets some time pass by the hall's clock, then sends a random command. */
  sendRandom(chance: Chance): Promise<void>;
  /** Connections that the server holds now. */
  connections(): Promise<number>;
  /** Stops in order and starts again from the journal, on the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Running = {
  readonly hall: TestHall;
  readonly server: Server;
  readonly feed: Feed;
  readonly identity: Identity;
};

export const startFeedRig = async (options: RigOptions = {}): Promise<FeedRig> => {
  const { folder, remove } = temporaryFolder();
  if (!options.nobody) {
    seedIdentity(folder, { kind: 'real', people: rigPeople(), devices: rigDevices(HALL) });
  }
  const logged: Logged[] = [];
  const note = (level: string) => (details: unknown) => void logged.push({ level, details });
  const log = {
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
    fatal: note('fatal'),
  };

  const start = async (port: number, at?: number): Promise<Running> => {
    const hall = openTestHall(folder, at);
    hall.runtime.onCommitted(({ after }) => options.onState?.(after));
    const server = createServer((_request, response) => response.writeHead(404).end());
    const halls = new Map([[HALL, hall.runtime]]);
    const kind = 'real' as const;
    const now = hall.clock.now;
    const identity = openIdentity({ dataFolder: folder, kind, halls: [HALL], now });
    const feed = attachFeed({
      ...{
        identity,
        secureCookies: false,
        httpServer: server,
        halls,
        clock: hall.clock,
        links: LINKS,
        log,
      },
      ...options,
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return { hall, server, feed, identity };
  };
  const stop = async ({ hall, server, feed, identity }: Running): Promise<void> => {
    await feed.close('server-stopping');
    server.close();
    // Connections that never sent a request would be waited for.
    server.closeAllConnections();
    await once(server, 'close');
    await hall.runtime.stop();
    identity.close();
  };

  let running = await start(0);
  const { port } = running.server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    logged,
    identity: () => running.identity,
    state: () => running.hall.runtime.state(),
    send: (command) => running.hall.send(command),
    sendRandom: async (chance) => {
      const { hall } = running;
      hall.clock.advanceTo(laterBy(hall.clock.now(), chance));
      await hall.send(randomCommand(hall.runtime.state(), chance));
    },
    connections: () =>
      new Promise((resolve, reject) => {
        running.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      }),
    restart: async () => {
      const at = running.hall.clock.now();
      await stop(running);
      running = await start(port, at);
    },
    close: async () => {
      await stop(running);
      remove();
    },
  };
};

const ROLE_OF: Readonly<Record<HallAudience, Role>> = {
  kiosk: 'kiosk',
  board: 'board',
  pad: 'pad',
  counter: 'teller',
  supervisor: 'supervisor',
};

/** What a connection says of itself in a role: with a session where there is one. */
export const handshakeAs = (role: Role): { readonly role: Role; readonly token?: string } => {
  const token = rigToken(role);
  return { role, ...(token !== undefined && { token }) };
};

/** Follows as the screen of an audience would. */
export const followAs = <A extends HallAudience>(
  url: string,
  audience: A,
  more: Partial<FollowOptions<A>> = {},
): Follower<A> =>
  followHall<A>({
    url,
    hall: HALL,
    audience,
    ...handshakeAs(more.role ?? ROLE_OF[audience]),
    messages: PUBLIC_AUDIENCES.some((known) => known === audience)
      ? PUBLIC_MESSAGES
      : STAFF_MESSAGES,
    onChange: () => undefined,
    ...more,
  });

/** What a follower of the audience must show at the end. Rules: FEED-3. Source: INV-15. */
export const expectedView = (rig: FeedRig, audience: HallAudience): HallView =>
  viewOf(rig.state(), audience);
