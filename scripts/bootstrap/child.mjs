import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { isAlive } from './lock.mjs';

const WATCH_MS = 500;
const PATIENCE_MS = 20_000;

/**
 * The environment for nested package managers: npm hands its own prefix and package fields down,
 * and a nested `npm ci` would install into the outer folder.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpmTraces(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([key]) => !/^npm_config_.*prefix$/i.test(key) && !/^npm_(package|lifecycle)_/i.test(key),
    ),
  );
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  if (code !== null) return code;
  return 128 + (signal ? constants.signals[signal] : 1);
}

/**
 * The parent of another process, or undefined where the platform does not tell.
 * @param {number} pid
 */
function parentOf(pid) {
  if (process.platform === 'win32') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    const answer = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  }
}

/**
 * Calls `onGone` once npm is gone. npm dies on SIGTERM without telling its script, and `sh` stays
 * between the two, so both ancestors are watched. Runs that npm did not start are left alone: they
 * may be meant to outlive their shell.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (!process.env['npm_lifecycle_event']) return () => undefined;
  const ancestors = [process.ppid, parentOf(process.ppid)].filter(
    (pid) => pid !== undefined && pid > 1,
  );
  const timer = setInterval(() => {
    if (ancestors.every((pid) => pid === undefined || isAlive(pid))) return;
    clearInterval(timer);
    onGone();
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Hands every stop signal, and the end of npm, to the child.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends it
 */
function passStopOn(child) {
  const stop = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, stop);
  const unwatch = watchNpm(stop);
  return () => {
    unwatch();
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Runs a program to its end and gives its exit code. With `quiet`, its output is shown only when
 * it fails.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, quiet?: boolean }} options
 * @returns {Promise<number>}
 */
export function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const output = options.quiet ? 'pipe' : 'inherit';
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['inherit', output, output],
    });
    let held = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        held += text;
      });
    }
    const release = passStopOn(child);
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      if (code !== 0) process.stderr.write(held);
      resolve(exitCodeOf(code, signal));
    });
  });
}
