/** How much stands on the page of lanes: everything first, then less and less. Pure. */

export type LanesLook = {
  /** What is said of the chosen service; how many are ahead and the wait go last. */
  readonly service: 'all' | 'line' | 'figures' | 'none';
  /** Who may choose the lane. */
  readonly hint: boolean;
  /** Lanes beside one another: what must be brought needs the height. */
  readonly side: boolean;
  /** A picture before the name, as long as both stand in one line. */
  readonly icons: boolean;
  /** All letters larger. */
  readonly roomy?: true;
};

export const LANES_LOOKS: readonly LanesLook[] = [
  { service: 'all', hint: true, side: false, icons: true, roomy: true },
  { service: 'all', hint: true, side: false, icons: true },
  { service: 'line', hint: true, side: false, icons: true },
  { service: 'figures', hint: true, side: false, icons: true },
  { service: 'figures', hint: false, side: false, icons: true },
  { service: 'figures', hint: false, side: false, icons: false },
  { service: 'line', hint: false, side: true, icons: false },
  { service: 'figures', hint: false, side: true, icons: false },
  { service: 'none', hint: false, side: false, icons: true },
  { service: 'none', hint: false, side: false, icons: false },
  { service: 'none', hint: false, side: true, icons: false },
];
export const LAST_LOOK: LanesLook = { service: 'none', hint: false, side: true, icons: false };
