/** A network line to the server that can be cut and mended, as a board's cable in a real hall. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Line = {
  /** Address of this end, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  isCut(): boolean;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

export const openLine = async (server: string): Promise<Line> => {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  let broken = false;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.setNoDelay(true);
    // What a cut line says to either end is of no interest.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const relay = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = keep(connect(Number(port), hostname));
    keep(near).pipe(far);
    far.pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const { port: own } = relay.address() as AddressInfo;

  const cut = (): void => {
    broken = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${own}`,
    isCut: () => broken,
    cut,
    mend: () => {
      broken = false;
    },
    close: async () => {
      cut();
      relay.close();
      await once(relay, 'close');
    },
  };
};
