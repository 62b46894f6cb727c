/** The table of duties for readers, docs/ROLES.md: each operation and audience, and the roles that may. */
import { ACCESS, AUDIENCE_BESIDE, AUDIENCE_ROLES, AUDIENCE_ROWS } from '@tingxu/contract/access';
import { Audience, Role } from '@tingxu/contract/roles';

/** Those of a column: the server itself asks nobody. */
const COLUMNS = Role.options.filter((role) => role !== 'system');

const ABOUT: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  anonymous: 'nobody who proves anything',
  kiosk: 'a paired machine that gives tickets',
  board: 'a paired screen of the hall',
  phone: 'the holder of the link of one ticket, for that ticket',
  pad: 'a paired tablet at one counter',
  gateway:
    'a bank’s own paired program beside the hall; none of ours is one. It proves by its key which machine it is and is revoked like one; beyond that it may what anybody may, until a row of the table gives it more',
  teller: 'serves at a counter',
  lobby: 'looks after the hall',
  supervisor: 'answers for the hall: its day, its rules, what goes round them',
  admin:
    'accounts, devices, and the rules of the halls that the account names: a branch’s own, or all of them for head office',
  auditor: 'reads what was decided and why, and commands nothing',
};

const row = (name: string, roles: readonly Role[]): string =>
  `| \`${name}\` | ${COLUMNS.map((role) => (roles.includes(role) ? '●' : '')).join(' | ')} |`;

const table = (what: string, rows: readonly (readonly [string, readonly Role[]])[]): string[] => [
  `| ${what} | ${COLUMNS.join(' | ')} |`,
  `| --- | ${COLUMNS.map(() => ':-:').join(' | ')} |`,
  ...rows.map(([name, roles]) => row(name, roles)),
];

const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const told = (audience: Audience): string =>
  `| \`${audience}\` | ${named(AUDIENCE_ROWS[audience])} | ${named(AUDIENCE_BESIDE[audience])} |`;

export const rolesMarkdown = (): string =>
  [
    '# Who may do what',
    '',
    'Generated from the table in [access.ts](../shared/contract/src/access.ts) by `node server/src/admin/generate-roles.ts`;',
    'a test holds the two together, and another one asks every route as everybody. Rights end at the halls of an',
    'account or device (AUTH-5), a device’s also at its place (AUTH-14). Operations are those of `/api/openapi.json`.',
    '',
    ...COLUMNS.map((role) => `- **${role}** ${ABOUT[role]}`),
    '',
    '## Operations',
    '',
    ...table('operation', Object.entries(ACCESS)),
    '',
    '## Audiences of the feed',
    '',
    ...table('audience', Object.entries(AUDIENCE_ROLES)),
    '',
    'The profile of the hall and the day are told to each; what stands in a row, its schema in',
    '[feed.ts](../shared/contract/src/feed.ts) says. Those of kiosks, boards, phones and pads have no place for anybody.',
    '',
    '| audience | rows | beside them |',
    '| --- | --- | --- |',
    ...Audience.options.map(told),
    '',
  ].join('\n');
