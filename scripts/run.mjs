/**
 * The one way into the workspace, on any Node from 20 and with nothing installed: brings Node and
 * pnpm, installs the locked packages, builds the screens, runs the target.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './bootstrap/child.mjs';
import { installPackages } from './bootstrap/install.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { isRefusal, refusal } from './bootstrap/refusal.mjs';
import { TARGETS } from './bootstrap/targets.mjs';
import { bringNode, bringPnpm, workspaceEnv } from './bootstrap/tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What can be told without reading a config file: a server with a file of its own, as a service has it, has
 * no demo hall unless it asks for one. The server itself moves no other hall.
 * @param {NodeJS.ProcessEnv} env
 */
const isOfDemo = (env) => (env['TINGXU_DEMO'] ? env['TINGXU_DEMO'] === '1' : !env['TINGXU_CONFIG']);

/**
 * @param {string} name
 * @param {import('./bootstrap/targets.mjs').Target} target
 * @param {string} node
 * @param {readonly string[]} args
 */
function envOf(name, target, node, args) {
  const env = workspaceEnv(root, node);
  // Compiled code is kept between runs: most of a server's start is reading TypeScript. Tests do
  // without, since V8 tells less exactly what such code has covered.
  if (name !== 'test') env['NODE_COMPILE_CACHE'] ??= join(root, '.tingxu', 'compiled');
  // A demo hall that somebody looks at moves; the ones that programs start stand still.
  if (target.moves && isOfDemo(env)) {
    env['TINGXU_DEMO_MOVES'] ??= args.includes('--still') ? '0' : '1';
  }
  if (target.stays) env['TINGXU_PARENT_PID'] = String(process.pid);
  return env;
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function main(name, args) {
  const target = TARGETS[name];
  if (!target && name !== 'tools' && name !== 'install') {
    throw refusal(`Unknown command "${name}". Commands: ${Object.keys(TARGETS).join(', ')}.`);
  }
  const node = await withLock(join(root, '.tingxu', 'install.lock'), async () => {
    const path = await bringNode(root);
    if (name === 'tools') await bringPnpm(root);
    else await installPackages(root, path);
    return path;
  });
  if (!target) return 0;
  const options = { cwd: root, env: envOf(name, target, node, args) };
  const before = [
    ...(target.browser ? ['bring-browser.ts'] : []),
    ...(target.build ? ['build.ts'] : []),
  ];
  for (const script of before) {
    const code = await run(node, [join(root, 'scripts', script)], options);
    if (code !== 0) return code;
  }
  // After the build, which makes the file of some.
  if (!existsSync(join(root, target.file))) {
    throw refusal(`"${name}" is not in this checkout (${target.file}).`);
  }
  return run(node, [join(root, target.file), ...(target.args ?? []), ...args], options);
}

try {
  const [name = 'start', ...args] = process.argv.slice(2);
  process.exitCode = await main(name, args);
} catch (error) {
  if (!isRefusal(error)) throw error;
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
