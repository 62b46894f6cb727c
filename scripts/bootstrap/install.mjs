import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, withoutNpmTraces } from './child.mjs';
import { refusal } from './refusal.mjs';
import { hashOf, isStamped, removeStamp, writeStamp } from './stamp.mjs';
import { bringPnpm } from './tools.mjs';

/**
 * What the installed packages depend on: the lockfile, the platform, Node's version and the folder
 * (pnpm writes absolute paths into its command shims).
 * @param {string} root
 * @param {string} nodeVersion
 */
export function installStamp(root, nodeVersion) {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  const texts = files.map((name) => readFileSync(join(root, name), 'utf8'));
  return hashOf([...texts, process.platform, process.arch, nodeVersion, root]);
}

/**
 * `pnpm install --frozen-lockfile`, unless the stamp says that it is done.
 * @param {string} root
 * @param {string} node
 */
export async function installPackages(root, node) {
  const stamp = join(root, 'node_modules', '.tingxu-stamp');
  const value = installStamp(root, versionOf(root, node));
  if (isStamped(stamp, value)) return;
  const pnpm = await bringPnpm(root);
  console.error('Installing packages …');
  removeStamp(stamp);
  const flags = ['--frozen-lockfile', '--prefer-offline', '--config.confirmModulesPurge=false'];
  const code = await run(node, [pnpm, 'install', ...flags, '--reporter=append-only'], {
    cwd: root,
    env: withoutNpmTraces(process.env),
    quiet: true,
  });
  if (code !== 0) throw refusal('Installing the packages failed; pnpm says why above.');
  writeStamp(stamp, value);
}

/**
 * The version of the running Node, or what pins the one that was brought.
 * @param {string} root
 * @param {string} node
 */
function versionOf(root, node) {
  if (node === process.execPath) return process.versions.node;
  return readFileSync(join(root, 'tools', 'node', 'package-lock.json'), 'utf8');
}
