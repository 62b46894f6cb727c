/** A configuration as rows with ids, for whoever compares or merges two. */

export type Row = { readonly id: string };
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An empty list has none: it is compared as a value. */
export const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isJson(row) && 'id' in row);

/** `lanes` and `vip` are `lanes.vip`. */
export const joinPath = (path: string, key: string): string =>
  path === '' ? key : `${path}.${key}`;
