/**
 * What happens to an error that nobody caught. A connection that breaks is the client's doing and
 * never ends the process; anything else is a defect after which no state in memory can be trusted:
 * it is logged and the process ends, because the journal holds everything that was acknowledged.
 */
import type { Log } from '../http/hosting.ts';

const CONNECTION =
  /^(ECONN(RESET|ABORTED|REFUSED)|EPIPE|ETIMEDOUT|ENOTCONN|ERR_STREAM_\w+|ERR_HTTP_\w+|HPE_\w+|WS_ERR_\w+)$/;

/** Whether the error is about one connection and nothing else. */
export const isOfConnection = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  CONNECTION.test(error.code);

/** Exit code of a defect, as sysexits(3) EX_SOFTWARE. */
export const DEFECT_EXIT = 70;

/** `stop` ends the process with a code; it is asked at most once. */
export function watchDefects(log: Log, stop: (code: number) => void): void {
  const onError = (err: unknown): void => {
    if (isOfConnection(err)) {
      log.warn({ err }, 'a connection broke without a listener');
      return;
    }
    log.fatal({ err }, 'a defect ends the server');
    stop(DEFECT_EXIT);
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
}
