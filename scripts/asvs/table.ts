/** docs/asvs.yaml: what the OWASP ASVS asks, and how each of its requirements is answered here. */
import { parse } from 'yaml';

/** A test by its file and a part of its title. */
export type Proof = { readonly file: string; readonly title: string };

/** How a requirement is answered: by tests, by why it asks nothing here, by what a person saw, or not yet. */
export type Answer =
  | { readonly kind: 'test'; readonly proofs: readonly Proof[] }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'manual'; readonly on: string; readonly seen: string }
  | { readonly kind: 'open'; readonly missing: string };

export type Requirement = {
  readonly id: string;
  readonly level: number;
  /** In words of our own. */
  readonly about: string;
  /** Null: the row gives none, or more than one, or one of another form. */
  readonly answer: Answer | null;
  /** Members that no row has. */
  readonly strange: readonly string[];
};

export type AsvsTable = {
  /** How many requirements the standard has, per level. */
  readonly counts: Readonly<Record<string, number>>;
  /** Requirements of level 3 that we took on. */
  readonly picks: readonly string[];
  /** By number of the chapter. */
  readonly chapters: Readonly<Record<string, string>>;
  readonly rows: readonly Requirement[];
};

const ANSWERS = ['test', 'reason', 'manual', 'open'] as const;

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const proofOf = (value: unknown): Proof => {
  const { file, title } = membersOf(value);
  return { file: textOf(file), title: textOf(title) };
};

function answerOf(row: Members): Answer | null {
  const given = ANSWERS.filter((kind) => row[kind] !== undefined);
  const [kind] = given;
  if (given.length !== 1) return null;
  if (kind === 'test') {
    const proofs = listOf(row['test']).map(proofOf);
    const whole =
      proofs.length > 0 && proofs.every(({ file, title }) => file !== '' && title !== '');
    return whole ? { kind, proofs } : null;
  }
  if (kind === 'manual') {
    const { on, seen } = membersOf(row['manual']);
    const dated = /^\d{4}-\d{2}-\d{2}$/.test(textOf(on)) && textOf(seen) !== '';
    return dated ? { kind, on: textOf(on), seen: textOf(seen) } : null;
  }
  if (kind === 'reason') {
    const reason = textOf(row['reason']);
    return reason === '' ? null : { kind, reason };
  }
  const missing = textOf(row['open']);
  return missing === '' ? null : { kind: 'open', missing };
}

const KNOWN: readonly string[] = ['id', 'level', 'about', ...ANSWERS];

function requirementOf(value: unknown): Requirement {
  const row = membersOf(value);
  return {
    id: textOf(row['id']),
    level: typeof row['level'] === 'number' ? row['level'] : 0,
    about: textOf(row['about']),
    answer: answerOf(row),
    strange: Object.keys(row).filter((name) => !KNOWN.includes(name)),
  };
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(membersOf(value)).map(([name, text]) => [name, textOf(text)]));

/** What a file says; nothing is checked here but its form. */
export function readTable(yaml: string): AsvsTable {
  const whole = membersOf(parse(yaml));
  return {
    counts: Object.fromEntries(
      Object.entries(membersOf(whole['counts'])).map(([level, count]) => [level, Number(count)]),
    ),
    picks: listOf(whole['picks']).map(textOf),
    chapters: textsOf(whole['chapters']),
    rows: listOf(whole['requirements']).map(requirementOf),
  };
}

export const chapterOf = (id: string): string => id.split('.')[0] ?? '';
