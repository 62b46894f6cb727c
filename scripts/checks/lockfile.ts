import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCKFILES = [
  'pnpm-lock.yaml',
  'tools/node/package-lock.json',
  'tools/pnpm/package-lock.json',
];

const ADDRESS = /(?:resolved|tarball|registry)"?:.*?[a-z+]+:\/\/\S+/;

/** Lines of a lockfile that tie a package to one address. */
export function addressLines(text: string): string[] {
  return text.split('\n').filter((line) => ADDRESS.test(line));
}

/** Lockfiles pin packages by hash and name no host, so that they work behind any mirror. */
export function checkLockfiles(root: string): string[] {
  return LOCKFILES.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const hashes = text.match(/integrity"?:/g)?.length ?? 0;
    const problems = addressLines(text).map((line) => `${path} names a host: ${line.trim()}`);
    return hashes > 0 ? problems : [`${path} pins nothing by hash`, ...problems];
  });
}
