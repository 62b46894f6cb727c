/** How much of a service list is tried on a page: everything first, then less and less. Pure. */

/**
 * What stands with a service's name: people waiting and the wait; the same in narrow figures; the
 * wait alone below or beside the name; nothing.
 */
export type StatusLook = 'full' | 'narrow' | 'wait' | 'beside' | 'none';
export type Fit = { readonly perPage: number; readonly status: StatusLook };

/** One place of a page goes to the key that turns it. */
const SMALLER_PAGES = [7, 5, 4, 3, 2, 1];

/**
 * Ordinary letters keep the wait and turn pages; very large ones keep the page and leave the wait to
 * the next screen.
 */
export const fitsOf = (services: number, large: boolean): readonly Fit[] => {
  const whole = (status: StatusLook): Fit => ({ perPage: services, status });
  const pages = SMALLER_PAGES.filter((size) => size < services);
  const paged = (...looks: StatusLook[]): Fit[] =>
    pages.flatMap((perPage) => looks.map((status) => ({ perPage, status })));
  const first = [whole('full'), whole('narrow'), whole('wait')];
  return large
    ? [...first, whole('beside'), whole('none'), ...paged('beside', 'none')]
    : [...first, ...paged('narrow', 'wait'), ...paged('none')];
};
