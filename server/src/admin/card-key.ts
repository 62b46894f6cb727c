/**
 * `npm run card:key -- [--data <folder>] <file>`: writes the key under which customers are hashed to a new file that only
 * its owner may read, for the card agent of a kiosk. Rules: CARD-1, DIR-1. Exits 1 when the file is there already.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { keyFile, secretKey } from '../config/secret-key.ts';
import { readSettings } from '../config/settings.ts';
import { commandLine } from './command-line.ts';

const USAGE = 'card:key -- [--data <folder>] <file>';

const { values, positionals } = commandLine(USAGE, { data: { type: 'string' } });

function main(): void {
  const [file] = positionals;
  if (file === undefined) throw new Error(`Usage: ${USAGE}`);
  const data = resolve(values.data ?? readSettings(process.env, process.cwd()).dataFolder);
  // A key that no server has would make hashes of nobody.
  if (!existsSync(keyFile(data, 'directory'))) throw new Error(`No server has run in ${data}`);
  const key = secretKey(data, 'directory').toString('hex');
  writeFileSync(file, `${key}\n`, { flag: 'wx', mode: 0o600 });
  console.log(`The key is in ${file}. Bring it to the agent, and remove it here.`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
