/** Signs of a hall over real sockets: what a counter does is on its sign, and staff see how the signs are. */
import { type LedTwin, openLedTwin } from '@tingxu/twins/led/led-twin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../../http/testing/http-rig.ts';
import { LedSetting } from '../device-settings.ts';
import { until, untilState } from '../testing/until.ts';
import { drawPage } from './dots.ts';

const SIZE = { width: 64, height: 16 };
const HALL_SIZE = { width: 160, height: 32 };

let twin: LedTwin;
let rig: HttpRig;

beforeEach(async () => {
  twin = await openLedTwin({
    cards: [
      { address: 1, ...SIZE },
      { address: 2, ...SIZE },
      { address: 9, ...HALL_SIZE },
    ],
  });
  const signs = LedSetting.parse({
    ...{ id: 'led', hall: 'demo', kind: 'led', validS: 300 },
    name: { 'zh-CN': 'LED 屏', en: 'Signs' },
    line: { tcp: '127.0.0.1', port: twin.port },
    signs: [
      { address: 1, counter: '1', ...SIZE },
      { address: 2, counter: '2', ...SIZE },
      { address: 9, ...HALL_SIZE },
    ],
  });
  rig = await openHttpRig({ devices: [signs] });
  await openHallDay(rig);
  await shows(1, ['1号窗口']);
});
afterEach(async () => {
  await rig.close();
  await twin.stop();
});

const dotsOf = (lit: ReturnType<LedTwin['lit']>): string =>
  lit.map((row) => row.map((isLit) => (isLit ? '1' : '0')).join('')).join('');

const drawn = (rows: readonly string[], size: typeof SIZE): string =>
  Array.from(drawPage(rows, size, 1), (byte) => byte.toString(2).padStart(8, '0')).join('');

const shows = (address: number, rows: readonly string[], size = SIZE): Promise<void> =>
  until(() => dotsOf(twin.lit(address)) === drawn(rows, size));

const stateIs = (part: object): Promise<void> => untilState(rig, part);

/** A number is taken and called at counter 1. Its ticket. */
const call = async (): Promise<string> => {
  const { json } = await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
  expect((await rig.command('/counters/1/call-next', { role: 'teller' })).status).toBe(200);
  return String(Object(json['ticket']).id);
};

type Signed = { readonly attempt: number; readonly device: string; readonly address: number };

/** What the explanation of a ticket says that signs have acknowledged. */
const signed = async (ticket: string): Promise<readonly Signed[]> => {
  const url = `/api/v1/halls/demo/tickets/${ticket}/explanation`;
  const { json } = await rig.send('GET', url, { role: 'supervisor' });
  const { steps } = Object(json['explanation'] ?? json);
  return (steps as (Signed & { readonly kind: string })[])
    .filter(({ kind }) => kind === 'sign-shown')
    .map(({ attempt, device, address }) => ({ attempt, device, address }));
};

const teller = async (ticket: string, verb: 'start' | 'finish'): Promise<void> => {
  const { status } = await rig.command(`/tickets/${ticket}/${verb}`, {
    ...{ role: 'teller', body: { counter: '1' } },
  });
  expect(status).toBe(200);
};

describe('LED signs of a hall', () => {
  it('LED-1, LED-4, DEV-1 show what the counters do, from memory', async () => {
    await shows(2, ['未开放']);
    await shows(9, ['请稍候，即将叫号'], HALL_SIZE);
    const ticket = await call();
    await shows(9, ['请A001号到1号窗口'], HALL_SIZE);
    await shows(1, ['请A001号']);
    await shows(1, ['1号窗口']);
    await teller(ticket, 'start');
    await shows(1, ['A001']);
    expect(twin.flashWrites()).toBe(0);
  });

  it('LED-3, DEV-2 are dark first and show now after the line was away', async () => {
    const ticket = await call();
    await teller(ticket, 'start');
    await shows(1, ['A001']);
    // The cable is out, the number leaves; what the sign still had is never what it comes back with.
    twin.misbehaviour.deaf = [1, 2, 9];
    twin.unplug();
    await stateIs({ link: 'lost', troubles: ['lost'], ready: false });
    await teller(ticket, 'finish');
    expect(dotsOf(twin.lit(1))).toBe(drawn(['A001'], SIZE));
    const before = twin.received().length;
    twin.repair();
    await shows(1, ['1号窗口']);
    await stateIs({ link: 'connected', troubles: [], ready: true });
    // Of what the first sign was told, the first was to be dark.
    const told =
      twin
        .received()
        .slice(before)
        .match(/a306010000ff(..)/g) ?? [];
    expect(told.slice(0, 3)).toEqual(Array(3).fill('a306010000ff00'));
  });

  it('LED-8 a sign that has a call is a fact of its trail, each call once, and no other sign is', async () => {
    twin.misbehaviour.deaf = [9];
    await stateIs({ troubles: ['partly-lost'] });
    const ticket = await call();
    await until(async () => (await signed(ticket)).length > 0);
    expect(await signed(ticket)).toEqual([{ attempt: 1, device: 'led', address: 1 }]);
    // The words on the strip stay as they are; the sign for the hall hears of the call only now.
    twin.repair();
    await rig.command(`/tickets/${ticket}/recall`, { role: 'teller', body: { counter: '1' } });
    await until(async () => (await signed(ticket)).length >= 3);
    const more = (await signed(ticket)).slice(1);
    expect(more.toSorted((a, b) => a.address - b.address)).toEqual([
      { attempt: 2, device: 'led', address: 1 },
      { attempt: 2, device: 'led', address: 9 },
    ]);
    await teller(ticket, 'start');
    await shows(1, ['A001']);
    expect(await signed(ticket)).toHaveLength(3);
  });

  it('DEV-6 a sign of a counter that the hall does not have is told with its address', async () => {
    await stateIs({ troubles: [] });
    const { config } = rig.hall;
    const counters = config.counters.filter(({ id }) => id !== '2');
    const body = { config: { ...config, counters }, when: 'now', basedOn: 1 };
    const { status } = await rig.command('/configuration', { role: 'supervisor', body });
    expect(status).toBe(200);
    await stateIs({ troubles: ['counter-unknown'], addresses: [2], ready: true });
    await rig.command('/configuration', {
      ...{ role: 'supervisor', body: { config, when: 'now', basedOn: 2 } },
    });
    await stateIs({ troubles: [], addresses: [] });
  });

  it('LED-5 repeat what is not answered rightly, and are lost when nothing is', async () => {
    twin.misbehaviour.wrongSum = true;
    await stateIs({ link: 'lost' });
    twin.repair();
    twin.misbehaviour.noise = true;
    await stateIs({ link: 'connected', troubles: [] });
    await shows(1, ['1号窗口']);
  });

  it('LED-6 go on when one of a line is silent, and staff are told', async () => {
    twin.misbehaviour.deaf = [2];
    await stateIs({ link: 'connected', troubles: ['partly-lost'], ready: true });
    await call();
    await shows(1, ['请A001号']);
    twin.repair();
    await stateIs({ link: 'connected', troubles: [] });
  });

  it('LED-4 counts what a card would have to write to flash', async () => {
    const { connect } = await import('node:net');
    const socket = connect(twin.port, '127.0.0.1');
    // A file is begun: group A1.
    socket.write(
      Buffer.from(`${'a5'.repeat(8)}01000080010000000000fe020500a105010000ed345a`, 'hex'),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await until(() => twin.flashWrites() === 1);
  });
});
