/**
 * The local door of a card agent, as docs/CARD-READER.md has it: on 127.0.0.1 alone, for pages of one origin alone, and
 * with nothing to tell but the newest card of the last seconds. Rules: CARD-2, CARD-3. Stands alone.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Card } from './card.ts';

export const AGENT_PORT = 18_431;
/** A card that nobody asked for is forgotten. Units: ms. */
const KEPT_MS = 30_000;
/** Longest time that a question waits for a card. Units: ms. */
const WAITS_MS = 25_000;
/** Questions that may wait at once; the oldest goes. */
const MOST_WAITING = 4;

export type AgentDoor = {
  readonly port: number;
  /** A card was read. */
  show(card: Card): void;
  /** The reader's program is there, or is not. */
  setReader(isThere: boolean): void;
  close(): Promise<void>;
};

export type AgentDoorOptions = {
  /** Of the pages that may ask, e.g. `https://q.branch.example`. */
  readonly origin: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Units: ms. */
  readonly waitsMs?: number;
};

/** `read` counts from 1 since the start of the agent. */
type Read = { readonly read: number; readonly card: Card; readonly at: number };

type Waiting = { readonly answer: (read: Read | null) => void };

const json = (response: ServerResponse, status: number, body: object | null): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body === null ? '' : JSON.stringify(body));
};

/** A name of another machine that points here is refused, and so is a page of somebody else. */
const isAllowed = ({ headers }: IncomingMessage, port: number, origin: string): boolean => {
  const isHere = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  return isHere && headers.origin === origin;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });

export async function openAgentDoor(options: AgentDoorOptions): Promise<AgentDoor> {
  const { origin, waitsMs = WAITS_MS } = options;
  let newest: Read | null = null;
  let reads = 0;
  let isReaderThere = false;
  const waiting: Waiting[] = [];

  /** Each card is told once. */
  const take = (): Read | null => {
    const found = newest && performance.now() - newest.at < KEPT_MS ? newest : null;
    newest = null;
    return found;
  };
  const tellCard = (response: ServerResponse): void => {
    const tell = (read: Read | null): void =>
      read ? json(response, 200, { read: read.read, ...read.card }) : json(response, 204, null);
    const now = take();
    if (now) {
      tell(now);
      return;
    }
    const forget = (): void => {
      clearTimeout(timer);
      const at = waiting.indexOf(one);
      if (at >= 0) waiting.splice(at, 1);
    };
    const one: Waiting = {
      answer: (read) => {
        forget();
        tell(read);
      },
    };
    const timer = setTimeout(() => one.answer(null), waitsMs);
    response.on('close', forget);
    waiting.push(one);
    if (waiting.length > MOST_WAITING) waiting[0]?.answer(null);
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('cache-control', 'no-store');
    if (!isAllowed(request, port, origin)) {
      json(response, 403, { error: 'not-allowed' });
      return;
    }
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('vary', 'origin');
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-private-network', 'true');
      response.setHeader('access-control-allow-methods', 'GET');
      json(response, 204, null);
    } else if (request.method !== 'GET') json(response, 405, { error: 'method-not-allowed' });
    else if (request.url === '/v1/status') {
      json(response, 200, { agent: 'tingxu-card-agent', version: 1, reader: isReaderThere });
    } else if (request.url === '/v1/card') tellCard(response);
    else json(response, 404, { error: 'unknown' });
  };
  const server = createServer({ requestTimeout: 5_000 }, answer);
  const port = await listen(server, options.port ?? AGENT_PORT);
  return {
    port,
    show: (card) => {
      reads += 1;
      newest = { read: reads, card, at: performance.now() };
      // The page that has asked last is the one that somebody looks at.
      const last = waiting.at(-1);
      if (last) last.answer(take());
    },
    setReader: (isThere) => {
      isReaderThere = isThere;
    },
    close: () =>
      new Promise((resolve) => {
        for (const one of [...waiting]) one.answer(null);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
