/**
 * The agent as a process, with a reader's program that misbehaves, and the real server behind it: a card opens a lane, and
 * its number is nowhere.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { type HttpRig, openHallDay, openHttpRig } from '../http/testing/http-rig.ts';
import { ROOT } from '../root.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { openAgentDoor } from './agent-server.ts';
import { type Card, cardOf } from './card.ts';
import { startReader } from './reader-program.ts';

const ORIGIN = 'https://q.branch.example';
/** No other text of the test holds it. */
const CANARY = '6228480990099009907';
const NAME = '司马焉知';
const CARD: Card = { hash: 'a'.repeat(64), maskedName: '张*', birthYear: 1950, classHint: null };

/** As the demo hall, but the lane of the elderly opens by age alone. */
const demo = demoHall();
const BY_AGE = {
  ...demo,
  lanes: demo.lanes.map((lane) =>
    lane.id === 'elderly' ? { ...lane, selfSelect: false, proof: { fromAge: 60 } } : lane,
  ),
};

type Reply = { readonly status: number; readonly text: string; readonly headers: object };

const ask = (
  port: number,
  path: string,
  more: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = { origin: ORIGIN, ...more.headers };
    const sent = request({ host: '127.0.0.1', port, path, method: more.method ?? 'GET', headers });
    sent.on('error', reject).on('response', (response) => {
      let text = '';
      response.on('data', (part) => {
        text += String(part);
      });
      const { statusCode: status = 0 } = response;
      response.on('end', () => resolve({ status, text, headers: response.headers }));
    });
    sent.end();
  });

describe('the door of an agent', () => {
  it('CARD-2 answers pages of its origin on this machine, and nobody else', async () => {
    const door = await openAgentDoor({ origin: ORIGIN, port: 0 });
    const statusOf = async (headers: Record<string, string>) =>
      (await ask(door.port, '/v1/status', { headers })).status;
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ origin: 'https://elsewhere.example' })).toBe(403);
    // A name of another machine that was made to point here.
    expect(await statusOf({ host: `q.elsewhere.example:${door.port}` })).toBe(403);
    expect((await ask(door.port, '/v1/card', { method: 'POST' })).status).toBe(405);
    expect((await ask(door.port, '/v1/keys')).status).toBe(404);
    const asked = await ask(door.port, '/v1/card', { method: 'OPTIONS' });
    expect(asked.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN });
    await door.close();
  });

  it('CARD-3 tells each card once, at once when somebody waits for it', async () => {
    const door = await openAgentDoor({ origin: ORIGIN, port: 0, waitsMs: 50 });
    expect((await ask(door.port, '/v1/card')).status).toBe(204);
    door.show(CARD);
    expect(JSON.parse((await ask(door.port, '/v1/card')).text)).toEqual({ read: 1, ...CARD });
    expect((await ask(door.port, '/v1/card')).status).toBe(204);
    await door.close();
  });
});

let agent: ChildProcess;
let rig: HttpRig;
let disk: ReturnType<typeof temporaryFolder>;
let printed = '';

const port = (): number => Number(/127\.0\.0\.1:(\d+)/.exec(printed)?.[1] ?? 0);

const until = async (what: () => boolean): Promise<void> => {
  const started = performance.now();
  while (!what()) {
    if (performance.now() - started > 20_000) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

beforeEach(async () => {
  disk = temporaryFolder();
  rig = await openHttpRig({ config: BY_AGE });
  await openHallDay(rig);
  const key = join(disk.folder, 'card.key');
  writeFileSync(key, readFileSync(join(rig.dataFolder, 'directory.key')), { mode: 0o600 });
  const program = join(disk.folder, 'reader.mjs');
  // A maker's program that talks too much, writes halves, and then reads one card.
  writeFileSync(
    program,
    `import { spawn } from 'node:child_process';
const twin = spawn(process.execPath, [${JSON.stringify(join(ROOT, 'shared/twins/src/card/card-reader.ts'))}],
  { stdio: ['pipe', 'inherit', 'inherit'] });
twin.stdin.write('noise\\nhalf ${CANARY}\\nchatter ${CANARY} ${NAME} 1950-03-01\\n');
process.on('SIGTERM', () => { twin.kill(); process.exit(0); });`,
  );
  printed = '';
  agent = spawn(process.execPath, [
    ...[join(ROOT, 'server/src/card-agent/main.ts'), '--key', key, '--origin', ORIGIN],
    ...['--port', '0', '--', process.execPath, program],
  ]);
  const keep = (part: unknown): void => {
    printed += String(part);
  };
  agent.stdout?.on('data', keep);
  agent.stderr?.on('data', keep);
  await until(() => printed.includes('cards read: 1'));
});
afterEach(async () => {
  agent.kill();
  await rig.close();
  disk.remove();
});

/** Everything that the server has written to its folder. */
const files = (): string =>
  readdirSync(rig.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('an agent beside a kiosk', () => {
  it('CARD-1, CARD-4, DIR-1 brings a year of birth and no number: not to the server, its files or its log', async () => {
    await until(() => port() > 0);
    const told = await ask(port(), '/v1/card');
    const { hash, birthYear, maskedName } = JSON.parse(told.text);
    const { number } = { number: CANARY };
    const key = Buffer.from(
      readFileSync(join(rig.dataFolder, 'directory.key'), 'utf8').trim(),
      'hex',
    );
    expect({ hash, birthYear, maskedName }).toEqual({
      ...{ hash: cardOf(key, {}, { number }).hash, birthYear: 1950, maskedName: '司***' },
    });
    const issued = await rig.command('/tickets', {
      role: 'kiosk',
      body: { service: 'cash', identification: { kind: 'card', hash, birthYear } },
    });
    expect(issued.status).toBe(201);
    expect(issued.json['ticket']).toMatchObject({ lane: 'elderly' });
    const everything = [
      ...[printed, told.text, issued.text, JSON.stringify(rig.logged), files()],
      JSON.stringify(
        rig.hall.journal.dayEntries(rig.hall.runtime.state().day?.businessDay ?? ('' as never)),
      ),
    ].join('\n');
    // The search does see the journal.
    expect(files()).toContain('TicketIssued');
    expect(everything).not.toContain(CANARY);
    expect(everything).not.toContain(Buffer.from(NAME).toString('latin1'));
    expect(everything).not.toContain(NAME);
    // Neither is the hash, which is the customer's number to whoever has the key.
    expect(files()).not.toContain(hash);
  });

  it('CARD-3 starts a reader program again that has ended, and knows while there is none', async () => {
    const there: boolean[] = [];
    const lines: string[] = [];
    const program = join(disk.folder, 'once.mjs');
    writeFileSync(program, `console.log(JSON.stringify({ number: '00001001' }));`);
    const reader = startReader({
      command: [process.execPath, program],
      onCard: (raw) => void lines.push(raw.number),
      ...{ onNoCard: () => undefined, onThere: (is) => void there.push(is), againMs: 20 },
    });
    await until(() => lines.length >= 2);
    await reader.stop();
    expect(there.slice(0, 3)).toEqual([true, false, true]);
    expect(there.at(-1)).toBe(false);
  });
});
