/** How much stands on the page of lanes: everything first, then less and less. Pure. */

export type LanesLook = {
  /** What is said of the chosen service. */
  readonly service: 'all' | 'name' | 'none';
  /** How many wait in each lane. */
  readonly waiting: boolean;
  /** Who may choose the lane. */
  readonly hint: boolean;
};

export const LANES_LOOKS: readonly LanesLook[] = [
  { service: 'all', waiting: true, hint: true },
  { service: 'name', waiting: true, hint: true },
  { service: 'none', waiting: true, hint: true },
  { service: 'none', waiting: false, hint: true },
  { service: 'none', waiting: false, hint: false },
];
export const LAST_LOOK: LanesLook = { service: 'none', waiting: false, hint: false };
