/** A card reader of a kiosk: the reference agent within this program, and the twin of a maker's program behind it. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGENT_PORT, openAgentDoor } from '../card-agent/agent-server.ts';
import { cardOf } from '../card-agent/card.ts';
import { startReader } from '../card-agent/reader-program.ts';
import type { WatchedSetting } from '../devices/device-settings.ts';
import { ROOT } from '../root.ts';
import type { HallTwin } from './hall-twins.ts';

export type ReaderPlan = {
  /** As `npm run card:key` writes it. */
  readonly key: string;
  /** Of the kiosk's page. */
  readonly origin: string;
  readonly port?: number;
};

const PROGRAM = join(ROOT, 'shared/twins/src/card/card-reader.ts');
const WORDS: readonly string[] = ['card', 'half', 'noise', 'chatter', 'die'];

export const openReaderTwin = async (
  { id, kind }: WatchedSetting,
  plan: ReaderPlan,
  say: (line: string) => void,
): Promise<HallTwin> => {
  const key = Buffer.from(readFileSync(plan.key, 'utf8').trim(), 'hex');
  const { port = AGENT_PORT, origin } = plan;
  const door = await openAgentDoor({ origin: new URL(origin).origin, port });
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-reader-'));
  const words = join(folder, 'words');
  writeFileSync(words, '', { mode: 0o600 });
  let isThere = false;
  const reader = startReader({
    command: [process.execPath, PROGRAM, '--words', words],
    onCard: (raw) => door.show(cardOf(key, {}, raw)),
    onNoCard: () => say(`${id}: a line that is no card`),
    onThere: (now) => {
      isThere = now;
      door.setReader(now);
      say(`${id}: the reader is ${now ? '' : 'not '}there`);
    },
  });
  return {
    ...{ id, kind, at: `127.0.0.1:${door.port}` },
    verbs: ['card NUMBER [NAME [BIRTHDATE]]', ...WORDS.slice(1)],
    state: () => `the reader is ${isThere ? '' : 'not '}there`,
    obey: (line) => {
      if (!WORDS.includes(line[0] ?? '')) return null;
      appendFileSync(words, `${line.join(' ')}\n`);
      return line[0] ?? '';
    },
    pictures: () => [],
    stop: async () => {
      await Promise.all([reader.stop(), door.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
