import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, ownFiles } from '../tree.ts';

type Danger = {
  /** As a sentence says it. */
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it is looked for; everywhere in the product when absent. */
  readonly within?: RegExp;
  /** Files that use it and may, each for the reason in its own comments. */
  readonly allowed?: readonly string[];
};

const SERVER = /^server\/src\//;

/** What makes other rules hold when it is nowhere, or only where somebody has looked at it. Source: SEC-01. */
export const DANGERS: readonly Danger[] = [
  { what: 'runs a text as a program', pattern: /\beval\(|\bnew Function\(|\bnode:vm\b/ },
  {
    what: 'turns a text into markup',
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)\b|document\.write/,
  },
  {
    what: 'starts another program',
    pattern: /child_process/,
    within: SERVER,
    // The reader's own program, named in the agent's settings, on the machine of the kiosk.
    allowed: ['server/src/card-agent/reader-program.ts'],
  },
  {
    what: 'makes a pattern of a text',
    pattern: /\bnew RegExp\(/,
    allowed: ['server/src/config/text-bounds.ts', 'server/src/http/route-table.ts'],
  },
  {
    what: 'writes a value into the text of a query',
    pattern: /\.(?:prepare|exec|raw)\(\s*`[^`]*\$\{(?![A-Z_]+\})/,
    within: SERVER,
    allowed: ['server/src/directory/customer-table.ts', 'server/src/journal/rewrite.ts'],
  },
  { what: 'uses a broken hash', pattern: /\b(?:md5|md4|sha1|ripemd160)\b/i },
  {
    what: 'encrypts by itself',
    pattern: /\bcreate(?:Cipher|Decipher)(?:iv)?\(|subtle\.(?:en|de)crypt\(|\bpublicEncrypt\(/,
  },
  {
    what: 'takes chance from a source that can be guessed',
    pattern: /\bMath\.random\(/,
    allowed: [
      'server/src/devices/caller/caller-driver.ts',
      'shared/feed-client/src/follow.ts',
      'shared/feed-client/src/send-command.ts',
    ],
  },
  {
    what: 'believes any certificate',
    pattern: /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/,
  },
  {
    what: 'calls another server',
    pattern: /\bfetch\(|\bfrom 'undici'|\bhttps?\.(?:request|get)\(/,
    within: SERVER,
    allowed: [
      'server/src/admin/configuration.ts',
      'server/src/admin/sign-in.ts',
      'server/src/directory/http-directory.ts',
      // A page of the demo that asks its own server.
      'server/src/http/demo-callers-script.ts',
    ],
  },
  { what: 'talks to other windows', pattern: /\bpostMessage\(|\bwindow\.open\(|window\.opener/ },
  {
    what: 'keeps something in the browser',
    pattern: /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie/,
    // A language, whether a guide was seen, which counter this is, when a screen was touched, whether a build was
    // tried.
    allowed: [
      ...['admin', 'counter-client', 'lobby', 'supervisor'].map((app) => `${app}/src/main.tsx`),
      'counter-client/src/app.tsx',
      'display-board/src/load-new-build.ts',
      'shared/feed-client/src/hall-feed.ts',
      // The key of a paired device, which no script can read.
      'shared/device/src/own-key.ts',
      'shared/session/src/own-language.ts',
      'shared/session/src/watch.ts',
      'shared/ui/src/guided.tsx',
    ],
  },
  {
    what: 'writes beside the log',
    pattern: /\bconsole\.|process\.std(?:out|err)\.write/,
    within: /^server\/src\/(?!admin\/)/,
    allowed: [
      'server/src/card-agent/main.ts',
      'server/src/main.ts',
      'server/src/process/announce.ts',
    ],
  },
];

/** What runs in a hall: no tests, no tools. */
const PRODUCT =
  /^(?:server|shared\/[^/]+|kiosk|counter-client|display-board|supervisor|lobby|phone-ticket|rating|admin)\/src\/.*\.tsx?$/;

export const isProduct = (path: string): boolean =>
  PRODUCT.test(path) && !isTestFile(path) && !path.includes('/testing/');

/** One sentence per danger that a file of the product holds. */
export function dangersIn(path: string, source: string): string[] {
  const found = DANGERS.filter(
    ({ pattern, within, allowed = [] }) =>
      (within?.test(path) ?? true) && !allowed.includes(path) && pattern.test(source),
  );
  return found.map(({ what }) => `${path} ${what}`);
}

/** The sources of the product, and that each allowance is still used. */
export function checkDangers(root: string): string[] {
  const sources = new Map(
    ownFiles(root)
      .filter(isProduct)
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
  const idle = DANGERS.flatMap(({ what, pattern, allowed = [] }) =>
    allowed
      .filter((path) => !pattern.test(sources.get(path) ?? ''))
      .map((path) => `${path} no longer “${what}”: take its allowance away`),
  );
  return [...[...sources].flatMap(([path, source]) => dangersIn(path, source)), ...idle];
}
