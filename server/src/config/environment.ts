/**
 * Settings that come from the environment. A `TINGXU_` name that the server does not know is
 * refused: a misspelt setting must not be silently ignored.
 */
import { LogLevel, Port, RateLimit, TicketLimit } from './config-file.ts';
import { hintOf } from './nearest-name.ts';
import { StartRefusal } from './start-refusal.ts';

/** Name → what it sets. The list is also what OPERATIONS documents. */
export const ENVIRONMENT = {
  PORT: 'port of the server; 0 takes a free one',
  HOST: 'address to listen on',
  TINGXU_DATA: 'data folder',
  TINGXU_CONFIG: 'path of the YAML config file',
  TINGXU_LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  TINGXU_RATE_LIMIT: 'requests per minute and device; 0 switches the limit off',
  TINGXU_TICKET_LIMIT: 'tickets per minute and kiosk; 0 switches the limit off',
  TINGXU_DEMO: '1 adds the demo hall, 0 leaves it out',
  TINGXU_DEMO_MOVES: '1 lets counters of the demo hall work and customers come by themselves',
  TINGXU_PARENT_PID: 'the server stops when this process is gone',
  TINGXU_TEST: '1 allows the test-only settings',
  TINGXU_CLOCK: 'system, or controlled (test only): driven by the parent process',
  TINGXU_CLOCK_ACCEPT: '1 starts although the clock of the machine contradicts a journal',
  TINGXU_CLOCK_START: 'first instant of the controlled clock, epoch ms',
} as const;
export type EnvironmentName = keyof typeof ENVIRONMENT;
export type Environment = Readonly<Record<string, string | undefined>>;

/** A process id is a signed 32-bit number on every system. */
const MAX_PID = 2_147_483_647;

const KNOWN = Object.keys(ENVIRONMENT);
/** Read by commands, tests and scripts of this workspace; the server leaves them alone. */
const OF_TOOLS = ['TINGXU_CHROMIUM', 'TINGXU_SEED', 'TINGXU_PASSPHRASE'];

/** Refuses `TINGXU_` variables that nobody reads. */
export function refuseUnknownNames(env: Environment): void {
  const names = Object.keys(env).filter((name) => /^TINGXU_/i.test(name));
  const unknown = names.find((name) => !KNOWN.includes(name) && !OF_TOOLS.includes(name));
  if (unknown === undefined) return;
  throw new StartRefusal(`Unknown environment variable ${unknown}${hintOf(unknown, KNOWN)}.`);
}

/** The process of `TINGXU_PARENT_PID`; 0 would be this process's own group, which is never gone. */
export function parentPidOf(env: Environment): number | undefined {
  const pid = wholeNumberOf(env, 'TINGXU_PARENT_PID');
  if (pid === undefined || (pid >= 1 && pid <= MAX_PID)) return pid;
  throw wrong('TINGXU_PARENT_PID', String(pid), `a process id from 1 to ${MAX_PID}`);
}

/** The value of a variable; an empty one counts as not set. */
export function textOf(env: Environment, name: EnvironmentName): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}

const wrong = (name: EnvironmentName, value: string, wanted: string): StartRefusal =>
  new StartRefusal(`${name}=${JSON.stringify(value)} is not ${wanted}.`);

export function wholeNumberOf(env: Environment, name: EnvironmentName): number | undefined {
  const value = textOf(env, name);
  if (value === undefined) return undefined;
  const parsed = Number(value);
  if (!/^\d{1,15}$/.test(value)) throw wrong(name, value, 'a whole number');
  return parsed;
}

export function flagOf(env: Environment, name: EnvironmentName): boolean | undefined {
  const value = textOf(env, name);
  if (value === undefined) return undefined;
  if (value !== '0' && value !== '1') throw wrong(name, value, '0 or 1');
  return value === '1';
}

export function portOf(env: Environment): number | undefined {
  const port = wholeNumberOf(env, 'PORT');
  if (port === undefined || Port.safeParse(port).success) return port;
  throw wrong('PORT', String(port), 'a port from 0 to 65535');
}

export function rateLimitOf(env: Environment): number | undefined {
  const limit = wholeNumberOf(env, 'TINGXU_RATE_LIMIT');
  if (limit === undefined || RateLimit.safeParse(limit).success) return limit;
  throw wrong('TINGXU_RATE_LIMIT', String(limit), 'a number from 0 to 10000000');
}

export function ticketLimitOf(env: Environment): number | undefined {
  const limit = wholeNumberOf(env, 'TINGXU_TICKET_LIMIT');
  if (limit === undefined || TicketLimit.safeParse(limit).success) return limit;
  throw wrong('TINGXU_TICKET_LIMIT', String(limit), 'a number from 0 to 10000');
}

export function logLevelOf(env: Environment): LogLevel | undefined {
  const value = textOf(env, 'TINGXU_LOG_LEVEL');
  if (value === undefined) return undefined;
  const level = LogLevel.safeParse(value);
  if (!level.success)
    throw wrong('TINGXU_LOG_LEVEL', value, `one of ${LogLevel.options.join(', ')}`);
  return level.data;
}
