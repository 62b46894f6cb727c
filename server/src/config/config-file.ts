/** The one config file, `tingxu.yaml`: settings of the server and the halls it hosts. */
import { HallConfig } from '@tingxu/contract/config';
import { Text } from '@tingxu/contract/ids';
import * as z from 'zod/mini';
import { DeviceSettings } from '../devices/device-settings.ts';
import { findingText, readText } from './read-text.ts';
import { StartRefusal } from './start-refusal.ts';

export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
export type LogLevel = z.infer<typeof LogLevel>;
export const Port = z.int().check(z.gte(0), z.lte(65_535));
/** Units: requests per minute and device; 0 is no limit. */
/** Units: tickets per minute and kiosk; 0 is no limit. Rules: ISSUE-7. */
export const TicketLimit = z.int().check(z.gte(0), z.lte(10_000));
export const RateLimit = z.int().check(z.gte(0), z.lte(10_000_000));

/** A bank's own customer directory. Rules: DIR-4. */
const DirectoryPart = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** No customer waits longer for it. */
  timeoutMs: z.optional(z.int().check(z.gte(20), z.lte(5_000))),
});

const FileName = z.string().check(z.minLength(1));

/** A bank's own look and wording: files, relative to the folder of the config file. */
const BrandPart = z.strictObject({
  css: z.optional(FileName),
  logo: z.optional(FileName),
  texts: z.optional(FileName),
});

/** A host name or an address, as browsers spell it. */
const HostName = z.string().check(z.regex(/^[a-z0-9.:-]{1,253}$/));

/**
 * TLS, with the bank's own certificate (PEM files, relative to the folder of the config file), or with a
 * small authority of this branch. On `plainPort` nothing but a hint answers. Rules: WEB-3.
 */
const TlsPart = z.union([
  z.strictObject({ cert: FileName, key: FileName, plainPort: z.optional(Port) }),
  z.strictObject({
    own: z.literal(true),
    /** Further names of this machine than its own and its addresses. */
    names: z.optional(z.array(HostName).check(z.maxLength(20))),
    plainPort: z.optional(Port),
  }),
]);
/** Rules: AUTH-6, AUTH-7. */
const SessionsPart = z.strictObject({
  /** A screen that nobody touches for so long locks itself. */
  lockAfterMinutes: z.optional(z.int().check(z.gte(1), z.lte(60))),
  /** Nobody stays signed in for longer. */
  shiftHours: z.optional(z.int().check(z.gte(1), z.lte(12))),
});

/** The bank's own provider of identities. Rules: AUTH-20. */
const SignOnPart = z.strictObject({
  /** As the provider names itself; `https`, or this very machine for a test. */
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** A file with the secret and nothing else, which others may not read; relative to this file's folder. */
  clientSecretFile: z.optional(FileName),
  /** The claim that holds the personnel number. */
  staffClaim: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.:/-]{1,100}$/))),
  /** Where browsers reach this server. */
  origin: z.url({ protocol: /^https?$/ }),
  /** What the button says. */
  label: z.optional(Text),
});

const ServerPart = z.strictObject({
  port: z.optional(Port),
  host: z.optional(z.string().check(z.minLength(1))),
  /** Relative to the folder of the config file. */
  data: z.optional(z.string().check(z.minLength(1))),
  logLevel: z.optional(LogLevel),
  rateLimitPerMinute: z.optional(RateLimit),
  ticketsPerMinute: z.optional(TicketLimit),
  demo: z.optional(z.boolean()),
  tls: z.optional(TlsPart),
  directory: z.optional(DirectoryPart),
  brand: z.optional(BrandPart),
  /** Where phones of customers reach this server: the code on a paper ticket leads there. */
  phones: z.optional(z.url({ protocol: /^https?$/ })),
  /** A proxy in front of the server speaks TLS: cookies then go over nothing else. */
  behindTls: z.optional(z.boolean()),
  sessions: z.optional(SessionsPart),
  signOn: z.optional(SignOnPart),
  /** A folder of a bank's own recordings, relative to the folder of the config file. */
  recordings: z.optional(FileName),
});

const distinctHalls = (halls: readonly HallConfig[]): boolean =>
  new Set(halls.map((hall) => hall.hall)).size === halls.length;

export const ConfigFile = z.strictObject({
  server: z.optional(ServerPart),
  devices: z.optional(DeviceSettings),
  halls: z.optional(z.array(HallConfig).check(z.refine(distinctHalls, 'two halls share an id'))),
});
export type ConfigFile = z.infer<typeof ConfigFile>;

const more = (count: number): string =>
  count > 1 ? ` (and ${count - 1} more ${count === 2 ? 'problem' : 'problems'})` : '';

/**
 * Reads the text of a config file.
 * Rejects: with `StartRefusal`, naming line and reason of the first problem and how many there are.
 */
export function parseConfig(text: string, file: string): ConfigFile {
  const read = readText(text, ConfigFile);
  if (read.ok) return read.value;
  const [first] = read.findings;
  const reason = first ? findingText(first) : 'not a valid config file';
  const all = more(read.findings.length);
  throw new StartRefusal(`${file} line ${first?.line ?? 1}: ${reason}${all}`);
}
