/** The one config file, `tingxu.yaml`: settings of the server and the halls it hosts. */
import { HallConfig } from '@tingxu/contract/config';
import type { Document } from 'yaml';
import * as z from 'zod/mini';
import { hintOf } from './nearest-name.ts';
import { StartRefusal } from './start-refusal.ts';
import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from './yaml.ts';

export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
export type LogLevel = z.infer<typeof LogLevel>;
export const Port = z.int().check(z.gte(0), z.lte(65_535));
/** Units: requests per minute and device; 0 is no limit. */
export const RateLimit = z.int().check(z.gte(0), z.lte(10_000_000));

/** A bank's own customer directory. Rules: DIR-4. */
const DirectoryPart = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** No customer waits longer for it. */
  timeoutMs: z.optional(z.int().check(z.gte(20), z.lte(5_000))),
});

const ServerPart = z.strictObject({
  port: z.optional(Port),
  host: z.optional(z.string().check(z.minLength(1))),
  /** Relative to the folder of the config file. */
  data: z.optional(z.string().check(z.minLength(1))),
  logLevel: z.optional(LogLevel),
  rateLimitPerMinute: z.optional(RateLimit),
  demo: z.optional(z.boolean()),
  directory: z.optional(DirectoryPart),
});

const distinctHalls = (halls: readonly HallConfig[]): boolean =>
  new Set(halls.map((hall) => hall.hall)).size === halls.length;

export const ConfigFile = z.strictObject({
  server: z.optional(ServerPart),
  halls: z.optional(z.array(HallConfig).check(z.refine(distinctHalls, 'two halls share an id'))),
});
export type ConfigFile = z.infer<typeof ConfigFile>;

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Every key that may occur anywhere in the file: the candidates for a hint. */
const knownKeys = (): string[] => {
  const names = new Set<string>();
  JSON.stringify(z.toJSONSchema(ConfigFile), (key, value: unknown) => {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) names.add(name);
    }
    return value;
  });
  return [...names];
};

const spelt = (path: Path): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : `${text}${text === '' ? '' : '.'}${String(key)}`,
    '',
  );

/** Offset of the key at `path`, or of the nearest thing above it that is in the file. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const node =
      pair?.key ?? (isCollection(parent) && !isMap(parent) ? parent.get(key, true) : undefined);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}

/** Where and why, for one finding of the schema. */
function place(issue: Issue): { path: Path; reason: string } {
  if (issue.code !== 'unrecognized_keys') {
    return { path: issue.path, reason: `${spelt(issue.path) || 'the file'}: ${issue.message}` };
  }
  const key = issue.keys[0] ?? '';
  const path = [...issue.path, key];
  return { path, reason: `${spelt(path)}: unknown key${hintOf(key, knownKeys())}` };
}

const more = (count: number): string =>
  count > 1 ? ` (and ${count - 1} more ${count === 2 ? 'problem' : 'problems'})` : '';

/** The plain value; aliases are the only thing that can still fail. */
function plainValue(
  document: Document,
  refuse: (offset: number, reason: string) => never,
): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    let offset = 0;
    visit(document, {
      Alias: (_key, alias) => {
        if (alias.resolve(document)) return undefined;
        offset = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return refuse(offset, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the text of a config file.
 * Rejects: with `StartRefusal`, naming line and reason of the first problem and how many there are.
 */
export function parseConfig(text: string, file: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (offset: number, reason: string): never => {
    throw new StartRefusal(`${file} line ${lines.linePos(offset).line}: ${reason}`);
  };
  const broken = document.errors[0];
  if (broken) return refuse(broken.pos[0], `${broken.message}${more(document.errors.length)}`);
  const parsed = ConfigFile.safeParse(plainValue(document, refuse));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const { path, reason } = first ? place(first) : { path: [], reason: 'not a valid config file' };
  return refuse(offsetOf(document, path), `${reason}${more(parsed.error.issues.length)}`);
}
