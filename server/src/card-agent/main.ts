/**
 * The reference card agent: `node main.ts --key FILE --origin https://q.branch.example [--hints FILE] [--port N] --
 * PROGRAM [ARGUMENT…]`, beside a kiosk. PROGRAM is the reader maker's, see docs/CARD-READER.md. Its log counts cards and
 * says nothing of them. Stands alone: Node 24 and this folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AGENT_PORT, openAgentDoor } from './agent-server.ts';
import { cardOf, type Hints } from './card.ts';
import { startReader } from './reader-program.ts';

const USAGE = 'main.ts --key FILE --origin URL [--hints FILE] [--port N] -- PROGRAM [ARGUMENT...]';

class UsageError extends Error {
  override readonly name = 'UsageError';
}

const keyIn = (file: string): Buffer => {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new UsageError(`The key ${file} may be read by others.`);
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new UsageError(`The key ${file} is not 32 bytes in hexadecimal.`);
  }
  return Buffer.from(text, 'hex');
};

const hintsIn = (file: string | undefined): Hints => {
  if (file === undefined) return {};
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = Object.entries(Object(read));
  if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    return Object.fromEntries(entries);
  }
  throw new UsageError(`The hints ${file} are not texts by the beginnings of numbers.`);
};

const settings = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ key: { type: 'string' }, origin: { type: 'string' } },
      ...{ hints: { type: 'string' }, port: { type: 'string' } },
    },
  });
  const { key, origin, hints, port } = values;
  const [program, ...args] = positionals;
  if (!key || !origin || !program) throw new UsageError(`Usage: ${USAGE}`);
  const command: [string, ...string[]] = [program, ...args];
  const wanted = port === undefined ? AGENT_PORT : Number(port);
  return {
    ...{ command, port: wanted, key: keyIn(key), hints: hintsIn(hints) },
    origin: new URL(origin).origin,
  };
};

async function main(): Promise<void> {
  const { key, hints, origin, command, port } = settings();
  const door = await openAgentDoor({ origin, port });
  let cards = 0;
  const reader = startReader({
    command,
    onCard: (raw) => {
      cards += 1;
      door.show(cardOf(key, hints, raw));
      console.log(`cards read: ${cards}`);
    },
    onNoCard: () => console.log('the reader has written a line that is no card'),
    onThere: (isThere) => {
      door.setReader(isThere);
      console.log(isThere ? 'the reader is there' : 'the reader is not there');
    },
  });
  const stop = (): void => void Promise.all([reader.stop(), door.close()]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  console.log(`the agent listens on http://127.0.0.1:${door.port} for ${origin}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : 'The agent cannot start.');
  process.exitCode = 1;
}
