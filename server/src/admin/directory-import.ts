/**
 * `npm run directory:import -- --hall <id> [--data <folder>] <file.csv>`: replaces the customer
 * directory of a hall by a CSV file, whole or not at all; safe beside a running server. The header
 * names the columns: `identifier` or `hash`, `class`, and if wanted `maskedName`, `birthYear`.
 * Exits 1 when the file is refused.
 */
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { HallId } from '@tingxu/contract/ids';
import { secretKey } from '../config/secret-key.ts';
import { readSettings } from '../config/settings.ts';
import { useEnglishMessages } from '../config/zod-messages.ts';
import { customerFile, openCustomerTable } from '../directory/customer-table.ts';
import { type ImportResult, importCustomers } from '../directory/import-customers.ts';
import { hallFolder } from '../journal/journal.ts';
import { commandLine } from './command-line.ts';

const USAGE = 'directory:import -- --hall <id> [--data <folder>] <file.csv>';

const { values, positionals } = commandLine(USAGE, {
  hall: { type: 'string' },
  data: { type: 'string' },
});

const tell = (file: string, result: ImportResult): boolean => {
  if (result.ok) {
    console.log(`${result.rows} customers are in force`);
    return true;
  }
  for (const { line, reason } of result.problems) console.error(`${file} line ${line}: ${reason}`);
  if (result.more > 0) console.error(`and ${result.more} more`);
  console.error('Nothing was changed.');
  return false;
};

async function main(): Promise<boolean> {
  useEnglishMessages();
  const hall = HallId.safeParse(values.hall);
  const [file] = positionals;
  if (!hall.success || file === undefined) throw new Error(`Usage: ${USAGE}`);
  const data = values.data ?? readSettings(process.env, process.cwd()).dataFolder;
  const folder = hallFolder(resolve(data), hall.data);
  if (!existsSync(folder)) throw new Error(`There is no hall ${hall.data} in ${resolve(data)}`);
  const key = secretKey(resolve(data), 'directory');
  const table = openCustomerTable(customerFile(folder));
  try {
    const text = createReadStream(file, { encoding: 'utf8' });
    return tell(file, await importCustomers({ table, key, at: Date.now(), text }));
  } finally {
    table.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
