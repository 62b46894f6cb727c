/** Draining: refuse what is new, finish what is underway, tell the screens, close the journals, end. */
import type { FastifyInstance } from 'fastify';
import type { Log } from '../http/hosting.ts';

/** After this, connections that still talk are cut. Units: ms. Source: OPS-08. */
const PATIENCE_MS = 2_500;
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

/** The way to stop, safe to call more than once; the second call ends the process at once. */
export function stopper(parts: Stoppable): (code: number, why: string) => void {
  let stopping = false;
  return (code, why) => {
    if (stopping) process.exit(code === 0 ? 1 : code);
    stopping = true;
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
