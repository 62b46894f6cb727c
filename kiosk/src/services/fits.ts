/** How much of a service list is tried on a page: everything first, then less and less. Pure. */

/**
 * What stands with a service's name: people waiting and the wait; the same in narrow figures; the
 * wait alone below or beside the name; nothing.
 */
export type StatusLook = 'full' | 'narrow' | 'wait' | 'beside' | 'none';

/**
 * What stands above the services. `all`: the hall, how to begin in every language, until when it is
 * open, notices. `brief`: notices, or the hall's name and how to begin where there are none.
 */
export type Band = 'all' | 'brief' | 'none';

export type Fit = {
  /** What is chosen from: services, or their groups first. Rules: ISSUE-6. */
  readonly of: 'services' | 'groups';
  readonly perPage: number;
  readonly status: StatusLook;
  readonly band: Band;
  readonly icons: boolean;
  /** One below the other: names that are too wide to stand side by side. */
  readonly single: boolean;
  /** All letters larger. */
  readonly roomy: boolean;
};

export type Offered = {
  readonly services: number;
  /** Tiles of a page of groups; 0 where services stand in none. */
  readonly groupTiles: number;
  readonly large: boolean;
  /** Some service has a picture. */
  readonly icons: boolean;
  /** The hall has something to tell, which goes before pictures and figures. */
  readonly told: boolean;
};

type Look = readonly [band: Band, status: StatusLook, icons: boolean, shape?: 'single' | 'roomy'];

const STANDARD: readonly Look[] = [
  ['all', 'full', true, 'roomy'],
  ['all', 'full', true],
  ['brief', 'full', true],
  ['all', 'full', false],
  ['brief', 'full', false],
  ['none', 'full', true],
  ['brief', 'narrow', false],
  ['brief', 'wait', false],
  ['none', 'full', false],
  ['none', 'narrow', false],
  ['none', 'wait', false],
  ['none', 'full', true, 'single'],
  ['none', 'full', false, 'single'],
  ['none', 'wait', false, 'single'],
];

const LARGE: readonly Look[] = [
  ['brief', 'full', false],
  ['brief', 'wait', false],
  ['none', 'full', false],
  ['none', 'narrow', false],
  ['none', 'wait', false],
  ['none', 'beside', false],
];

const GROUPS: readonly Look[] = [
  ['all', 'full', true, 'roomy'],
  ['all', 'full', true],
  ['brief', 'full', true],
  ['all', 'none', true],
  ['brief', 'none', true],
  ['brief', 'none', true, 'single'],
  ['brief', 'none', false],
  ['none', 'full', true],
  ['none', 'none', true],
  ['none', 'none', true, 'single'],
  ['none', 'none', false],
  ['none', 'none', false, 'single'],
];

/** One place of a page goes to the key that turns it. */
const SMALLER_PAGES = [7, 5, 4, 3, 2, 1];

const layouts = (of: Fit['of'], perPage: number, looks: readonly Look[]): readonly Fit[] =>
  looks.map(([band, status, icons, shape]) => ({
    ...{ of, perPage, band, status, icons },
    ...{ single: shape === 'single', roomy: shape === 'roomy' },
  }));

const pages = (of: Fit['of'], whole: number, looks: readonly StatusLook[]): readonly Fit[] =>
  SMALLER_PAGES.filter((size) => size < whole).flatMap((size) =>
    layouts(
      of,
      size,
      looks.map((status): Look => ['none', status, false]),
    ),
  );

/** Ordinary letters greet where there is room; very large ones only tell what there is to tell. */
const wholeLooks = ({ large, told, icons }: Offered): readonly Look[] => {
  const greets = (status: StatusLook): boolean => told || (!large && status === 'full');
  return (large ? LARGE : STANDARD).filter(
    ([band, status, pictured]) => (band === 'none' || greets(status)) && (icons || !pictured),
  );
};

/**
 * Ordinary letters keep the wait and turn pages; very large ones keep the page and leave the wait to
 * the next screen. Where there are groups, they stand in the place of pages.
 */
export const fitsOf = (offered: Offered): readonly Fit[] => {
  const { services, groupTiles, large, told } = offered;
  const whole = layouts('services', services, wholeLooks(offered));
  if (groupTiles > 0) {
    const looks = GROUPS.filter(
      ([band]) => !large || band === 'none' || (told && band === 'brief'),
    );
    return [
      ...whole,
      ...layouts('groups', groupTiles, looks),
      ...pages('groups', groupTiles, ['none']),
    ];
  }
  return large
    ? [
        ...whole,
        ...layouts('services', services, [['none', 'none', false]]),
        ...pages('services', services, ['beside', 'none']),
      ]
    : [
        ...whole,
        ...pages('services', services, ['narrow', 'wait']),
        ...pages('services', services, ['none']),
      ];
};
