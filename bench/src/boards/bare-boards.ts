/** Clients of the bare Socket.IO server: they receive and do nothing else. */
import { io, type Socket } from 'socket.io-client';
import { ask, openLine, type Request } from '../load/line.ts';
import type { FanOut } from '../report/figures.ts';
import { measureFanOut, shownLog } from './fan-out.ts';

const EMIT: Request = { path: '/', headers: '', body: '{}' };

const COUNT = /"count":(\d+)/;

const openClient = (url: string, received: (what: string) => void): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
    socket.on('batch', ({ count }: { count: number }) => received(String(count)));
  });

/** Rejects: a client that cannot connect. */
export const bareFanOut = async (port: number, boards: number, calls: number): Promise<FanOut> => {
  const url = `http://127.0.0.1:${port}`;
  const line = await openLine(port, () => undefined);
  const shown = shownLog();
  const sockets = await Promise.all(
    Array.from({ length: boards }, () => openClient(url, shown.note)),
  );
  const act = async () => {
    const sentMs = performance.now();
    const { body } = await ask(line, EMIT);
    return { what: COUNT.exec(body)?.[1] ?? '', sentMs };
  };
  try {
    return await measureFanOut(boards, calls, shown, act, async () => undefined);
  } finally {
    for (const socket of sockets) socket.disconnect();
    line.close();
  }
};
