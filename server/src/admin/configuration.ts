/**
 * The configuration of a hall on the command line, through the running server:
 * `npm run config:export -- --hall <id> --staff <number> [--format json]` prints the one in force.
 * `npm run config:check -- [file]` reads a file and says what is wrong, without a server.
 * `npm run config:import -- --hall <id> --staff <number> [file] [--when next-day] [--apply]` tells what
 * the file would change; with `--apply` it changes it. The file is tingxu.yaml unless another is named.
 * The server is the one that runs on the data folder of the settings (tingxu.yaml, environment, or
 * `--data`), whatever its port; `--url` names another. The passphrase of the member of staff is asked for, or
 * read from `TINGXU_PASSPHRASE` or `--passphrase-file`. Exits 1 when something is refused.
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
import { strayPlaces } from '../devices/stray-places.ts';
import { addressIn } from '../process/address-file.ts';
import { urlOf } from '../process/announce.ts';
import { commandLine } from './command-line.ts';
import { passphraseOf, type SignedIn, signInAt } from './sign-in.ts';

const USAGE = `config:export -- --hall HALL --staff NUMBER [--format yaml|json]
       npm run config:check -- [FILE]
       npm run config:import -- --hall HALL --staff NUMBER [FILE] [--when next-day|INSTANT] [--apply]
       each with --url SERVER or --data FOLDER, and --passphrase-file FILE or TINGXU_PASSPHRASE`;

const { values, positionals } = commandLine(USAGE, {
  hall: { type: 'string' },
  staff: { type: 'string' },
  'passphrase-file': { type: 'string' },
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

type Read = Pick<ConfigFile, 'devices'> & { readonly halls: readonly HallConfig[] };

/** Halls and devices of a config file, or the one hall of an exported file. */
const contentsOf = (text: string): Read => {
  const whole = /^(halls|server):/m.test(text);
  const read = whole ? readText(text, ConfigFile) : readConfigurationText(text);
  if (!read.ok) {
    const findings = read.findings.map((row) => `${file} line ${row.line}: ${findingText(row)}`);
    throw new Refusal(findings.join('\n'));
  }
  if ('hall' in read.value) return { halls: [read.value] };
  const { halls = [], devices } = read.value;
  return { halls, devices };
};

/** Rules: DEV-6. */
const warnOfStrays = ({ halls, devices = [] }: Read): void => {
  for (const setting of devices) {
    const config = halls.find(({ hall }) => hall === setting.hall);
    for (const { address, counter } of config ? strayPlaces(setting, config) : []) {
      const about = `device ${setting.id}, address ${address}`;
      console.error(`Warning: ${about}: hall ${setting.hall} has no counter "${counter}".`);
    }
  }
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

const staffNumber = (): string => {
  if (values.staff) return values.staff;
  throw new Refusal('Say who you are with --staff <personnel number>.');
};

const noServer = (): never => {
  throw new Refusal(
    `No server answers at ${serverUrl()}. Start it, or name another with --url or --data.`,
  );
};

/** The body of an answer to somebody. Rejects: with what the server refused. */
type Ask = (path: string, body?: object) => Promise<string>;

/** Signed in for as long as the command asks, and out again whatever became of it. */
async function signedIn(
  as: Parameters<typeof signInAt>[0]['as'],
  run: (ask: Ask) => Promise<void>,
): Promise<void> {
  const [url, staff] = [serverUrl(), staffNumber()];
  await fetch(`${url}/livez`).catch(noServer);
  const passphrase = await passphraseOf(staff, values['passphrase-file']);
  const session = await signInAt({ url, staff, passphrase, as });
  try {
    await run((path, body) => ask(session, path, body));
  } finally {
    await session.end();
  }
}

async function ask({ headers }: SignedIn, path: string, body?: object): Promise<string> {
  const url = `${serverUrl()}/api/v1/halls/${hallId()}/configuration${path}`;
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...headers,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(noServer);
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

async function importConfig(config: HallConfig, ask: Ask): Promise<void> {
  const { hall } = config;
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

async function importFile(): Promise<void> {
  const hall = hallId();
  const config = contentsOf(readFileSync(file, 'utf8')).halls.find((row) => row.hall === hall);
  if (!config) throw new Refusal(`${file} has no hall ${hall}.`);
  await signedIn(['supervisor', 'admin'], (ask) => importConfig(config, ask));
}

async function exportFile(): Promise<void> {
  hallId();
  await signedIn(['supervisor', 'admin', 'auditor'], async (ask) => {
    process.stdout.write(await ask(`/export?format=${values.format}`));
  });
}

const COMMANDS: Readonly<Record<string, () => Promise<void> | void>> = {
  export: exportFile,
  check: () => {
    const contents = contentsOf(readFileSync(file, 'utf8'));
    for (const { hall, lanes, services, counters } of contents.halls) {
      const sizes = `${lanes.length} lanes, ${services.length} services, ${counters.length} counters`;
      console.log(`hall ${hall}: ${sizes}`);
    }
    warnOfStrays(contents);
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
