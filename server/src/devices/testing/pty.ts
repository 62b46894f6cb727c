/**
 * A serial port that is none: a pseudo-terminal of the system, whose one end is a file under /dev like that of a
 * converter, and whose other end is a twin. Made by `script`, which every Debian has.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Pty = {
  /** What the server opens. */
  readonly path: string;
  onBytes(listen: (bytes: Uint8Array) => void): void;
  say(bytes: Uint8Array): void;
  /** The cable comes out: the file is gone. */
  unplug(): Promise<void>;
};

/** Tells its name, passes on every byte as it is, and stays. */
const HOLD = 'tty && stty raw -echo && echo ready && exec sleep 3600';
const READY = /(\/dev\/[\w/]+)\r?\n(?:.*\n)*?ready\r?\n/;
/** Units: ms. */
const PATIENCE_MS = 10_000;

export const openPty = async (): Promise<Pty> => {
  const held = spawn('script', ['-q', '-f', '-c', HOLD, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let listener: (bytes: Uint8Array) => void = () => undefined;
  let said = '';
  const path = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no pty: ${said}`)), PATIENCE_MS);
    held.once('error', reject);
    const greet = (bytes: Buffer): void => {
      said += bytes.toString('latin1');
      const name = READY.exec(said)?.[1];
      if (name === undefined) return;
      clearTimeout(timer);
      held.stdout.off('data', greet);
      held.stdout.on('data', (more: Buffer) => listener(more));
      resolve(name);
    };
    held.stdout.on('data', greet);
  });
  return {
    path,
    onBytes: (listen) => {
      listener = listen;
    },
    say: (bytes) => void held.stdin.write(bytes),
    unplug: async () => {
      if (held.exitCode !== null || held.signalCode !== null) return;
      held.kill('SIGKILL');
      await once(held, 'exit');
    },
  };
};
