import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { ownFiles } from '../tree.ts';

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]*)['"]/g;
const PACKAGE = /^(?:shared\/[^/]+|[^/]+)(?=\/)/;

/** What may reach out of its package: build settings, which share one file. */
const SHARED_SETTINGS = /\/vite\.config\.ts$/;

/** Relative imports of a file that lead out of its package. */
export function escapingImports(path: string, source: string): string[] {
  const home = PACKAGE.exec(path)?.[0];
  if (home === undefined || SHARED_SETTINGS.test(path)) return [];
  return [...source.matchAll(SPECIFIER)]
    .map((match) => match[1] ?? '')
    .filter((specifier) => !normalize(join(dirname(path), specifier)).startsWith(`${home}/`));
}

/** Packages meet by name, never by path: else pnpm and the linter could not see who knows whom. */
export function checkImports(root: string): string[] {
  const sources = ownFiles(root).filter((path) => /\.(tsx?|mjs)$/.test(path));
  return sources.flatMap((path) =>
    escapingImports(path, readFileSync(join(root, path), 'utf8')).map(
      (specifier) => `${path} imports ${specifier}, which lies outside its package`,
    ),
  );
}

const CORE_DEPENDENCIES: Readonly<Record<string, readonly string[]>> = {
  'shared/contract': ['zod'],
  'shared/hall': ['@tingxu/contract'],
  'shared/voice': ['@tingxu/contract'],
};

const NOT_FOR_SCREENS = /^@tingxu\/(hall|server|simulator|bench|test)$/;
const SCREENS = [
  'kiosk',
  'counter-client',
  'display-board',
  'supervisor',
  'lobby',
  'phone-ticket',
  'rating',
  'admin',
  'shared/ui',
  'shared/session',
  'shared/trail',
  'shared/device',
];

function dependenciesOf(root: string, folder: string): string[] {
  const file = join(root, folder, 'package.json');
  if (!existsSync(file)) return [];
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return Object.keys(manifest.dependencies ?? {});
}

/** The dependency direction of docs/ARCHITECTURE.md, as the manifests declare it. */
export function checkManifests(root: string): string[] {
  const core = Object.entries(CORE_DEPENDENCIES).flatMap(([folder, allowed]) =>
    dependenciesOf(root, folder)
      .filter((name) => !allowed.includes(name))
      .map((name) => `${folder}/package.json may not depend on ${name}`),
  );
  const screens = SCREENS.flatMap((folder) =>
    dependenciesOf(root, folder)
      .filter((name) => NOT_FOR_SCREENS.test(name))
      .map((name) => `${folder}/package.json may not depend on ${name}`),
  );
  return [...core, ...screens];
}
