import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from './refusal.mjs';

const POLL_MS = 200;
const GIVE_UP_MS = 10 * 60_000;

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} file */
function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
}

/**
 * Whether the process that holds the lock died without releasing it.
 * @param {string} file
 */
function isStale(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return holder > 0 && !isAlive(holder);
  } catch {
    // The holder released it between the two looks.
    return false;
  }
}

/**
 * Runs `work` while no other process of this checkout installs or builds.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let waitedMs = 0;
  while (!takeLock(file)) {
    if (isStale(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (waitedMs === 0) console.error('Waiting for another run that installs or builds …');
    if (waitedMs > GIVE_UP_MS) throw refusal(`Another run still holds ${file}; remove it.`);
    await sleep(POLL_MS);
    waitedMs += POLL_MS;
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
