/**
 * `npm run twins -- [FILE] [--page 8090] [--key FILE --origin URL]`: twins of the devices that the config file names, on its
 * addresses. They are commanded on the terminal, `DEVICE WORD…` a line, or on a page of this machine. `--key` as
 * `npm run card:key` writes it, for card readers. Runs until its input ends or it is stopped.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseConfig } from '../config/config-file.ts';
import { command, openHallTwins } from '../twins/hall-twins.ts';
import { openTwinsPage } from '../twins/twins-page.ts';
import { commandLine } from './command-line.ts';

const USAGE = `twins -- [FILE] [--page PORT] [--key FILE --origin URL [--reader-port PORT]]
       FILE is tingxu.yaml unless it is named; --page 8090 by default`;

const { values, positionals } = commandLine(USAGE, {
  page: { type: 'string', default: '8090' },
  key: { type: 'string' },
  origin: { type: 'string', default: 'http://localhost:8080' },
  'reader-port': { type: 'string' },
});
const [file = process.env['TINGXU_CONFIG'] ?? 'tingxu.yaml'] = positionals;

/** What the person at the terminal reads, without a stack. */
const refusalOf = (error: unknown): string => {
  const { code, message, address } = Object(error) as NodeJS.ErrnoException & { address?: string };
  if (code === 'EADDRNOTAVAIL') {
    return `This machine has no address ${address}. For a training: ip addr add ${address}/32 dev lo`;
  }
  return message;
};

const run = async (): Promise<void> => {
  const { devices = [] } = parseConfig(readFileSync(file, 'utf8'), file);
  const { key, origin, page: pagePort } = values;
  const port = values['reader-port'];
  const say = (line: string): void => console.log(line);
  const readers = key === undefined ? null : { key, origin, ...(port && { port: Number(port) }) };
  const twins = await openHallTwins(devices, { say, readers });
  const page = await openTwinsPage(twins, Number(pagePort));
  say(command(twins, ''));
  say(`DEVICE WORD… on this terminal, or http://127.0.0.1:${page.port}/`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => say(command(twins, line)));
  const stop = (): void => void lines.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await new Promise<void>((resolve) => lines.once('close', resolve));
  await Promise.all([page.stop(), ...twins.map((twin) => twin.stop())]);
};

try {
  await run();
} catch (error) {
  console.error(refusalOf(error));
  process.exitCode = 1;
}
