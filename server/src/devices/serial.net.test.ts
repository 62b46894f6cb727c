/** Printers, signs and boxes on a serial port: the same frames over a pseudo-terminal, opened as any port is. */
import { connect } from 'node:net';
import { callerBox } from '@tingxu/twins/caller/caller-box';
import { callerEar, GOOD_CALLERS } from '@tingxu/twins/caller/caller-line';
import { ledCards } from '@tingxu/twins/led/led-cards';
import { GOOD_LED, ledEar } from '@tingxu/twins/led/led-line';
import { slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../http/testing/http-rig.ts';
import { OUTCOME } from './caller/frame.ts';
import { CallerSetting, LedSetting, PrinterSetting } from './device-settings.ts';
import { openPty, type Pty } from './testing/pty.ts';
import { until, untilState } from './testing/until.ts';

let pty: Pty;
let rig: HttpRig;
let isPlugged: boolean;
beforeEach(async () => {
  isPlugged = true;
  pty = await openPty();
});
afterEach(async () => {
  await rig.close();
  await unplug();
});

const unplug = async (): Promise<void> => {
  isPlugged = false;
  await pty.unplug();
};

const wires = () => ({
  say: pty.say,
  isPlugged: () => isPlugged,
  unplug: () => void unplug(),
});
const now = (): number => performance.now();

describe('a serial port', () => {
  it('CALLER-1, CALLER-2, CALLER-5 carries the keys of boxes, each acting once, and its end is told', async () => {
    const [one, two] = [11, 12].map((serial, at) => callerBox({ address: at + 1, serial, now }));
    if (!one || !two) throw new Error('no boxes');
    const misbehaviour = { ...GOOD_CALLERS, repeats: true };
    const hear = callerEar({ ...wires(), misbehaviour, boxes: () => [one, two] });
    pty.onBytes(hear);
    const callers = CallerSetting.parse({
      ...{ id: 'callers', hall: 'demo', kind: 'caller', line: { file: pty.path } },
      name: { 'zh-CN': '窗口呼叫器', en: 'Callers' },
      boxes: [1, 2].map((address) => ({ address, counter: `${address}` })),
    });
    rig = await openHttpRig({ devices: [callers] });
    await openHallDay(rig);
    await untilState(rig, { ready: true, troubles: [] });
    await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    await until(() => Object(one.display()).waiting === 1);
    await until(() => one.press('+', 0));
    await until(() => one.newest()?.end !== 'waiting');
    expect(Object(one.newest()?.end).outcome).toBe(OUTCOME.done);
    await until(() => Object(one.display()).ticket === 'A001');
    const { json } = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'lobby' });
    const trail = json['trail'] as { type: string }[];
    expect(trail.filter(({ type }) => type === 'TicketCalled')).toHaveLength(1);
    await unplug();
    await untilState(rig, { link: 'lost', troubles: ['lost'] });
  });

  it('SLIP-5, DEV-2 carries slips and what their printer says, and its end is told', async () => {
    const twin = await openPrinterTwin({ dots: 384 });
    const cable = connect(twin.port, '127.0.0.1');
    pty.onBytes((bytes) => void cable.write(bytes));
    cable.on('data', (bytes) => pty.say(bytes));
    const printer = PrinterSetting.parse({
      ...{ id: 'p1', hall: 'demo', kind: 'ticket-printer', line: { file: pty.path }, paper: 58 },
      name: { 'zh-CN': '打印机', en: 'Printer' },
    });
    rig = await openHttpRig({ devices: [printer] });
    await openHallDay(rig);
    await untilState(rig, { ready: true, troubles: [] });
    const body = { service: 'cash', print: { printer: 'p1' } };
    await rig.command('/tickets', { role: 'kiosk', body });
    await untilState(rig, { slip: { number: 'A001', end: 'printed' } });
    const [slip] = twin.slips();
    expect(slip && slipText(slip)).toContain('厅序示范支行');
    twin.condition.paper = 'out';
    await untilState(rig, { ready: false, troubles: ['paper-out'] });
    await unplug();
    await untilState(rig, { link: 'lost', troubles: ['lost'] });
    cable.destroy();
    await twin.stop();
  });

  it('LED-1, LED-5 carries what signs show, and its end is told', async () => {
    const size = { width: 64, height: 16 };
    const cards = ledCards([{ address: 1, ...size }], now);
    const ear = ledEar({ ...wires(), cards, misbehaviour: { ...GOOD_LED } });
    pty.onBytes(ear.hear);
    const led = LedSetting.parse({
      ...{ id: 'led', hall: 'demo', kind: 'led', line: { file: pty.path } },
      ...{ name: { 'zh-CN': '窗口屏', en: 'Signs' }, signs: [{ ...size, counter: '1' }] },
    });
    rig = await openHttpRig({ devices: [led] });
    await openHallDay(rig);
    await untilState(rig, { ready: true, troubles: [] });
    const lit = (): number => cards.lit(1).flat().filter(Boolean).length;
    await until(() => lit() > 0);
    const free = lit();
    await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    await rig.command('/counters/1/call-next', { role: 'teller', body: {} });
    await until(() => lit() !== free);
    await unplug();
    await untilState(rig, { link: 'lost', troubles: ['lost'] });
  });
});
