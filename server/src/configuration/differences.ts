/**
 * What is different between two configurations, member by member. Rows with an id are compared by it,
 * so an inserted row does not make all later ones look changed. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import type { HallConfig } from '@tingxu/contract/config';
import type { ConfigurationDifference } from '@tingxu/contract/configuration';
import { isJson, isRows, type Json, joinPath, type Row } from '@tingxu/contract/rows-by-id';

/** The order of those that stay. */
const moved = (before: readonly Row[], after: readonly Row[], path: string) => {
  const stay = (rows: readonly Row[], others: readonly Row[]): string[] =>
    rows.map(({ id }) => id).filter((id) => others.some((row) => row.id === id));
  const from = stay(before, after);
  const to = stay(after, before);
  return isDeepStrictEqual(from, to) ? [] : [{ path, what: 'moved', from, to } as const];
};

const ofRows = (
  before: readonly Row[],
  after: readonly Row[],
  path: string,
): ConfigurationDifference[] => {
  const removed = before.filter(({ id }) => !after.some((row) => row.id === id));
  return [
    ...removed.map((from) => ({ path: joinPath(path, from.id), what: 'removed', from }) as const),
    ...after.flatMap((row) => {
      const was = before.find(({ id }) => id === row.id);
      const own = joinPath(path, row.id);
      return was ? ofMembers(was, row, own) : [{ path: own, what: 'added', to: row } as const];
    }),
    ...moved(before, after, path),
  ];
};

const ofMembers = (before: Json, after: Json, path: string): ConfigurationDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    ofValues(before[key], after[key], joinPath(path, key)),
  );

const ofValues = (before: unknown, after: unknown, path: string): ConfigurationDifference[] => {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined) return [{ path, what: 'added', to: after }];
  if (after === undefined) return [{ path, what: 'removed', from: before }];
  if (isRows(before) && isRows(after)) return ofRows(before, after, path);
  if (isJson(before) && isJson(after)) return ofMembers(before, after, path);
  return [{ path, what: 'changed', from: before, to: after }];
};

export const differencesOf = (
  before: HallConfig,
  after: HallConfig,
): readonly ConfigurationDifference[] => ofValues(before, after, '');
