/**
 * `npm run journal:check -- [data folder] [--rebuild]`: checks the journal of every hall in a data
 * folder, by default the configured one, and the trail of identity beside them; safe beside a running
 * server. `--rebuild` first writes the read tables anew and needs the server stopped. Exits 1 when
 * anything is wrong. Rules: AUTH-15.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings } from '../config/settings.ts';
import { identityFile } from '../identity/identity-file.ts';
import { openTrail, type Trail } from '../identity/trail.ts';
import { checkJournal, type JournalCheck } from '../journal/check.ts';
import { openConnection } from '../journal/connection.ts';
import { journalFile } from '../journal/journal.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { commandLine } from './command-line.ts';

const foldersOf = (dataFolder: string): string[] => {
  const halls = join(dataFolder, 'halls');
  if (!existsSync(halls)) return [];
  const folders = readdirSync(halls).map((name) => join(halls, name));
  return folders.filter((folder) => existsSync(journalFile(folder))).sort();
};

const mark = (wrong: number): string => (wrong === 0 ? '✓' : '✗');

const bodyOf = ({ days, digest, calls, problems }: JournalCheck): string[] => {
  const { decided, wrong } = calls;
  const otherwise = wrong.length === 0 ? 'each the same' : `${wrong.length} otherwise`;
  return [
    `  ${mark(wrong.length)} calls: ${decided} decided again by the rule, ${otherwise}`,
    `  ${mark(problems.length - wrong.length)} read tables: ${days} days, digest ${digest}`,
  ];
};

const linesOf = (check: JournalCheck): string[] => {
  const { hall, epoch, head, firstWrong, problems } = check;
  return [
    `hall ${hall}, epoch ${epoch}`,
    firstWrong
      ? `  ✗ chain: first wrong seq ${firstWrong.seq}: ${firstWrong.reason}`
      : `  ✓ chain: ${head.seq} events, no gap, head ${head.hash}`,
    ...problems.map((problem) => `  ✗ ${problem}`),
    ...(firstWrong
      ? ['  ✗ calls and read tables: not compared, the chain comes first']
      : bodyOf(check)),
  ];
};

/** True when the journal is whole. */
const check = (folder: string, rebuild: boolean): boolean => {
  try {
    if (rebuild) rebuildProjections(folder);
    const result = checkJournal(journalFile(folder));
    for (const line of linesOf(result)) console.log(line);
    return result.firstWrong === null && result.problems.length === 0;
  } catch (error) {
    console.error(`${folder}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
};

const sayTrail = ({ broken, count, head }: Trail): boolean => {
  const wrong = broken();
  const found =
    wrong === null ? `${count()} entries, no gap, head ${head()}` : `first wrong entry ${wrong}`;
  console.log(`identity\n  ${wrong === null ? '✓' : '✗'} trail: ${found}`);
  return wrong === null;
};

/** True when the trail is whole, or there is none: a folder of halls alone has no accounts. */
const checkTrail = (dataFolder: string): boolean => {
  const file = identityFile(dataFolder);
  if (!existsSync(file)) return true;
  try {
    const db = openConnection(file, 'read');
    try {
      return sayTrail(openTrail(db));
    } finally {
      db.close();
    }
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
};

const { values, positionals } = commandLine('journal:check -- [DATA FOLDER] [--rebuild]', {
  rebuild: { type: 'boolean', default: false },
});
const [named] = positionals;
const dataFolder = named ? resolve(named) : readSettings(process.env, process.cwd()).dataFolder;
const folders = foldersOf(dataFolder);
if (folders.length === 0) console.error(`No journal in ${dataFolder}`);
const whole = folders.map((folder) => check(folder, values.rebuild));
const isTrailWhole = checkTrail(dataFolder);
process.exitCode = folders.length > 0 && whole.every(Boolean) && isTrailWhole ? 0 : 1;
