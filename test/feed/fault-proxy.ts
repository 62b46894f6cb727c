/**
 * A TCP proxy that does to a connection what a hall's network does: silence, reset, delay, a narrow
 * line. Loopback only. Source: quality.md section 6.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Faults = {
  /**
   * Nothing passes, in neither direction, and nobody is told: a pulled cable. What was sent
   * meanwhile arrives afterwards, as TCP would see to. New connections hang.
   */
  blackHole: boolean;
  /** New connections are reset at once: a server that is down. */
  refuse: boolean;
  /** Each chunk arrives that much later, in order. Units: ms. */
  latencyMs: number;
  /** From the server to the client. Units: bytes per second; null is no limit. */
  throttle: number | null;
};

export type FaultProxy = {
  readonly url: string;
  readonly port: number;
  set(faults: Partial<Faults>): void;
  /** Resets every connection. */
  cut(): void;
  /** Connections made so far. */
  accepted(): number;
  close(): Promise<void>;
};

type Pipe = { readonly kick: () => void; readonly destroy: () => void };

export const faultProxy = async (targetPort: number): Promise<FaultProxy> => {
  const faults: Faults = { blackHole: false, refuse: false, latencyMs: 0, throttle: null };
  const pipes = new Set<Pipe>();
  let accepted = 0;

  const server = createServer({ pauseOnConnect: true }, (client) => {
    accepted += 1;
    client.on('error', () => undefined);
    if (faults.refuse) {
      client.resetAndDestroy();
      return;
    }
    const pipe = join(client, targetPort, faults, () => pipes.delete(pipe));
    pipes.add(pipe);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    for (const pipe of [...pipes]) pipe.destroy();
  };

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    set: (changes) => {
      Object.assign(faults, changes);
      for (const pipe of pipes) pipe.kick();
    },
    cut,
    accepted: () => accepted,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};

const join = (client: Socket, targetPort: number, faults: Faults, gone: () => void): Pipe => {
  const target = connect(targetPort, '127.0.0.1');
  const destroy = (): void => {
    client.resetAndDestroy();
    target.resetAndDestroy();
    gone();
  };
  const up = flow(client, target, faults, () => null);
  const down = flow(target, client, faults, () => faults.throttle);
  let over = false;
  const kick = (): void => {
    // While the cable is pulled, one side does not learn that the other has gone.
    if (over && !faults.blackHole) {
      destroy();
      return;
    }
    up.kick();
    down.kick();
  };
  for (const socket of [client, target]) {
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      over = true;
      kick();
    });
  }
  target.pause();
  target.once('connect', kick);
  return { kick, destroy };
};

/**
 * One direction. Chunks wait in order until their time has come and the fault lets them pass; the
 * source is read only while little waits, so that a sender feels the back-pressure.
 */
const flow = (from: Socket, to: Socket, faults: Faults, limit: () => number | null) => {
  const waiting: { readonly at: number; data: Buffer }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  /** When the line is free again, for a throttled one. */
  let freeAt = 0;

  const send = (now: number): void => {
    const [first] = waiting;
    if (!first) return;
    const bytesPerSecond = limit();
    const size = bytesPerSecond === null ? first.data.length : Math.ceil(bytesPerSecond / 20);
    const part = first.data.subarray(0, size);
    first.data = first.data.subarray(size);
    if (first.data.length === 0) waiting.shift();
    if (bytesPerSecond !== null) freeAt = now + (part.length / bytesPerSecond) * 1_000;
    to.write(part);
  };
  const kick = (): void => {
    clearTimeout(timer);
    if (faults.blackHole) {
      from.pause();
      return;
    }
    for (let now = Date.now(); waiting[0] && !to.writableNeedDrain; now = Date.now()) {
      const waitMs = Math.max(waiting[0].at, freeAt) - now;
      if (waitMs > 0) {
        timer = setTimeout(kick, waitMs);
        break;
      }
      send(now);
    }
    if (ended && waiting.length === 0) to.end();
    else if (waiting.length < 16) from.resume();
    else from.pause();
  };
  from.on('data', (data: Buffer) => {
    waiting.push({ at: Date.now() + faults.latencyMs, data });
    kick();
  });
  from.on('end', () => {
    ended = true;
    kick();
  });
  to.on('drain', kick);
  from.on('close', () => clearTimeout(timer));
  return { kick };
};
