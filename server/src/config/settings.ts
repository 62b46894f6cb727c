/** All settings of one server process, from defaults, the config file and the environment, in that order. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant, Text } from '@tingxu/contract/ids';
import type { DeviceSetting } from '../devices/device-settings.ts';
import type { DirectorySettings } from '../directory/directory.ts';
import { DEFAULT_LIMITS, type SessionLimits } from '../identity/session-limits.ts';
import type { SignOnSetting } from '../sign-on/provider.ts';
import type { TlsSetting } from '../tls/open-tls.ts';
import { type ConfigFile, type LogLevel, parseConfig } from './config-file.ts';
import {
  type Environment,
  flagOf,
  logLevelOf,
  parentPidOf,
  portOf,
  rateLimitOf,
  refuseUnknownNames,
  textOf,
  ticketLimitOf,
  wholeNumberOf,
} from './environment.ts';
import { signOnOf } from './sign-on.ts';
import { oneSentence, StartRefusal } from './start-refusal.ts';
import { useEnglishMessages } from './zod-messages.ts';

/** Generous: twenty requests a second from one device, all day. */
const DEFAULT_RATE_LIMIT = 1_200;
/** As fast as people take them one after another. Units: tickets per minute and kiosk. Source: SEC-08. */
const DEFAULT_TICKET_LIMIT = 20;

export type ClockSetting =
  | { kind: 'system'; accept: boolean }
  | { kind: 'controlled'; startAt: Instant };

const MINUTE_MS = 60_000;
/** Units: ms. */
const DEFAULT_DIRECTORY_TIMEOUT = 400;

/** Absolute paths. */
export type BrandFiles = {
  readonly css: string | null;
  readonly logo: string | null;
  readonly texts: string | null;
};

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Units: requests per minute and device; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  /** Units: tickets per minute and kiosk; 0 is no limit. */
  readonly ticketsPerMinute: number;
  /** Halls of the config file. */
  readonly halls: readonly HallConfig[];
  /** Whether the demo hall is there too. */
  readonly demo: boolean;
  /** Whether its counters work and people come, without anybody. Never where it is not there. */
  readonly demoMoves: boolean;
  /** A bank's own customer directory; null where imported tables are all there is. */
  readonly directory: DirectorySettings | null;
  /** Files of a bank's own look and wording. */
  readonly brand: BrandFiles | null;
  readonly devices: readonly DeviceSetting[];
  /** Null: plain HTTP. */
  readonly tls: TlsSetting | null;
  /** Origin under which phones reach the server; null: the one that it listens on. */
  readonly phones: string | null;
  /** Absolute: a folder of a bank's own recordings. */
  readonly recordings: string | null;
  /** Browsers reach the server over TLS, through a proxy that speaks it. */
  readonly behindTls: boolean;
  readonly sessions: SessionLimits;
  /** Null: passphrases only. */
  readonly signOn: (SignOnSetting & { readonly label: Text | null }) | null;
  readonly parentPid: number | null;
  readonly clock: ClockSetting;
};

const DEFAULT_FILE = 'tingxu.yaml';
/** A demo keeps to itself: its folder never becomes a real server's. Rules: AUTH-17. */
const DEFAULT_DATA = { demo: 'demo-data', real: 'data' } as const;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

function readConfigFile(env: Environment, folder: string): { path: string; file: ConfigFile } {
  const named = textOf(env, 'TINGXU_CONFIG');
  const path = resolve(folder, named ?? DEFAULT_FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (named === undefined && isMissing(error)) return { path, file: {} };
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(`The config file cannot be read: ${oneSentence(reason)}.`);
  }
  return { path, file: parseConfig(text, path) };
}

function usableFolder(path: string): string {
  if (!path.includes('\0')) return path;
  throw new StartRefusal(
    `The data folder ${JSON.stringify(path)} has a NUL character in its name.`,
  );
}

/** Where the environment names none. */
const dataFolderOf = ({ server }: ConfigFile, path: string, demo: boolean): string =>
  resolve(dirname(path), server?.data ?? DEFAULT_DATA[demo ? 'demo' : 'real']);

function directoryOf({ server }: ConfigFile): DirectorySettings | null {
  if (server?.directory === undefined) return null;
  const { url, timeoutMs } = server.directory;
  return { url, timeoutMs: timeoutMs ?? DEFAULT_DIRECTORY_TIMEOUT };
}

