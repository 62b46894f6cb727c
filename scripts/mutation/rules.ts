/** The files of the rules that are tested by mutants, each with the tests that know it best. */

/** Tests of the hall by example: what a file's own tests do not find goes through all of them. */
const UNIT = [
  ...['booking', 'call', 'classics', 'configuration', 'counter', 'counter-life', 'day', 'hours'],
  ...['issue', 'lane-policy', 'lane-proof', 'learn', 'legs', 'lookup', 'miss', 'missed-rule'],
  ...['numbers', 'park', 'rejections', 'serve', 'skills', 'turns'],
];

/** Random halls against the book, for what is left. */
const RANDOM = ['call-order', 'verify-call', 'estimate', 'explain', 'told'];

const RULES = {
  'lane-policy': ['lane-policy', 'call', 'skills', 'legs'],
  fairness: ['call', 'issue', 'legs', 'counter-life', 'skills', 'phone-view'],
  eligibility: ['skills', 'call', 'legs'],
  kept: ['legs', 'park', 'counter-life', 'skills'],
  presence: ['counter-life', 'skills', 'legs'],
  call: ['call', 'miss', 'missed-rule', 'counter-life', 'classics', 'skills'],
  'call-order': ['call-order'],
  turns: ['turns', 'skills'],
  'hand-call': ['counter-life', 'rejections'],
  miss: ['miss', 'missed-rule'],
  return: ['miss', 'missed-rule'],
  'missed-rule': ['missed-rule', 'miss'],
  numbers: ['numbers', 'issue', 'lookup'],
  issue: ['issue', 'hours', 'lane-proof', 'legs'],
} satisfies Record<string, string[]>;

export const RULE_FILES = Object.keys(RULES);

const inHall = (name: string): string => `shared/hall/src/${name}.test.ts`;

/** The rounds of tests for a file, the cheapest first; each test once. `examples`: without the random halls. */
export const roundsFor = (file: string, examples: boolean): readonly (readonly string[])[] => {
  const own: readonly string[] = Object.entries(RULES).find(([name]) => name === file)?.[1] ?? [];
  const rounds = [own, UNIT, examples ? [] : RANDOM].map((round, i, all) =>
    round.filter((name) => !all.slice(0, i).flat().includes(name)).map(inHall),
  );
  return rounds.filter((round) => round.length > 0);
};
