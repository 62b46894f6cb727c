/** A card at the kiosk's reader: the lane that it opens, and nothing of it anywhere. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CardAgent, startCardAgent } from '../devices/card-agent.ts';
import { publicHall } from './public-halls.ts';
import { type Caller, type Rig, startRigWith } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const IMPORT = fileURLToPath(
  new URL('../../server/src/admin/directory-import.ts', import.meta.url),
);
/** No other text of the journey holds them. */
const VIP = { number: '6228480990099009907', name: '司马焉知', birthDate: '1990-03-01' };
const ELDER = { number: '6228480990099001235', name: '上官缘起', birthDate: '1950-03-01' };

const base = publicHall('card', { services: 4, counters: 3 });
const PROOFS: Readonly<Record<string, object>> = {
  vip: { selfSelect: false, proof: { classes: ['vip'] } },
  elderly: { selfSelect: false, proof: { fromAge: 60 } },
};
const HALL = { ...base, lanes: base.lanes.map((lane) => ({ ...lane, ...PROOFS[lane.id] })) };

let rig: Rig;
let agent: CardAgent;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tingxu-card-'));
  rig = await startRigWith([HALL], ['kiosk'], {
    devices: [
      {
        ...{ id: 'reader-k1', hall: 'card', kind: 'card-reader', line: { kiosk: 'K1' } },
        name: { 'zh-CN': '读卡器', en: 'Card reader' },
      },
    ],
  });
  await rig.post('card/day/open', {}, SUPERVISOR);
  const customers = join(folder, 'customers.csv');
  writeFileSync(customers, `identifier,class,maskedName\n${VIP.number},vip,司马**\n`);
  const told = spawnSync(process.execPath, [
    ...[IMPORT, '--hall', 'card', '--data', rig.dataFolder, customers],
  ]);
  expect(String(told.stdout)).toContain('1 customers are in force');
  rmSync(customers);
  agent = await startCardAgent({ dataFolder: rig.dataFolder, origin: rig.url, folder });
});
afterEach(async () => rig.closePages());
afterAll(async () => {
  await rig.close();
  await agent.kill();
  rmSync(folder, { recursive: true, force: true });
});

const kiosk = (): Promise<Page> =>
  rig.open({ path: `/kiosk/?hall=card&reader=${agent.port}`, width: 1280, height: 800 });

const lay = async (page: Page, { number, name, birthDate }: typeof VIP): Promise<void> => {
  agent.reader(`card ${number} ${name} ${birthDate}`);
  await page.getByText('已读卡').waitFor();
};

const screen = (page: Page, name: string) =>
  page.locator(`[data-screen-name="${name}"]:not([data-settling])`).waitFor();

/** What the server knows of the ticket on the screen. */
const onScreen = async (page: Page): Promise<unknown> => {
  await screen(page, 'ticket');
  const number = await page.locator('[data-number]').getAttribute('data-number');
  return (await rig.get(`card/tickets/${number}`, SUPERVISOR))['ticket'];
};

const readers = async () => {
  const { devices } = await rig.get('card/devices', SUPERVISOR);
  return (devices as { link: string; troubles: string[]; ready: boolean }[])[0];
};

/** Everything that the server has written, and both consoles. */
const everything = (): string =>
  [
    ...readdirSync(rig.dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    ...[rig.said(), agent.said()],
  ].join('\n');

const PERSONAL = [VIP, ELDER].flatMap(({ number, name, birthDate }) => [number, name, birthDate]);

describe('a card on the reader', () => {
  it('CARD-4, LANE-3 opens the lane of its customer, and nothing of it is on the page', async () => {
    const page = await kiosk();
    await lay(page, VIP);
    await page.getByTestId('service-transfer').click();
    expect(await onScreen(page)).toMatchObject({ lane: 'vip', service: 'transfer' });
    const shown = await page.content();
    for (const personal of [...PERSONAL, '司马']) expect(shown).not.toContain(personal);
    await page.getByTestId('finish').click();
    await screen(page, 'services');
    // The next customer has shown none.
    expect(await page.getByText('已读卡').count()).toBe(0);
  });

  it('CARD-4, LANE-5 opens the lane of an age, and a visit without a card stays in everybody’s', async () => {
    const page = await kiosk();
    await lay(page, ELDER);
    await page.getByTestId('service-transfer').click();
    expect(await onScreen(page)).toMatchObject({ lane: 'elderly' });
    await page.getByTestId('finish').click();
    await screen(page, 'services');
    await page.getByTestId('service-transfer').click();
    expect(await onScreen(page)).toMatchObject({ lane: 'normal' });
  });

  it('CARD-1 leaves nothing personal in the journal, the files or the logs', async () => {
    const found = everything();
    // The search does see the journal, and what the agent says.
    expect(found).toContain('TicketIssued');
    expect(found).toContain('cards read: 2');
    for (const personal of PERSONAL) expect(found).not.toContain(personal);
  });

  it('DEV-7 a reader that is gone is told to staff, and so is its kiosk', async () => {
    const page = await kiosk();
    await expect.poll(async () => (await readers())?.ready).toBe(true);
    await agent.kill();
    await expect.poll(async () => (await readers())?.troubles).toEqual(['offline']);
    const again = { dataFolder: rig.dataFolder, origin: rig.url, folder, port: agent.port };
    agent = await startCardAgent(again);
    await expect.poll(async () => (await readers())?.ready).toBe(true);
    await page.close();
    await expect.poll(async () => (await readers())?.link).toBe('lost');
  });
});
