/** Pages of a list. Pure. */

export const pagesOf = (items: number, perPage: number): number =>
  Math.max(1, Math.ceil(items / Math.max(1, perPage)));

export const pageOf = <T>(items: readonly T[], perPage: number, page: number): readonly T[] =>
  items.slice(page * perPage, (page + 1) * perPage);
