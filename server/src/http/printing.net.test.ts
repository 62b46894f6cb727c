import { slipCodes, slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin, type PrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterSetting } from '../devices/device-settings.ts';
import { warmGb18030 } from '../devices/printer/gb18030.ts';
import { until } from '../devices/testing/until.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let twin: PrinterTwin;
let rig: HttpRig;

beforeEach(async () => {
  warmGb18030();
  twin = await openPrinterTwin({ dots: 576 });
  const printer = PrinterSetting.parse({
    ...{ id: 'p1', hall: 'demo', kind: 'ticket-printer', paper: 80 },
    name: { 'zh-CN': '打印机', en: 'Printer' },
    line: { tcp: '127.0.0.1', port: twin.port },
  });
  rig = await openHttpRig({ devices: [printer] });
  await openHallDay(rig);
  await until(async () => JSON.stringify((await list('lobby')).json).includes('"ready":true'));
});
afterEach(async () => {
  await rig.close();
  await twin.stop();
});

const list = (role: string) => rig.send('GET', '/api/v1/halls/demo/devices', { role });

const issue = (print?: object, key?: string) =>
  rig.command('/tickets', {
    role: 'kiosk',
    ...(key !== undefined && { key }),
    body: { service: 'accounts', ...(print && { print }) },
  });

const events = async (ticket: string): Promise<object[]> => {
  const { json } = await rig.send('GET', `/api/v1/halls/demo/tickets/${ticket}`, { role: 'lobby' });
  const trail = json['trail'] as { type: string; by: object; data: object }[];
  return trail
    .filter(({ type }) => type.startsWith('Slip'))
    .map(({ type, by, data }) => ({ type, by, data }));
};

const ended = (ticket: string, times = 1) =>
  until(async () => (await events(ticket)).length >= 2 * times);

