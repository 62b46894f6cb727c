/**
 * A configuration while somebody edits it: the form of the contract's, with every number and text as it
 * stands in its field, right or wrong. What is wrong is found by `faults.ts`.
 */
import type { HallConfig } from '@tingxu/contract/config';

/** Ids and letters become plain texts; what can only be chosen keeps its choices. */
type Loose<T> = T extends string
  ? Record<never, never> extends Record<T, 1>
    ? string
    : T
  : T extends number
    ? number
    : T extends readonly (infer Row)[]
      ? readonly Loose<Row>[]
      : { readonly [Key in keyof T]: Loose<T[Key]> };

export type Draft = Loose<HallConfig>;
export type DraftText = Draft['services'][number]['name'];
export type DraftService = Draft['services'][number];
export type DraftLane = Draft['lanes'][number];
export type DraftCounter = Draft['counters'][number];
export type DraftMissed = DraftLane['missed'];
export type DraftHours = NonNullable<Draft['hours']>;
export type DraftWeek = DraftHours['week'];
export type DraftInterval = NonNullable<DraftWeek['mon']>[number];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (value: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(value).filter((key) => value[key] !== undefined);

/** Whether two values say the same, whatever the order of their members. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const [own, other] = [membersOf(a), membersOf(b)];
  return own.length === other.length && own.every((key) => same(a[key], b[key]));
};

/** The row with the changes; a member that is given as undefined is left out. */
export const withMembers = <T extends object>(
  row: T,
  changes: { [K in keyof T]?: T[K] | undefined },
): T => {
  const next = { ...row, ...changes };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(next, key);
  }
  return next as T;
};
