/**
 * Verdicts of earlier runs, kept in `.tingxu`, so that a run asks only what may have changed: a mutant
 * that was found is trusted while its file and the test file that found it are the same, one that
 * survived while nothing in the hall or the contract has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownFiles, ROOT } from '../tree.ts';

const FILE = join(ROOT, '.tingxu', 'mutation.json');
type Verdict = { readonly foundBy: string | null; readonly basis: string };

const hashOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Everything that a test of the hall may read. */
const wholeOf = (): string =>
  hashOf(
    ...ownFiles(ROOT)
      .filter(isRead)
      .flatMap((path) => [path, textOf(path)]),
  );

const isRead = (path: string): boolean => /^shared\/(hall|contract)\/.*\.ts$/.test(path);

const load = (): Record<string, Verdict> =>
  existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};

export type Memory = {
  /** The test file that found the mutant, null when it survived; undefined when it must be asked. */
  readonly recall: (source: string) => string | null | undefined;
  readonly note: (source: string, foundBy: string | null) => void;
};

type Asking = { readonly fresh: boolean; readonly examples: boolean };

/** `fresh`: nothing is recalled; `examples`: whoever survived is not noted, as not every test was asked. */
export const memory = ({ fresh, examples }: Asking): Memory => {
  const known = load();
  const whole = wholeOf();
  const basisOf = (foundBy: string | null): string =>
    foundBy === null ? whole : hashOf(foundBy && textOf(foundBy));
  return {
    recall: (source) => {
      const verdict = fresh ? undefined : known[hashOf(source)];
      return verdict && verdict.basis === basisOf(verdict.foundBy) ? verdict.foundBy : undefined;
    },
    note: (source, foundBy) => {
      if (examples && foundBy === null) return;
      known[hashOf(source)] = { foundBy, basis: basisOf(foundBy) };
      mkdirSync(dirname(FILE), { recursive: true });
      writeFileSync(FILE, JSON.stringify(known));
    },
  };
};