describe('a ticket on paper', () => {
  it('SLIP-1, SLIP-5 is printed after it is issued, and the trail has both', async () => {
    const { status, json } = await issue({ printer: 'p1' }, 'issue-with-paper');
    expect(status).toBe(201);
    await ended('B001');
    expect(await events('B001')).toMatchObject([
      { type: 'SlipAsked', by: { role: 'kiosk' }, data: { printer: 'p1' } },
      { type: 'SlipEnded', by: { role: 'system' }, data: { printer: 'p1', outcome: 'printed' } },
    ]);
    const [slip] = twin.slips();
    const text = slip ? slipText(slip) : '';
    for (const part of ['B001', '厅序示范支行', '开户与卡业务', 'Accounts and cards', '身份证原件'])
      expect(text).toContain(part);
    expect(text).not.toContain('补打');
    expect(slip && slipCodes(slip)).toEqual([`http://tingxu.example/t/#${json['link']}`]);
    // The same request once more is the same ticket, and no second slip.
    expect((await issue({ printer: 'p1' }, 'issue-with-paper')).json).toEqual(json);
    expect(twin.slips()).toHaveLength(1);
  });

  it('SLIP-1 is issued alike where there is no paper, and no such printer', async () => {
    twin.condition.paper = 'out';
    expect((await issue({ printer: 'p1' })).status).toBe(201);
    await ended('B001');
    expect((await events('B001'))[1]).toMatchObject({
      data: { outcome: 'not-printed', why: 'paper-out' },
    });
    expect((await issue({ printer: 'p7' })).status).toBe(201);
    expect(await events('B002')).toEqual([]);
    await twin.settled();
    expect(twin.slips()).toEqual([]);
  });

  it('SLIP-2 is printed again by staff, and then says that it is a copy', async () => {
    await issue({ printer: 'p1' });
    await ended('B001');
    const again = { body: { printer: 'p1', layout: 'large', language: 'en' } };
    expect((await rig.command('/tickets/B001/print', { role: 'kiosk', ...again })).status).toBe(
      403,
    );
    expect((await rig.command('/tickets/B001/print', { role: 'lobby', ...again })).status).toBe(
      200,
    );
    await ended('B001', 2);
    expect(twin.slips().map((slip) => /补打/.test(slipText(slip)))).toEqual([false, true]);
    const elsewhere = { role: 'lobby', body: { printer: 'p2' } };
    expect((await rig.command('/tickets/B001/print', elsewhere)).json).toMatchObject({
      code: 'device-unknown',
    });
  });

  it('SLIP-9, SLIP-10 a copy is as the first one was, of a list of documents, too, and says that its ticket is called', async () => {
    await issue({ printer: 'p1', layout: 'large', language: 'en' });
    await ended('B001');
    const again = async (body: object, times: number): Promise<string> => {
      const asked = { role: 'lobby', body: { printer: 'p1', ...body } };
      expect((await rig.command('/tickets/B001/print', asked)).status).toBe(200);
      await ended('B001', times);
      await twin.settled();
      return slipText(twin.slips()[times - 1] ?? { items: [], torn: true });
    };
    const list = await again({ layout: 'documents' }, 2);
    expect([list.includes('your ID card'), list.includes('Ahead of you')]).toEqual([true, false]);
    await rig.command('/counters/1/open', { role: 'teller', staff: 't01', body: {} });
    const called = await rig.command('/counters/1/call-next', {
      ...{ role: 'teller', staff: 't01', body: {} },
    });
    expect(called.status).toBe(200);
    const copy = await again({}, 3);
    expect(copy).toContain('COPY 补打');
    expect(copy).toMatch(/Called\n已叫号\nCounter 1\n1 号窗口/);
    expect(copy).not.toMatch(/Ahead of you|Expected wait|等候/);
    // English first, and large: the number as tall as the first time, taller than on a usual slip.
    expect(copy.indexOf('Accounts and cards')).toBeLessThan(copy.indexOf('开户与卡业务'));
    expect((await events('B001')).at(-2)).toMatchObject({
      data: { copy: true, layout: 'large', language: 'en' },
    });
  });

  it('DEV-2 staff see how the printer is, and nobody else', async () => {
    twin.condition.coverOpen = true;
    await until(async () => JSON.stringify((await list('lobby')).json).includes('cover-open'));
    expect((await list('lobby')).json).toMatchObject({
      devices: [{ device: 'p1', ready: false, link: 'connected', troubles: ['cover-open'] }],
    });
    expect((await list('kiosk')).status).toBe(403);
  });

  it('DEV-5 staff print a test page that is no ticket, and are told how the printer is', async () => {
    const test = (device: string, role = 'supervisor') =>
      rig.command(`/devices/${device}/test`, { role, body: {} });
    const head = rig.hall.runtime.head();
    const [one, two] = await Promise.all([test('p1'), test('p1', 'admin')]);
    expect(one.json).toMatchObject({ outcome: 'printed', device: { device: 'p1', ready: true } });
    expect(two.json).toEqual(one.json);
    const [page, more] = twin.slips();
    expect(more).toBeUndefined();
    const text = page ? slipText(page) : '';
    for (const part of ['打印机测试', '不是号票', '厅序示范支行', 'p1 · 80 mm', '㐂 㐱 䶮 𠮷'])
      expect(text).toContain(part);
    expect(page && slipCodes(page)).toEqual(['TINGXU TEST p1 2026-11-23T01:00:00.000Z']);
    expect(page?.items.some((item) => item.kind === 'line' && item.spilled)).toBe(false);
    expect(rig.hall.runtime.head()).toEqual(head);
    twin.condition.paper = 'out';
    expect((await test('p1', 'lobby')).json).toMatchObject({
      ...{ outcome: 'not-printed', why: 'paper-out' },
      device: { link: 'connected' },
    });
    expect((await test('p1', 'teller')).status).toBe(403);
    expect((await test('p2')).json).toMatchObject({ code: 'device-unknown' });
  });
});
