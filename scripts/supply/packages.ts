/** The packages of others that run in a hall, as pnpm and the lockfile know them. Source: SEC-13. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Package = {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly licence: string;
  /** SHA-512 of what was downloaded, in hexadecimal; null where the lockfile has none. */
  readonly sha512: string | null;
};

type Listed = Readonly<
  Record<string, readonly { readonly name: string; readonly versions: readonly string[] }[]>
>;

/** pnpm as this repository brings it, by the Node that runs. */
export const runPnpm = (
  root: string,
  args: readonly string[],
  shows = false,
): { code: number; out: string } => {
  const script = join(root, 'tools', 'pnpm', 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', shows ? 'inherit' : 'pipe', 'inherit'],
  });
  return { code: status ?? 1, out: stdout ?? '' };
};

const HASH =
  /^ {2}'?((?:@[^@'\n]+\/)?[^@'\n]+)@([^':(\n]+)'?:\n {4}resolution: \{integrity: sha512-([A-Za-z0-9+/=]+)/gm;

/** `name@version` → SHA-512 in hexadecimal. */
export const hashesIn = (lockfile: string): ReadonlyMap<string, string> =>
  new Map(
    [...lockfile.matchAll(HASH)].map(([, name, version, base64 = '']) => [
      `${name}@${version}`,
      Buffer.from(base64, 'base64').toString('hex'),
    ]),
  );

/** One row per package and version, by name. */
export function packagesOf(listed: Listed, hashes: ReadonlyMap<string, string>): Package[] {
  return Object.entries(listed)
    .flatMap(([licence, rows]) =>
      rows.flatMap(({ name, versions }) =>
        versions.map((version) => {
          const sha512 = hashes.get(`${name}@${version}`) ?? null;
          return { name, version, licence, sha512 };
        }),
      ),
    )
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** What a hall runs: the dependencies of the workspace without those of its development. */
export function installedPackages(root: string): Package[] {
  const { code, out } = runPnpm(root, ['licenses', 'list', '--prod', '--json']);
  if (code !== 0) throw new Error('pnpm cannot list the packages');
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  return packagesOf(JSON.parse(out) as Listed, hashesIn(lockfile));
}
