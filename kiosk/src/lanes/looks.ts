/** How much stands on the page of lanes: everything first, then less and less. Pure. */

export type LanesLook = {
  /** What is said of the chosen service. */
  readonly service: 'all' | 'name' | 'none';
  /** Who may choose the lane. */
  readonly hint: boolean;
};

export const LANES_LOOKS: readonly LanesLook[] = [
  { service: 'all', hint: true },
  { service: 'name', hint: true },
  { service: 'none', hint: true },
  { service: 'none', hint: false },
];
export const LAST_LOOK: LanesLook = { service: 'none', hint: false };
