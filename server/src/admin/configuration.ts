/**
 * The configuration of a hall on the command line, through the running server:
 * `npm run config:export -- --hall <id> [--format json]` prints the one in force.
 * `npm run config:check -- [file]` reads a file and says what is wrong, without a server.
 * `npm run config:import -- --hall <id> --staff <number> [file] [--when next-day] [--apply]` tells what
 * the file would change; with `--apply` it changes it. The file is tingxu.yaml unless another is named.
 * The server is the one that runs on the data folder of the settings (tingxu.yaml, environment, or
 * `--data`), whatever its port; `--url` names another. Exits 1 when something is refused.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HallConfig } from '@tingxu/contract/config';
import { ConfigurationPreview } from '@tingxu/contract/configuration-rest';
import { Problem } from '@tingxu/contract/problem';
import { ConfigFile } from '../config/config-file.ts';
import { findingText, readText } from '../config/read-text.ts';
import { readSettings } from '../config/settings.ts';
import { useEnglishMessages } from '../config/zod-messages.ts';
import { readConfigurationText } from '../configuration/exchange.ts';
import { addressIn } from '../process/address-file.ts';
import { urlOf } from '../process/announce.ts';
import { commandLine } from './command-line.ts';

const USAGE = `config:export -- --hall HALL [--format yaml|json]
       npm run config:check -- [FILE]
       npm run config:import -- --hall HALL --staff NUMBER [FILE] [--when next-day|INSTANT] [--apply]
       each with --url SERVER or --data FOLDER`;

const { values, positionals } = commandLine(USAGE, {
  hall: { type: 'string' },
  staff: { type: 'string' },
  format: { type: 'string', default: 'yaml' },
  when: { type: 'string', default: 'now' },
  apply: { type: 'boolean', default: false },
  url: { type: 'string' },
  data: { type: 'string' },
});
const [command, file = process.env['TINGXU_CONFIG'] ?? 'tingxu.yaml'] = positionals;

/** What the person at the terminal reads, without a stack. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Halls of a config file, or the one hall of an exported file. */
const hallsIn = (text: string): readonly HallConfig[] => {
  const whole = /^(halls|server):/m.test(text);
  const read = whole ? readText(text, ConfigFile) : readConfigurationText(text);
  if (!read.ok) {
    const findings = read.findings.map((row) => `${file} line ${row.line}: ${findingText(row)}`);
    throw new Refusal(findings.join('\n'));
  }
  return 'hall' in read.value ? [read.value] : (read.value.halls ?? []);
};

const serverUrl = (): string => {
  if (values.url) return values.url;
  const { host, port, dataFolder } = readSettings(process.env, process.cwd());
  return addressIn(values.data ? resolve(values.data) : dataFolder) ?? urlOf(host, port);
};

const hallId = (): string => {
  if (values.hall) return values.hall;
  throw new Refusal('Name the hall with --hall <id>.');
};

const listed = ({ title, detail, errors = [], conflicts = [], state }: Problem): string =>
  [
    `Refused: ${detail ?? title}${state === undefined ? '' : ` (${state})`}`,
    ...errors.map(({ path, message }) => `  ${path}: ${message}`),
    ...conflicts.map(({ kind, id, tickets }) => `  ${kind} ${id} ${tickets.join(', ')}`),
  ].join('\n');

/** The body of an answer. Rejects: with what the server refused. */
async function ask(path: string, body?: object): Promise<string> {
  const url = `${serverUrl()}/api/v1/halls/${hallId()}/configuration${path}`;
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      'tingxu-role': 'supervisor',
      ...(values.staff && { 'tingxu-staff': values.staff }),
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal(
      `No server answers at ${serverUrl()}. Start it, or name another with --url or --data.`,
    );
  });
  const text = await response.text();
  if (response.ok) return text;
  throw new Refusal(listed(Problem.parse(JSON.parse(text))));
}

const tellPreview = ({
  changes,
  conflicts,
  affected,
  withdraws,
  idle,
}: ConfigurationPreview): void => {
  for (const { text } of changes) console.log(`  ${text.en}`);
  if (withdraws !== null) console.log(`  the planned version ${withdraws} is withdrawn`);
  for (const { text } of idle) console.log(`  ${text.en}`);
  const { tickets, counters, bookings } = affected;
  if (tickets > 0) console.log(`  ${tickets} tickets in the hall are affected`);
  if (counters.length > 0) console.log(`  counters in service affected: ${counters.join(', ')}`);
  for (const { service, startAt, standing } of bookings) {
    const told =
      standing === 'unserved' ? 'no counter would take it' : 'offered no more, still good';
    console.log(`  a booking of ${service} at ${startAt}: ${told}`);
  }
  for (const { text } of conflicts) console.error(`  in the way: ${text.en}`);
};

async function importFile(): Promise<void> {
  const hall = hallId();
  const config = hallsIn(readFileSync(file, 'utf8')).find((row) => row.hall === hall);
  if (!config) throw new Refusal(`${file} has no hall ${hall}.`);
  if (!values.staff) throw new Refusal('Say who you are with --staff <personnel number>.');
  const { when } = values;
  const preview = ConfigurationPreview.parse(JSON.parse(await ask('/preview', { config, when })));
  if (preview.changes.length === 0) {
    console.log(`Hall ${hall} already works by this configuration.`);
    return;
  }
  console.log(`Hall ${hall} would change:`);
  tellPreview(preview);
  if (preview.conflicts.length > 0) throw new Refusal('Nothing was changed.');
  if (!values.apply) {
    console.log('Nothing was changed. Add --apply to change it.');
    return;
  }
  await ask('', { config, when, basedOn: preview.basedOn });
  console.log(when === 'now' ? 'Changed.' : `Planned for ${when}.`);
}

const COMMANDS: Readonly<Record<string, () => Promise<void> | void>> = {
  export: async () => {
    process.stdout.write(await ask(`/export?format=${values.format}`));
  },
  check: () => {
    for (const { hall, lanes, services, counters } of hallsIn(readFileSync(file, 'utf8'))) {
      const sizes = `${lanes.length} lanes, ${services.length} services, ${counters.length} counters`;
      console.log(`hall ${hall}: ${sizes}`);
    }
  },
  import: importFile,
};

try {
  useEnglishMessages();
  const run = COMMANDS[command ?? ''];
  if (!run) throw new Refusal('export, check or import?');
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
