/** A line to a device: bytes out, bytes in, and an end. Over TCP or a device file. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Line = {
  /** Resolves when the operating system has taken all of it. Rejects: `LineClosed`. */
  write(bytes: Uint8Array): Promise<void>;
  /** The next byte, or null when none comes within the time. Rejects: `LineClosed`. Units: ms. */
  read(withinMs: number): Promise<number | null>;
  /** Forgets what has come in and nobody has read. */
  forget(): void;
  close(): void;
};

export class LineClosed extends Error {
  override readonly name = 'LineClosed';
}

/** Opens a line; gives up when the signal says so. */
export type OpenLine = (signal: AbortSignal) => Promise<Line>;

export type Inbox = {
  take(withinMs: number): Promise<number | null>;
  /** False when nobody reads what comes any more: the line may close. */
  put(bytes: Uint8Array): boolean;
  forget(): void;
  end(): void;
};

/** No answer of a device is nearly as long; whoever leaves more unread is not what it should be. Units: bytes. */
const MOST_UNREAD = 4_096;

/**
 * What has come in and waits for its reader. One reader at a time. More than anybody asked for ends the line.
 * A reader whose time is over gets what was unread then, and nothing that came later: a device that never
 * stops talking holds nobody.
 */
export const inbox = (): Inbox => {
  let bytes: number[] = [];
  let ended = false;
  /** Of what was unread when the reader's time was over; null while there is time. */
  let late: number | null = null;
  let wake: (() => void) | null = null;
  const arrived = (): void => {
    wake?.();
    wake = null;
  };
  const waitForSome = async (withinMs: number): Promise<void> => {
    if (bytes.length > 0 || ended) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = null;
    // Where this process was held up, the answer may have come before the time was noticed to be over.
    if (bytes.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };
  const next = (): number | null => {
    const byte = bytes.shift();
    if (byte === undefined && ended) throw new LineClosed('the line has ended');
    return byte ?? null;
  };
  return {
    async take(withinMs) {
      if (withinMs > 0) {
        late = null;
        await waitForSome(withinMs);
        return next();
      }
      if (late === 0 && !ended) return null;
      await waitForSome(0);
      late = Math.max(0, (late ?? bytes.length) - 1);
      return next();
    },
    put(more) {
      if (ended) return false;
      ended = bytes.length + more.length > MOST_UNREAD;
      bytes = ended ? [] : [...bytes, ...more];
      arrived();
      return !ended;
    },
    forget() {
      bytes = [];
    },
    end() {
      ended = true;
      arrived();
    },
  };
};

/**
 * A device or a converter in the branch's network. `drops`: what has not left this machine when the line is
 * closed never does.
 */
export const tcpLine =
  (host: string, port: number, drops = false): OpenLine =>
  (signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true });
      // Not the option of `connect`: that would end the line long after it was opened, too.
      const giveUp = (): void => void socket.destroy(new LineClosed('the device does not answer'));
      signal.addEventListener('abort', giveUp);
      const received = inbox();
      socket.on('data', (bytes) => {
        if (!received.put(bytes)) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => {
        received.end();
        reject(new LineClosed('the device has closed the line'));
      });
      socket.once('connect', () => {
        signal.removeEventListener('abort', giveUp);
        resolve({
          write: (bytes) =>
            new Promise((done, failed) => {
              if (socket.destroyed) failed(new LineClosed('the line has ended'));
              else socket.write(bytes, (error) => (error ? failed(closedBy(error)) : done()));
            }),
          read: received.take,
          forget: received.forget,
          close: () => void (drops ? socket.resetAndDestroy() : socket.destroy()),
        });
      });
    });

const closedBy = (cause: unknown): LineClosed =>
  new LineClosed('the line has ended', cause instanceof Error ? { cause } : {});

/** How often a device file is asked again that had nothing to give or no room. Units: ms. */
const RETRY_MS = 20;
/** A device that takes nothing for so long has hung. Units: ms. */
const WRITE_WITHIN_MS = 4_000;

const isNotNow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/**
 * Reads what a device file gives until the line is closed, or it has given more than anybody asked for; an end of file
 * is a pause, not an end.
 */
async function pump(handle: FileHandle, received: Inbox, isOpen: () => boolean): Promise<void> {
  const room = Buffer.alloc(256);
  while (isOpen()) {
    try {
      const { bytesRead } = await handle.read(room, 0, room.length, null);
      if (!received.put(room.subarray(0, bytesRead))) break;
      if (bytesRead === 0) await pause(RETRY_MS);
    } catch (error) {
      if (!isNotNow(error)) break;
      await pause(RETRY_MS);
    }
  }
  received.end();
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const until = performance.now() + WRITE_WITHIN_MS;
  for (let from = 0; from < bytes.length; ) {
    try {
      from += (await handle.write(bytes, from, bytes.length - from, null)).bytesWritten;
    } catch (error) {
      if (!isNotNow(error) || performance.now() > until) throw closedBy(error);
      await pause(RETRY_MS);
    }
  }
}

/** A printer on USB or a serial line, e.g. `/dev/usb/lp0`; never made where it is not there. */
export const fileLine =
  (path: string): OpenLine =>
  async () => {
    const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    const received = inbox();
    let isOpen = true;
    const reading = pump(handle, received, () => isOpen);
    return {
      write: (bytes) =>
        isOpen ? writeAll(handle, bytes) : Promise.reject(new LineClosed('the line has ended')),
      read: received.take,
      forget: received.forget,
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        received.end();
        void reading.then(() => handle.close()).catch(() => undefined);
      },
    };
  };
