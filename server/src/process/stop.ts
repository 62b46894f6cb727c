/** Draining: refuse what is new, finish what is underway, tell the screens, close the journals, end. */
import type { FastifyInstance } from 'fastify';
import type { Log } from '../http/hosting.ts';

/** After this, connections that still talk are cut. Units: ms. Source: OPS-08. */
const PATIENCE_MS = 2_500;
/**
 * Ctrl-C reaches the whole group, and npm and the start script pass the signal on: what follows within
 * this time is the same wish. Units: ms.
 */
const SAME_WISH_MS = 2_000;
/** After this the process ends whatever still waits. Units: ms. */
const LIMIT_MS = 4_500;

export type Stoppable = {
  readonly app: FastifyInstance;
  readonly halls: readonly { readonly stop: () => Promise<void> }[];
  readonly log: Log;
  /** Called first: from now on requests are refused. */
  readonly onStopping: () => void;
};

async function drain({ app, halls }: Stoppable): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  // The feed closes in the app's preClose hook, before the HTTP server waits for its connections.
  await app.close();
  clearTimeout(cut);
  await Promise.all(halls.map((hall) => hall.stop()));
}

/** The way to stop, safe to call more than once; a later call ends the process at once. */
export function stopper(parts: Stoppable): (code: number, why: string) => void {
  let stoppingSince: number | null = null;
  return (code, why) => {
    if (stoppingSince !== null) {
      // A defect while draining leaves nothing to wait for.
      if (code === 0 && performance.now() - stoppingSince < SAME_WISH_MS) return;
      process.exit(code === 0 ? 1 : code);
    }
    stoppingSince = performance.now();
    parts.log.info({ why }, 'stopping');
    parts.onStopping();
    setTimeout(() => process.exit(code === 0 ? 1 : code), LIMIT_MS).unref();
    drain(parts).then(
      () => process.exit(code),
      (err: unknown) => {
        parts.log.error({ err }, 'stopping met an error');
        process.exit(code === 0 ? 1 : code);
      },
    );
  };
}
