/** Pages of the counter strip: cells of different widths are laid side by side while they fit. Pure. */

/**
 * Fills pages in order, and evenly where that takes no more pages; a cell that is wider than a page
 * stands alone on one. Units: em.
 */
export const packPages = <T>(
  cells: readonly T[],
  widthOf: (cell: T) => number,
  room: number,
): readonly (readonly T[])[] => {
  const greedy = fillPages(cells, widthOf, room);
  const even = Math.ceil(cells.length / greedy.length);
  const pages = greedy.map((_, index) => cells.slice(index * even, (index + 1) * even));
  const fits = pages.every((page) => page.length > 0 && total(page, widthOf) <= room);
  return fits ? pages : greedy;
};

const total = <T>(cells: readonly T[], widthOf: (cell: T) => number): number =>
  cells.reduce((sum, cell) => sum + widthOf(cell), 0);

const fillPages = <T>(
  cells: readonly T[],
  widthOf: (cell: T) => number,
  room: number,
): readonly (readonly T[])[] => {
  const pages: T[][] = [];
  let left = 0;
  for (const cell of cells) {
    const width = widthOf(cell);
    const page = pages.at(-1);
    if (page && width <= left) {
      page.push(cell);
      left -= width;
    } else {
      pages.push([cell]);
      left = room - width;
    }
  }
  return pages.length > 0 ? pages : [[]];
};
