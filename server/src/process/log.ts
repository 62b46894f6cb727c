/** One JSON object per line on stdout; written at once, so that nothing is lost when the process ends. */
import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from '../config/config-file.ts';
import type { Log } from '../http/hosting.ts';

const stdout = (): DestinationStream => pino.destination({ fd: 1, sync: true });

export const makeLog = (level: LogLevel, to: DestinationStream = stdout()): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