function brandOf({ server }: ConfigFile, path: string): BrandFiles | null {
  if (server?.brand === undefined) return null;
  const { css, logo, texts } = server.brand;
  const fileOf = (name: string | undefined) =>
    name === undefined ? null : resolve(dirname(path), name);
  return { css: fileOf(css), logo: fileOf(logo), texts: fileOf(texts) };
}

function tlsOf({ server }: ConfigFile, path: string): TlsSetting | null {
  if (server?.tls === undefined) return null;
  const { tls } = server;
  const plainPort = tls.plainPort ?? null;
  if ('own' in tls) return { from: { kind: 'own', names: tls.names ?? [] }, plainPort };
  const fileOf = (name: string) => resolve(dirname(path), name);
  return { from: { kind: 'files', cert: fileOf(tls.cert), key: fileOf(tls.key) }, plainPort };
}

function devicesOf({ devices = [], halls = [] }: ConfigFile): readonly DeviceSetting[] {
  const stray = devices.find(({ hall }) => !halls.some((known) => known.hall === hall));
  if (!stray) return devices;
  throw new StartRefusal(
    `The device "${stray.id}" belongs to the hall "${stray.hall}", which is not configured.`,
  );
}

function sessionsOf({ server }: ConfigFile): SessionLimits {
  const { lockAfterMinutes, shiftHours } = server?.sessions ?? {};
  return {
    lockAfterMs:
      lockAfterMinutes === undefined ? DEFAULT_LIMITS.lockAfterMs : lockAfterMinutes * MINUTE_MS,
    shiftMs: shiftHours === undefined ? DEFAULT_LIMITS.shiftMs : shiftHours * 60 * MINUTE_MS,
  };
}

function clockOf(env: Environment): ClockSetting {
  const kind = textOf(env, 'TINGXU_CLOCK') ?? 'system';
  if (kind === 'system')
    return { kind: 'system', accept: flagOf(env, 'TINGXU_CLOCK_ACCEPT') ?? false };
  if (kind !== 'controlled') {
    throw new StartRefusal(`TINGXU_CLOCK=${JSON.stringify(kind)} is not system or controlled.`);
  }
  if (flagOf(env, 'TINGXU_TEST') !== true) {
    throw new StartRefusal('TINGXU_CLOCK=controlled is for tests only and needs TINGXU_TEST=1.');
  }
  const startAt = wholeNumberOf(env, 'TINGXU_CLOCK_START');
  if (startAt === undefined) {
    throw new StartRefusal('TINGXU_CLOCK=controlled needs TINGXU_CLOCK_START (epoch ms).');
  }
  return { kind: 'controlled', startAt };
}

/**
 * Reads and checks every setting.
 * Rejects: with `StartRefusal`, one sentence that says which setting is wrong and why.
 */
export function readSettings(env: Environment, folder: string): Settings {
  useEnglishMessages();
  refuseUnknownNames(env);
  const { path, file } = readConfigFile(env, folder);
  const halls = file.halls ?? [];
  const data = textOf(env, 'TINGXU_DATA');
  const demo = flagOf(env, 'TINGXU_DEMO') ?? file.server?.demo ?? halls.length === 0;
  if (!demo && halls.length === 0) {
    throw new StartRefusal(
      'No hall is configured: add one to the config file or allow the demo hall with TINGXU_DEMO=1.',
    );
  }
  return {
    port: portOf(env) ?? file.server?.port ?? 8080,
    host: textOf(env, 'HOST') ?? file.server?.host ?? '127.0.0.1',
    dataFolder: usableFolder(
      data === undefined ? dataFolderOf(file, path, demo) : resolve(folder, data),
    ),
    logLevel: logLevelOf(env) ?? file.server?.logLevel ?? 'info',
    ticketsPerMinute: ticketLimitOf(env) ?? file.server?.ticketsPerMinute ?? DEFAULT_TICKET_LIMIT,
    rateLimitPerMinute: rateLimitOf(env) ?? file.server?.rateLimitPerMinute ?? DEFAULT_RATE_LIMIT,
    halls,
    demo,
    demoMoves: flagOf(env, 'TINGXU_DEMO_MOVES') === true && demo,
    directory: directoryOf(file),
    brand: brandOf(file, path),
    devices: devicesOf(file),
    tls: tlsOf(file, path),
    phones: file.server?.phones === undefined ? null : new URL(file.server.phones).origin,
    recordings:
      file.server?.recordings === undefined ? null : resolve(dirname(path), file.server.recordings),
    behindTls: file.server?.behindTls ?? false,
    sessions: sessionsOf(file),
    signOn: signOnOf(file, path),
    parentPid: parentPidOf(env) ?? null,
    clock: clockOf(env),
  };
}
