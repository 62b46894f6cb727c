/** Pages of the counter strip: cells of different widths are laid side by side while they fit. Pure. */

/** Advance widths of a face at one em, rounded up. */
const WIDE = 1;
const NARROW = 0.66;
const SPACE = 0.27;

/** About how wide a text is. Units: em of its own size. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

const letterWidth = (letter: string): number => {
  if (letter === ' ') return SPACE;
  return letter.charCodeAt(0) > 0x2e7f ? WIDE : NARROW;
};

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
