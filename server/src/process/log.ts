/** One JSON object per line on stdout; written at once, so that nothing is lost when the process ends. */
import { pino } from 'pino';
import type { LogLevel } from '../config/config-file.ts';
import type { Log } from '../http/hosting.ts';

export const makeLog = (level: LogLevel): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 1, sync: true }),
  );
