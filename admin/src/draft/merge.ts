/**
 * Somebody else's change and one's own, both made from the same configuration, as one draft. Where both
 * touched the same thing one's own stands and is named, so that a person decides: nothing of a merge is
 * in force before it was looked at. Pure. Source: adr/0013.
 */
import { isJson, isRows, type Json, joinPath } from '@tingxu/contract/rows-by-id';
import { same } from './draft-config.ts';

export type Merged<T> = {
  readonly config: T;
  /** Paths, by ids, that both changed; one's own value was kept. */
  readonly contested: readonly string[];
};

type Sides = { readonly base: unknown; readonly theirs: unknown; readonly mine: unknown };

const byId = (rows: unknown): Json =>
  isRows(rows) ? Object.fromEntries(rows.map((row) => [row.id, row])) : {};

const idsOf = (rows: unknown): string[] => (isRows(rows) ? rows.map(({ id }) => id) : []);

/** One's own order, when one changed it, else theirs; rows that only the other side has at the end. */
const orderOf = ({ base, theirs, mine }: Sides): string[] => {
  const [was, other, own] = [idsOf(base), idsOf(theirs), idsOf(mine)];
  const [first, second] = same(was, own) ? [other, own] : [own, other];
  return [...first, ...second.filter((id) => !first.includes(id))];
};

const mergeMembers = (
  keys: readonly string[],
  sides: Sides,
  path: string,
  found: string[],
): Json => {
  const [base, theirs, mine] = [sides.base, sides.theirs, sides.mine].map((side) =>
    isJson(side) ? side : {},
  );
  const merged: [string, unknown][] = keys.map((key) => {
    const inner = { base: base?.[key], theirs: theirs?.[key], mine: mine?.[key] };
    return [key, mergeValue(inner, joinPath(path, key), found)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
};

const mergeValue = (sides: Sides, path: string, found: string[]): unknown => {
  const { base, theirs, mine } = sides;
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(theirs, mine)) return mine;
  if (isRows(theirs) && isRows(mine)) {
    const rows = { base: byId(base), theirs: byId(theirs), mine: byId(mine) };
    // An object would put ids that are figures first.
    const order = orderOf(sides);
    const merged = mergeMembers(order, rows, path, found);
    return order.flatMap((id) => (merged[id] === undefined ? [] : [merged[id]]));
  }
  if (isJson(theirs) && isJson(mine)) {
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return mergeMembers(keys, sides, path, found);
  }
  found.push(path);
  return mine;
};

export const merge = <T>(sides: {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}): Merged<T> => {
  const contested: string[] = [];
  const config = mergeValue(sides, '', contested) as T;
  return { config, contested };
};
