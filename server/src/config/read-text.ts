/**
 * Text in YAML (and so in JSON), read by a schema: the value, or every finding with its line, its path
 * and its reason.
 */
import { type FaultKind, faultOf } from '@tingxu/contract/config-faults';
import type { Document } from 'yaml';
import * as z from 'zod/mini';
import { hintOf, nearestName } from './nearest-name.ts';
import { boundBroken, isTooLong } from './text-bounds.ts';
import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from './yaml.ts';

/** Of one text; whoever mends those reads the next ones. */
const MOST_FINDINGS = 50;

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * `path` is `lanes[2].promise.targetMs`, or empty for the whole; `line` counts from 1. `message` is for
 * who reads English, `fault` for who says it in another language.
 */
export type Finding = {
  readonly path: string;
  readonly message: string;
  readonly line: number;
  readonly fault: FaultKind;
};

export type ReadText<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Every key that may occur anywhere: the candidates for a hint. */
const knownKeys = (schema: z.core.$ZodType): string[] => {
  const names = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema), (key, value: unknown) => {
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

type Placed = { readonly path: Path; readonly message: string; readonly fault: FaultKind };

/** Where and why, for one issue of a schema. */
const place = (issue: Issue, schema: z.core.$ZodType): Placed => {
  const fault = faultOf(issue);
  if (issue.code !== 'unrecognized_keys')
    return { path: issue.path, message: issue.message, fault };
  const key = issue.keys[0] ?? '';
  const known = knownKeys(schema);
  const meant = nearestName(key, known);
  return {
    path: [...issue.path, key],
    message: `unknown key${hintOf(key, known)}`,
    fault: { kind: 'unknown-member', members: [key], ...(meant !== null && { meant }) },
  };
};

/** What was there is told with a finding: nothing at all is another fault than something else. */
const TOLD = { reportInput: true } as const;

/** A value by a schema, as `readText` reads a text. */
export function readValue<S extends z.core.$ZodType>(
  value: unknown,
  schema: S,
): ReadText<z.output<S>> {
  if (isTooLong(value)) return { ok: false, findings: [unread('TOO_LONG')] };
  const parsed = z.safeParse(schema, value, TOLD);
  if (parsed.success) return { ok: true, value: parsed.data };
  const findings = parsed.error.issues.slice(0, MOST_FINDINGS).map((issue) => {
    const { path, ...why } = place(issue, schema);
    return { path: spelt(path), ...why, line: 1 };
  });
  return { ok: false, findings };
}

/** Offset of the key at `path`, or of the nearest thing above it that is in the text. */
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

type Broken = { readonly offset: number; readonly message: string };

const BAD_ALIAS: FaultKind = { kind: 'syntax', code: 'BAD_ALIAS' };

/** The first alias of a name that nothing before it has; 0 where each has one. One walk for all of them. */
function offsetOfBadAlias(document: Document): number {
  const named = new Set<string>();
  let offset = 0;
  visit(document, {
    Alias: (_key, { source, range }) => {
      if (named.has(source)) return undefined;
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
    Value: (_key, { anchor }) => {
      if (anchor !== undefined) named.add(anchor);
    },
  });
  return offset;
}

/** The plain value; aliases are the only thing that can still fail. */
function plainValue(document: Document): { readonly value: unknown } | Broken {
  try {
    return { value: document.toJS() ?? {} };
  } catch (error) {
    return {
      offset: offsetOfBadAlias(document),
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

type Syntax = { readonly offset: number; readonly message: string; readonly code: string };

const keysStandingTwice = (document: Document): Syntax[] => {
  const found: Syntax[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const code = 'DUPLICATE_KEY';
          found.push({ offset: key.range?.[0] ?? 0, message: 'Map keys must be unique', code });
        }
        seen.add(key.value);
      }
    },
  });
  return found;
};

const BOUNDS = {
  TOO_DEEP: 'nests deeper than any configuration',
  TOO_LONG: 'has more rows than any configuration',
} as const;

/** Of a text that is not even read. */
const unread = (code: keyof typeof BOUNDS): Finding => ({
  ...{ path: '', message: BOUNDS[code], line: 1 },
  fault: { kind: 'syntax', code },
});

/** A string of JSON, and the colon that makes it a key. */
const JSON_STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

const keysIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, member) => sum + keysIn(member), own);
};

/** The value of a text that is JSON; undefined where it is not, or where a key stands twice. */
function jsonValue(text: string): unknown {
  if (!text.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const keys = [...text.matchAll(JSON_STRING)].filter(([, colon]) => colon !== undefined);
    return keysIn(value) === keys.length ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Never throws; an empty text is an empty object. */
export function readText<S extends z.core.$ZodType>(
  text: string,
  schema: S,
): ReadText<z.output<S>> {
  // Read in a twentieth of the time; what is wrong with a text, and in which line, YAML tells.
  const value = jsonValue(text);
  const json = value === undefined ? null : z.safeParse(schema, value);
  if (json?.success) return { ok: true, value: json.data };
  const bound = boundBroken(text);
  if (bound !== null) return { ok: false, findings: [unread(bound)] };
  const lines = new LineCounter();
  // The reader's own look at keys that stand twice takes the square of their number.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const at = (offset: number, message: string, fault: FaultKind, path = ''): Finding => ({
    ...{ path, message, fault },
    line: lines.linePos(offset).line,
  });
  const syntax = [
    ...document.errors.map(({ pos, message, code }) => ({ offset: pos[0], message, code })),
    ...keysStandingTwice(document),
  ];
  if (syntax.length > 0) {
    const findings = syntax
      .slice(0, MOST_FINDINGS)
      .map(({ offset, message, code }) => at(offset, message, { kind: 'syntax', code }));
    return { ok: false, findings };
  }
  const plain = plainValue(document);
  if ('offset' in plain) {
    return { ok: false, findings: [at(plain.offset, plain.message, BAD_ALIAS)] };
  }
  const parsed = z.safeParse(schema, plain.value, TOLD);
  if (parsed.success) return { ok: true, value: parsed.data };
  const findings = parsed.error.issues.slice(0, MOST_FINDINGS).map((issue) => {
    const { path, message, fault } = place(issue, schema);
    return at(offsetOf(document, path), message, fault, spelt(path) || 'the file');
  });
  return { ok: false, findings };
}

/** `lanes[2].promise.targetMs: Too small …`, or the reason alone where there is no path. */
export const findingText = ({ path, message }: Pick<Finding, 'path' | 'message'>): string =>
  path === '' ? message : `${path}: ${message}`;
