/** `npm run licences`: what licences the packages have that run in a hall; exits 1 when one is not allowed. */
import { ROOT } from '../tree.ts';
import { installedPackages, type Package } from './packages.ts';

/** Licences that ask for no more than to be named: they bind nothing that a bank does with the product. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Letters, not code.
  'OFL-1.1',
];

/** Of an expression with OR one part is enough, with AND every part is needed. */
export const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => ALLOWED.includes(part.trim())));

/** Sentences; none when all is well. */
export const licenceProblems = (packages: readonly Package[]): string[] =>
  packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name} ${version} has the licence ${licence}`);

if (import.meta.main) {
  const packages = installedPackages(ROOT);
  for (const { name, version, licence } of packages) {
    console.log(`${licence.padEnd(20)} ${name} ${version}`);
  }
  const problems = licenceProblems(packages);
  for (const problem of problems) console.error(problem);
  console.log(`${packages.length} packages, ${problems.length} not allowed`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
