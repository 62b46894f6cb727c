/**
 * Secrets of a data folder: each made once, readable by the server's own user only. Under one of them
 * identifiers are hashed, without which a table of hashes of all personal numbers could be made; under
 * another the links of tickets are made, under a third references of bookings are known, under a fourth the
 * codes that a hall shows to phones, under a fifth browsers where somebody has signed in before.
 * Rules: DIR-1, LINK-1, BOOK-1, PHONE-1, AUTH-9.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isOpenToOthers } from './own-file.ts';
import { StartRefusal } from './start-refusal.ts';

export type SecretName = 'directory' | 'links' | 'bookings' | 'phones' | 'browsers';

export const keyFile = (dataFolder: string, name: SecretName): string =>
  join(dataFolder, `${name}.key`);

const KEY = /^[0-9a-f]{64}\s*$/;

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Makes the key where there is none; two processes that try at once leave one key. */
function makeKey(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    if (isThere(error)) return;
    throw error;
  }
  try {
    writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The key of the data folder, made when there is none. Throws when others may read it or it is none. */
export function secretKey(dataFolder: string, name: SecretName): Buffer {
  const file = keyFile(dataFolder, name);
  makeKey(file);
  if (isOpenToOthers(file)) {
    throw new StartRefusal(`The key ${file} may be read by others; give it mode 0600.`);
  }
  const text = readFileSync(file, 'utf8');
  if (!KEY.test(text)) throw new StartRefusal(`The key ${file} is not 32 bytes in hexadecimal.`);
  return Buffer.from(text.trim(), 'hex');
}
