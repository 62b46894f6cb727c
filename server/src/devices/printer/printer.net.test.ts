import { slipCodes, slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin, type PrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Device, type DeviceState, type Outcome, openDevice } from '../device.ts';
import { tcpLine } from '../line.ts';
import { until } from '../testing/until.ts';
import { warmGb18030 } from './gb18030.ts';
import { type Confirmation, printerDriver, type SlipWork } from './printer-driver.ts';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { slipMarks } from './slip.ts';
import { slipBytes } from './slip-marks.ts';

const TIMING = { answerMs: 800, printMs: 1_500, watchMs: 20 };
const DEVICE_TIMING = { heartbeatMs: 30, openWithinMs: 1_000, reopenMs: 30, steadyMs: 0 };

let twin: PrinterTwin;
let printer: Device<SlipWork>;
let states: DeviceState[];

const openPrinter = (by: Confirmation = 'status'): Device<SlipWork> =>
  openDevice({
    open: tcpLine('127.0.0.1', twin.port),
    driver: printerDriver(by, TIMING),
    timing: DEVICE_TIMING,
    onState: (state) => void states.push(state),
  });

beforeAll(warmGb18030);
beforeEach(async () => {
  twin = await openPrinterTwin({ dots: 576, markMs: 1 });
  states = [];
  printer = openPrinter();
});
afterEach(async () => {
  await printer.stop();
  await twin.stop();
});

const slipOf = (number = 'A001'): SlipWork => ({
  bytes: slipBytes(
    slipMarks(
      { ...SAMPLE_FACTS, number: SAMPLE_FACTS.number.replace('A001', number) as never },
      { layout: 'normal', paper: 80, languages: ['zh-CN', 'en'] },
    ),
    80,
  ),
});

const print = (number?: string, withinMs = 10_000): Promise<Outcome> =>
  printer.command({ work: slipOf(number), withinMs });

const shows = (state: Partial<DeviceState>) => () =>
  JSON.stringify({ ...printer.state(), ...state }) === JSON.stringify(printer.state());

const numbersOnPaper = (): string[] =>
  twin.slips().map((slip) => /[A-Z]\d{3}/.exec(slipText(slip))?.[0] ?? '?');

describe('a ticket printer', () => {
  it('DEV-1 is connected, prints a slip whole and cuts it, and says so only then', async () => {
    expect(await print()).toEqual({ done: true });
    expect(twin.slips()).toHaveLength(1);
    const [slip] = twin.slips();
    expect(slip && slipText(slip)).toContain('A001');
    expect(slip && slipCodes(slip)).toEqual([SAMPLE_FACTS.page]);
    expect(printer.state()).toMatchObject({ link: 'connected', troubles: [] });
  });

  it('prints one after another, in their order', async () => {
    const asked = ['A001', 'A002', 'A003'].map((number) => print(number));
    expect(await Promise.all(asked)).toEqual(Array(3).fill({ done: true }));
    expect(numbersOnPaper()).toEqual(['A001', 'A002', 'A003']);
  });

  it('understands a printer that confirms by a number', async () => {
    await printer.stop();
    printer = openPrinter('id');
    expect([await print('A001'), await print('A002')]).toEqual([{ done: true }, { done: true }]);
  });

  it('DEV-2 tells what is wrong with it, and when it is well again', async () => {
    await until(shows({ link: 'connected' }));
    twin.condition.paper = 'low';
    await until(shows({ troubles: ['paper-low'] }));
    twin.condition.paper = 'out';
    await until(shows({ troubles: ['paper-out'] }));
    twin.condition.coverOpen = true;
    await until(shows({ troubles: ['paper-out', 'cover-open'] }));
    twin.repair();
    await until(shows({ troubles: [] }));
    twin.condition.cutterJammed = true;
    await until(shows({ troubles: ['cutter'] }));
    twin.repair();
    twin.condition.offline = true;
    await until(shows({ troubles: ['offline'] }));
    twin.repair();
    await until(shows({ troubles: [] }));
    twin.misbehaviour.half = true;
    await until(shows({ link: 'lost', troubles: ['lost'] }));
    twin.misbehaviour.half = false;
    await until(shows({ link: 'connected', troubles: [] }));
  });

  it('DEV-3 refuses at once what it cannot begin, and leaves no trace of it', async () => {
    await until(shows({ link: 'connected' }));
    twin.condition.paper = 'out';
    expect(await print()).toEqual({ done: false, why: 'paper-out', partly: false });
    twin.repair();
    twin.misbehaviour.silent = true;
    expect(await print()).toEqual({ done: false, why: 'lost', partly: false });
    await until(shows({ link: 'lost' }));
    expect(await print()).toEqual({ done: false, why: 'lost', partly: false });
    twin.repair();
    await until(shows({ link: 'connected' }));
    await twin.settled();
    expect(twin.slips()).toEqual([]);
  });

  it('DEV-4 begins nothing that has expired', async () => {
    twin.misbehaviour.delayMs = 60;
    const first = print('A001');
    const late = print('A002', 60);
    expect(await late).toEqual({ done: false, why: 'too-late', partly: false });
    await first;
    await twin.settled();
    expect(numbersOnPaper()).toEqual(['A001']);
  });

  it.each([
    ['the paper ends', { paperEndsAfter: 6 }, 'paper-out'],
    ['the cable comes out', { unpluggedAfter: 300 }, 'lost'],
    ['the power goes', { unpluggedAfter: 300, losesPower: true }, 'lost'],
    // It says that it is well when it is asked, and the truth only in its turn.
    [
      'the paper ends and it goes on',
      { paperEndsAfter: 6, goesOnDry: true, lies: true },
      'paper-out',
    ],
    ['it does not say so', { withholds: true }, 'fault'],
  ])('SLIP-4 knows that it does not know when %s in the middle', async (_what, fault, why) => {
    await until(shows({ link: 'connected' }));
    Object.assign(twin.misbehaviour, fault);
    expect(await print('A001')).toEqual({ done: false, why, partly: true });
    // What was left of it never comes out, whoever changes the roll when.
    twin.repair();
    await until(shows({ link: 'connected', troubles: [] }));
    expect(await print('A002')).toEqual({ done: true });
    const papers = twin.slips().map((slip) => slipText(slip));
    expect(papers.filter((text) => text.includes('A001')).length).toBeLessThanOrEqual(1);
    const second = papers.filter((text) => text.includes('A002'));
    expect(second).toHaveLength(1);
    expect(second[0]).not.toContain('A001');
  });

  it('is found again after it was away', async () => {
    await until(shows({ link: 'connected' }));
    twin.unplug();
    await until(() => states.some(({ link }) => link === 'lost'));
    await until(shows({ link: 'connected' }));
    expect(await print()).toEqual({ done: true });
  });
});
