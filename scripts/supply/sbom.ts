/**
 * `npm run sbom`: the bill of materials of what runs in a hall, CycloneDX 1.6 in JSON, to standard output.
 * The same lockfile gives the same text. Source: SEC-13.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tree.ts';
import { installedPackages, type Package } from './packages.ts';

/** Package address as purl-spec writes it: the @ of a scope is escaped. */
export const purlOf = ({ name, version }: Pick<Package, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

const componentOf = (row: Package): object => ({
  ...{ type: 'library', 'bom-ref': purlOf(row), name: row.name, version: row.version },
  ...(row.sha512 !== null && { hashes: [{ alg: 'SHA-512', content: row.sha512 }] }),
  licenses: [
    row.licence.includes(' ') ? { expression: row.licence } : { license: { id: row.licence } },
  ],
  purl: purlOf(row),
});

/** A name that follows from what is in it. */
const serialOf = (packages: readonly Package[]): string => {
  const all = hash('sha256', JSON.stringify(packages));
  const variant = '89ab'[Number.parseInt(all.charAt(16), 16) % 4];
  const parts = [all.slice(0, 8), all.slice(8, 12), `5${all.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `${variant}${all.slice(17, 20)}`, all.slice(20, 32)].join('-')}`;
};

export const billOf = (packages: readonly Package[], version: string): object => ({
  ...{ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(packages), version: 1 },
  metadata: {
    component: { type: 'application', 'bom-ref': 'tingxu', name: 'tingxu', version },
  },
  components: packages.map(componentOf),
  dependencies: [{ ref: 'tingxu', dependsOn: packages.map(purlOf) }],
});

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  console.log(JSON.stringify(billOf(installedPackages(ROOT), version), null, 2));
}
