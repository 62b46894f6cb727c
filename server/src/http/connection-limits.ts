/**
 * What one connection, one address and all of them together may hold of the server, before anybody knows who
 * asks: a connection has one request under way, what it does not read is not kept for it, and there are only
 * so many. Connections of the feed have limits of their own once they are one (FEED-5). Rules: WEB-6.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type ConnectionLimits = {
  /** For an answer that is not read; as long may pass in which nothing of it moves. Units: ms. */
  readonly stalledMs: number;
  /** Connections at once, of everybody. */
  readonly total: number;
  /** Of one address: behind it may be sixty screens and three hundred phones of a hall. */
  readonly perAddress: number;
};

export const CONNECTION_LIMITS: ConnectionLimits = {
  stalledMs: 10_000,
  total: 4_000,
  perAddress: 1_000,
};

/** A connection without a request is kept so long for the next one. Units: ms. */
const KEEP_ALIVE_MS = 72_000;

const isUnderWay = (answer: ServerResponse | undefined): boolean =>
  answer !== undefined && !answer.writableFinished;

/** No browser sends a request before it has read the answer to the one before; who does is cut off. */
function oneAtATime(
  handle: RequestListener,
  answers: WeakMap<Socket, ServerResponse>,
): RequestListener {
  return (request: IncomingMessage, answer) => {
    const { socket } = request;
    if (isUnderWay(answers.get(socket))) {
      socket.destroy();
      return;
    }
    answers.set(socket, answer);
    handle(request, answer);
  };
}

/** Node looks whether what is unsent still moves, and calls this when it does not. */
function cutStalled(
  server: Server,
  answers: WeakMap<Socket, ServerResponse>,
  stalledMs: number,
): void {
  server.setTimeout(stalledMs, (socket) => {
    const answer = answers.get(socket);
    // The server itself takes its time.
    if (isUnderWay(answer) && !answer?.headersSent) return;
    socket.destroy();
  });
}

function countConnections(server: Server, { total, perAddress }: ConnectionLimits): void {
  const open = new Map<string, number>();
  server.maxConnections = total;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    if (count > perAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}

/** Makes the server by `create`, with these limits around whatever `handle` answers. */
export function limitedServer<S extends Server>(
  create: (handle: RequestListener) => S,
  handle: RequestListener,
  limits: ConnectionLimits = CONNECTION_LIMITS,
): S {
  const answers = new WeakMap<Socket, ServerResponse>();
  const server = create(oneAtATime(handle, answers));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  cutStalled(server, answers, limits.stalledMs);
  countConnections(server, limits);
  return server;
}
