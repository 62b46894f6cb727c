import { checkAsvs } from './checks/asvs.ts';
import { checkCiphers } from './checks/ciphers.ts';
import { checkCitations } from './checks/citations.ts';
import { checkDangers } from './checks/dangerous.ts';
import { checkHongKong } from './checks/hong-kong.ts';
import { checkImports, checkManifests } from './checks/imports.ts';
import { checkLockfiles } from './checks/lockfile.ts';
import { checkMarks } from './checks/marks.ts';
import { checkRoot } from './checks/root.ts';
import { checkSize } from './checks/size.ts';
import { checkSources } from './checks/sources.ts';
import { checkSpec } from './checks/spec.ts';
import { reportCounts } from './counts.ts';
import { ROOT } from './tree.ts';

/** Each gives one sentence per problem; none means that the check holds. */
const CHECKS: readonly (readonly [name: string, check: (root: string) => readonly string[]])[] = [
  ['every rule has a test and every test a rule', checkSpec],
  ['every rule and decision that a source names is written', checkCitations],
  ['every id cited as a source is explained', checkSources],
  ['every requirement of the ASVS is answered, by tests that are there', checkAsvs],
  ['Hong Kong reads every text of staff', checkHongKong],
  ['files stay short', checkSize],
  ['nothing dangerous stands where nobody has looked at it', checkDangers],
  ['every use of keys and hashes is listed', checkCiphers],
  ['packages meet by name', checkImports],
  ['manifests follow the dependency direction', checkManifests],
  ['lockfiles pin by hash and name no host', checkLockfiles],
  ['nothing stands in the root that nobody put there', checkRoot],
  ['no marks of unfinished work', checkMarks],
];

let failed = 0;
for (const [name, check] of CHECKS) {
  const problems = check(ROOT);
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`);
  for (const problem of problems) console.log(`    ${problem}`);
  if (problems.length > 0) failed += 1;
}
reportCounts({ passed: CHECKS.length - failed, failed });
