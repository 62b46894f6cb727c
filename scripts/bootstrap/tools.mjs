import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run, withoutNpmTraces } from './child.mjs';
import { refusal } from './refusal.mjs';
import { hashOf, isStamped, removeStamp, writeStamp } from './stamp.mjs';

/** Platforms for which the registry has Node as a plain binary, pinned in tools/node. */
const BROUGHT = new Set(['linux-x64', 'linux-arm64', 'win32-x64']);

/**
 * Whether this Node runs the product as it is: TypeScript without a flag and better-sqlite3
 * (which crashes on Node 20).
 * @param {string} version e.g. `20.20.2`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** The binaries of the registry are linked with glibc. */
function hasGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report.getReport()
  );
  return process.platform !== 'linux' || report.header?.glibcVersionRuntime !== undefined;
}

/** The npm that came with the running Node, as a program and its first arguments. */
function npmCommand() {
  const bin = dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return cli ? { file: process.execPath, args: [cli] } : { file: 'npm', args: [] };
}

/**
 * `npm ci` in a folder of `tools/`, which checks every package against the hash in its lockfile.
 * Done once per lockfile and platform.
 * @param {string} folder
 * @param {string} what for the message
 */
async function npmCi(folder, what) {
  const stamp = join(folder, 'node_modules', '.tingxu-stamp');
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const value = hashOf([lockfile, process.platform, process.arch]);
  if (isStamped(stamp, value)) return;
  console.error(`Bringing ${what} …`);
  removeStamp(stamp);
  const npm = npmCommand();
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(npm.file, [...npm.args, ...flags], {
    cwd: folder,
    env: withoutNpmTraces(process.env),
    quiet: true,
  });
  if (code !== 0) {
    throw refusal(`${what} could not be fetched; the first run needs the npm registry.`);
  }
  writeStamp(stamp, value);
}

/**
 * A Node that is new enough: the running one, or the pinned one of tools/node.
 * @param {string} root
 * @returns {Promise<string>} path of the binary
 */
export async function bringNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  if (!BROUGHT.has(platform) || !hasGlibc()) {
    throw refusal(
      `Tingxu needs Node.js 22.18 or newer and can bring it only on Linux (glibc) and Windows; ` +
        `this is Node.js ${process.versions.node} on ${platform}. Install Node.js 24 and try again.`,
    );
  }
  const folder = join(root, 'tools', 'node');
  await npmCi(folder, 'Node.js 24');
  const name = `node-${platform.replace('win32', 'win')}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', name, 'bin', binary);
}

/**
 * @param {string} root
 * @returns {Promise<string>} path of pnpm's script
 */
export async function bringPnpm(root) {
  const folder = join(root, 'tools', 'pnpm');
  await npmCi(folder, 'pnpm');
  return join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
}

/**
 * The environment of everything that runs in the workspace: its Node and tools come first.
 * @param {string} root
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function workspaceEnv(root, node) {
  const env = withoutNpmTraces(process.env);
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [
    dirname(node),
    join(root, 'node_modules', '.bin'),
    join(root, 'tools', 'pnpm', 'node_modules', '.bin'),
  ];
  return { ...env, [pathKey]: [...first, env[pathKey] ?? ''].join(delimiter) };
}
