/** The reference agent beside a kiosk, as a process, with the twin of a reader whose cards a test lays on it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const AGENT = fileURLToPath(new URL('../../server/src/card-agent/main.ts', import.meta.url));
const TWIN = fileURLToPath(new URL('../../shared/twins/src/card/card-reader.ts', import.meta.url));
const LISTENS = /listens on http:\/\/127\.0\.0\.1:(\d+)/;
/** Units: ms. */
const PATIENCE_MS = 30_000;

export type CardAgent = {
  readonly port: number;
  /** Everything on its console. */
  said(): string;
  /** A word of the twin, e.g. `card 0000 …`. */
  reader(word: string): void;
  /** Its power goes. */
  kill(): Promise<void>;
};

export type CardAgentOptions = {
  /** Of the server, where the key of its directory is. */
  readonly dataFolder: string;
  /** Of the kiosk's page. */
  readonly origin: string;
  /** Where it keeps its key and hears of cards. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port?: number;
};

export const startCardAgent = async (options: CardAgentOptions): Promise<CardAgent> => {
  const { dataFolder, origin, folder, port = 0 } = options;
  const [key, words] = [join(folder, 'card.key'), join(folder, 'words')];
  copyFileSync(join(dataFolder, 'directory.key'), key);
  chmodSync(key, 0o600);
  writeFileSync(words, '');
  const agent = spawn(process.execPath, [
    ...[AGENT, '--key', key, '--origin', origin, '--port', String(port), '--'],
    ...[process.execPath, TWIN, '--words', words],
  ]);
  let said = '';
  const keep = (part: unknown): void => {
    said += String(part);
  };
  agent.stdout.on('data', keep);
  agent.stderr.on('data', keep);
  const startedAt = performance.now();
  while (!LISTENS.test(said) || !said.includes('the reader is there')) {
    if (performance.now() - startedAt > PATIENCE_MS) throw new Error(`no card agent: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    port: Number(LISTENS.exec(said)?.[1]),
    said: () => said,
    reader: (word) => appendFileSync(words, `${word}\n`),
    kill: async () => {
      if (agent.exitCode !== null || agent.signalCode !== null) return;
      agent.kill('SIGKILL');
      await once(agent, 'exit');
    },
  };
};
