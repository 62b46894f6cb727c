import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HallConfig } from '@tingxu/contract/config';
import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import { viewOf } from '@tingxu/hall/view';
import { afterEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { customerFile, openCustomerTable } from '../directory/customer-table.ts';
import { hallFolder } from '../journal/journal.ts';
import { type HttpRig, openHallDay, openHttpRig, type RigOptions } from './testing/http-rig.ts';

/** Nothing else in a data folder has these digits. */
const NUMBER = '330106195503150018';
const HASH = 'ab'.repeat(32);
/** Nothing else in a data folder reads like this. */
const NAME = '欧阳*';

const config = (): HallConfig => {
  const { lanes, ...demo } = demoHall();
  const proofs: Record<string, object> = {
    vip: { proof: { classes: ['vip'] } },
    elderly: { proof: { fromAge: 60, declared: true }, selfSelect: false },
  };
  return HallConfig.parse({ ...demo, lanes: lanes.map((one) => ({ ...one, ...proofs[one.id] })) });
};

let rig: HttpRig;
let bank: Server | undefined;
const open = async (options: RigOptions = {}): Promise<void> => {
  rig = await openHttpRig({ config: config(), ...options });
  await openHallDay(rig);
};
afterEach(async () => {
  await rig.close();
  bank?.closeAllConnections();
  bank?.close();
  bank = undefined;
});

const knows = (
  number: string,
  known: 'vip' | 'ordinary',
  birthYear: number | null = null,
  maskedName: string | null = null,
) => {
  const table = openCustomerTable(customerFile(hallFolder(rig.dataFolder, rig.hall.config.hall)));
  const hash = rig.hall.directory.hashOf(number);
  if (!hash) throw new Error('no key');
  const staged = table.stage(1);
  staged.add([{ hash, class: known, maskedName, birthYear }]);
  staged.putInForce();
  table.close();
};

const issue = (more: object, key?: string) =>
  rig.command('/tickets', {
    role: 'kiosk',
    body: { service: 'cash', ...more },
    ...(key !== undefined && { key }),
  });
const number = (text: string) => ({ identification: { kind: 'number', number: text } });
const card = (more: object = {}) => ({ identification: { kind: 'card', hash: HASH, ...more } });
const laneOf = (json: Record<string, unknown>) => (json['ticket'] as { lane?: string }).lane;

/** A bank directory that never answers, or tells nonsense at once. */
const bankThat = async (answers: boolean): Promise<string> => {
  bank = createServer((_request, response) => {
    if (answers) response.end('{"class":"emperor"}');
  });
  await new Promise<void>((resolve) => bank?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(bank.address() as AddressInfo).port}/`;
};

describe('a ticket for somebody who shows something', () => {
  it('LANE-2, LANE-5 stands in the lane of the class that the directory tells', async () => {
    await open();
    knows(NUMBER, 'vip');
    const { status, json } = await issue(number(`33 0106-${NUMBER.slice(6)}`));
    expect([status, laneOf(json)]).toEqual([201, 'vip']);
    expect(laneOf((await issue(number('330106199001010011'))).json)).toBe('normal');
    const refused = await issue({ lane: 'vip', ...number('330106199001010011') });
    expect(refused.json['code']).toBe('lane-needs-proof');
  });

  it('LANE-3 stands in the elderly lane by the card, the directory or the own word', async () => {
    await open();
    knows(NUMBER, 'ordinary', 1955);
    const lanes = [
      await issue(card({ birthYear: 1966 })),
      await issue(number(NUMBER)),
      await issue({ lane: 'elderly', declared: true }),
      await issue(card({ birthYear: 1967 })),
      await issue(card({ birthYear: 2150 })),
    ].map(({ json }) => laneOf(json));
    expect(lanes).toEqual(['elderly', 'elderly', 'elderly', 'normal', 'normal']);
  });

  it('LANE-5, CTR-7 stands in the lane of the card without a ticket, too', async () => {
    await open();
    const walkUp = (body: object) =>
      rig.command('/counters/1/walk-up', { role: 'teller', body: { service: 'cash', ...body } });
    const { json } = await walkUp(card({ birthYear: 1950 }));
    expect(json).toMatchObject({ ticket: { lane: 'elderly', state: 'serving' } });
  });

  it.each([
    ['never answers', false],
    ['tells nonsense', true],
  ])('DIR-3 is issued with class unknown while the bank directory %s', async (_what, answers) => {
    const url = await bankThat(answers);
    await open({ directory: { url, timeoutMs: 50 } });
    for (let ticket = 0; ticket < 5; ticket += 1) {
      const { status, json } = await issue(card());
      expect([status, laneOf(json)]).toEqual([201, 'normal']);
    }
    const detail = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'lobby' });
    const [first] = detail.json['trail'] as { data: Record<string, unknown> }[];
    expect(first?.data['customerClass']).toBe('unknown');
    expect(rig.hall.directory.status().adapter).toBe('resting');
  });

  it('JRN-4 is issued once, whatever the directory says the second time', async () => {
    await open();
    knows(NUMBER, 'vip');
    const first = await issue(number(NUMBER), 'the-same-key');
    knows(NUMBER, 'ordinary');
    const again = await issue(number(NUMBER), 'the-same-key');
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    const other = await issue(number('330106199001010011'), 'the-same-key');
    expect(other.json['code']).toBe('idempotency-key-reused');
  });

  it('JRN-4 the same key with another card, or another year on it, is another request', async () => {
    await open();
    await issue(card({ birthYear: 1950 }), 'one-card');
    for (const other of [card({ birthYear: 1990 }), card(), number(NUMBER)]) {
      expect((await issue(other, 'one-card')).json['code']).toBe('idempotency-key-reused');
    }
  });

  it('DIR-6 tells the staff who serve the ticket whom they serve, and nobody else', async () => {
    await open();
    knows(NUMBER, 'vip', null, NAME);
    const first = await issue(number(NUMBER), 'one-issue');
    const again = await issue(number(NUMBER), 'one-issue');
    expect(again.text).toBe(first.text);
    const ticket = (first.json['ticket'] as { number: string }).number;
    const ask = (role: string, staff?: string) =>
      rig.send('GET', `/api/v1/halls/demo/tickets/${ticket}/customer`, {
        role,
        ...(staff !== undefined && { staff }),
      });
    const known = { class: 'vip', maskedName: NAME };
    expect((await ask('lobby')).json).toMatchObject({ number: ticket, customer: known });
    expect((await ask('teller', 't01')).json['code']).toBe('forbidden');
    expect((await rig.command('/counters/1/call-next', { role: 'teller' })).status).toBe(200);
    const told = await ask('teller', 't01');
    expect(told.json).toMatchObject({ customer: known });
    expect(told.headers['cache-control']).toBe('no-store');
    for (const role of ['kiosk', 'board', 'phone', 'anonymous']) {
      expect((await ask(role)).text).not.toContain(NAME);
    }
    expect((await ask('teller', 't02')).json['code']).toBe('forbidden');
    const about = { role: 'teller', body: { counter: '1' } };
    await rig.command(`/tickets/${ticket}/finish`, about);
    expect((await ask('supervisor')).json['code']).toBe('ticket-ended');
    expect(rig.hall.customers.size()).toBe(0);
  });

  it('DIR-6 knows nobody whom the directory does not', async () => {
    await open();
    await issue(number(NUMBER));
    const url = '/api/v1/halls/demo/tickets/A001/customer';
    expect((await rig.send('GET', url, { role: 'lobby' })).json['customer']).toBeNull();
    expect(rig.hall.customers.size()).toBe(0);
  });

  it('DIR-6 writes no name into journal, tables, log, answers or the view of any screen', async () => {
    await open();
    knows(NUMBER, 'vip', null, NAME);
    const replies = [
      await issue(number(NUMBER)),
      await rig.command('/counters/1/call-next', { role: 'teller' }),
    ];
    for (const { text } of replies) expect(text).not.toContain(NAME);
    const state = rig.hall.runtime.state();
    for (const audience of HALL_AUDIENCES) {
      expect(JSON.stringify(viewOf(state, audience))).not.toContain(NAME);
    }
    const folder = hallFolder(rig.dataFolder, rig.hall.config.hall);
    const own = readdirSync(folder).filter((name) => !name.startsWith('directory'));
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) expect(readFileSync(join(folder, name)).includes(NAME)).toBe(false);
    // The control: it is known, and where it comes from it is found.
    expect(rig.hall.customers.size()).toBe(1);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(files.some((file) => file.includes(NAME))).toBe(true);
  });

  it('DIR-1 leaves no identifier in the data folder, the log or any answer', async () => {
    await open();
    knows(NUMBER, 'vip');
    const replies = [
      await issue(number(NUMBER)),
      await issue({ lane: 'elderly', ...number(NUMBER) }),
      await issue({ service: 'nothing', ...number(NUMBER) }),
      await issue({ lane: 7, ...number(NUMBER) }),
      await issue({ identification: { kind: 'number', number: `${NUMBER}/` } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 409, 422, 400, 400]);
    const said = JSON.stringify([replies, rig.logged]);
    expect(said).not.toContain(NUMBER);
    // The control: what is kept is found by the same search.
    const kept = everyByteBelow(rig.dataFolder);
    expect(kept.includes('TicketIssued')).toBe(true);
    expect(kept.includes(NUMBER)).toBe(false);
  });

  it('FEED-2 the class is told to staff only', async () => {
    await open();
    knows(NUMBER, 'vip');
    await issue(number(NUMBER));
    for (const role of ['kiosk', 'teller', 'lobby'] as const) {
      const { text } = await rig.send('GET', '/api/v1/halls/demo/tickets/V001', { role });
      expect([role, text.includes('customerClass')]).toEqual([role, role !== 'kiosk']);
    }
  });
});

const everyByteBelow = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
