import { KioskPageId, type PageReport, type SheetEnd } from '@tingxu/contract/sheets';
import { describe, expect, it } from 'vitest';
import { type DeviceState, type Outcome, openDevice } from '../device.ts';
import { until } from '../testing/until.ts';
import { pagePrinter } from './page-printer.ts';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { slipMarks } from './slip.ts';

const [ONE, TWO] = ['pageaaaa', 'pagebbbb'].map((name) => KioskPageId.parse(name));
/** Many times what a busy machine stalls: pages say that they are there by a real clock. Units: ms. */
const TIMING = { goneMs: 900, takeMs: 400, printMs: 500 };
const MARKS = slipMarks(SAMPLE_FACTS, { layout: 'normal', paper: 58, languages: ['zh-CN', 'en'] });

const rig = () => {
  let state: DeviceState | null = null;
  const printer = pagePrinter(58, TIMING);
  const device = openDevice({
    ...{ open: printer.open, driver: printer.driver },
    timing: { heartbeatMs: 10, openWithinMs: 30, reopenMs: 5, steadyMs: 0 },
    onState: (next) => {
      state = next;
    },
  });
  const says = (page = ONE, more: Partial<PageReport> = {}) =>
    printer.report({ page: page as KioskPageId, able: true, ...more });
  const print = (): Promise<Outcome> => device.command({ work: { marks: MARKS }, withinMs: 3_000 });
  /** Takes what is there as soon as it is, and says what came of it. */
  const printsIt = async (end: SheetEnd | null) => {
    let sheet = says();
    while (!sheet) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sheet = says();
    }
    if (end) says(ONE, { ended: { sheet: sheet.id, end } });
    return sheet;
  };
  const link = (wanted: DeviceState['link']) => until(() => state?.link === wanted);
  return { device, says, print, printsIt, link, state: () => state };
};

describe('a printer that a page of a kiosk prints for', () => {
  it('SLIP-7 is there as long as its page is, and the slip is the one of every printer', async () => {
    const { device, says, print, printsIt, link } = rig();
    await link('lost');
    expect(await print()).toEqual({ done: false, why: 'lost', partly: false });
    says();
    await link('connected');
    const [outcome, sheet] = await Promise.all([print(), printsIt('printed')]);
    expect(outcome).toEqual({ done: true });
    const texts = sheet.lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
    expect(texts).toContain('A001');
    expect(sheet.lines).toContainEqual({ kind: 'qr', text: SAMPLE_FACTS.page, module: 5 });
    await link('lost');
    await device.stop();
  });

  it.each<[SheetEnd | null, Outcome]>([
    ['not-printed', { done: false, why: 'offline', partly: false }],
    ['unsure', { done: false, why: 'offline', partly: true }],
    [null, { done: false, why: 'lost', partly: true }],
  ])('SLIP-8 a sheet that was taken and ends as %s', async (end, expected) => {
    const { device, says, print, printsIt, link } = rig();
    says();
    await link('connected');
    const [outcome] = await Promise.all([print(), printsIt(end)]);
    expect(outcome).toEqual(expected);
    await device.stop();
  });

  it('SLIP-8 a sheet is given once, to the page that was there first, and not when it is too late', async () => {
    const { device, says, print, link } = rig();
    says();
    await link('connected');
    const late = print();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(says(TWO)).toBeNull();
    expect(await late).toEqual({ done: false, why: 'lost', partly: false });
    expect(says()).toBeNull();
    const given = print();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([says(), says(), says(TWO)].map((sheet) => sheet !== null)).toEqual([
      true,
      false,
      false,
    ]);
    expect(await given).toMatchObject({ done: false, partly: true });
    await device.stop();
  });

  it('DEV-2 a page whose browser does not print is no printer that is ready', async () => {
    const { device, says, link, state } = rig();
    says(ONE, { able: false });
    await link('connected');
    expect(state()?.troubles).toEqual(['offline']);
    await device.stop();
  });
});
