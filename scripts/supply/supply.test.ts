import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tree.ts';
import { isAllowed, licenceProblems } from './licences.ts';
import { hashesIn, installedPackages, packagesOf } from './packages.ts';
import { billOf, purlOf } from './sbom.ts';

/** Source: SEC-13. */
const MOST_PACKAGES = 200;

const installed = installedPackages(ROOT);

describe('the packages that run in a hall', () => {
  it('have licences that ask for no more than to be named', () => {
    expect(installed.length).toBeGreaterThan(50);
    expect(licenceProblems(installed)).toEqual([]);
  });

  it('are not too many, and each is pinned by a hash', () => {
    expect(installed.length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(installed.filter(({ sha512 }) => sha512?.length !== 128)).toEqual([]);
  });

  it('run no script when they are installed', () => {
    const workspace = readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8');
    expect(workspace).toContain('onlyBuiltDependencies: []');
  });

  it('are in the bill of materials, the same each time', () => {
    const bill = JSON.stringify(billOf(installed, '1'));
    expect(bill).toBe(JSON.stringify(billOf(installedPackages(ROOT), '1')));
    for (const name of ['fastify', 'better-sqlite3', '@fastify/helmet']) {
      const row = installed.find((known) => known.name === name);
      expect(row && bill.includes(`"${purlOf(row)}"`), name).toBe(true);
    }
  });
});

describe('the check of licences', () => {
  it('knows choices from duties', () => {
    expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true);
    expect(isAllowed('MIT AND GPL-3.0')).toBe(false);
    expect(isAllowed('Unknown')).toBe(false);
  });

  it('finds a package that is planted', () => {
    const lock = "packages:\n\n  'planted@1.0.0':\n    resolution: {integrity: sha512-AAAA}\n";
    const rows = packagesOf(
      { 'AGPL-3.0': [{ name: 'planted', versions: ['1.0.0'] }] },
      hashesIn(lock),
    );
    expect(rows).toEqual([
      { name: 'planted', version: '1.0.0', licence: 'AGPL-3.0', sha512: '000000' },
    ]);
    expect(licenceProblems(rows)).toEqual(['planted 1.0.0 has the licence AGPL-3.0']);
  });
});
