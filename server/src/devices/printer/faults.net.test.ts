/**
 * A thousand random faults of a printer, over the whole way: number, journal, slip, paper. A number is never
 * lost, and never on two slips of which none says that it is a copy. Source: OPS-11.
 */
import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { type PaperSlip, slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin, type PrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { describe, expect, it } from 'vitest';
import { type Device, type DeviceTiming, type Outcome, openDevice } from '../device.ts';
import { tcpLine } from '../line.ts';
import { warmGb18030 } from './gb18030.ts';
import { type PrinterTiming, printerDriver, type SlipWork } from './printer-driver.ts';
import { slipBytes } from './slip-marks.ts';

const FAULTS = 1_000;
const PRINTERS = 10;
const SEED = 20_261_122;
const TIMING: PrinterTiming = { answerMs: 120, printMs: 250, watchMs: 5 };
const LINE: DeviceTiming = { heartbeatMs: 5, openWithinMs: 500, reopenMs: 5, steadyMs: 0 };

/** Equal seeds, equal faults. */
type Below = Chance['below'];

const numberOf = (index: number): string => `A${String(index + 1).padStart(4, '0')}`;

const slipFor = (index: number, copy: boolean): SlipWork => {
  const look = { wide: 1, high: 1, where: 'left' } as const;
  const text = (words: string) => ({ kind: 'text', text: words, look }) as const;
  const head = [...(copy ? [text('补打')] : []), text(numberOf(index))];
  const body = Array.from({ length: 6 }, (_, line) => text(`请留意叫号 ${line}`));
  return { bytes: slipBytes([...head, ...body], 58) };
};

const FAULT_KINDS: readonly ((twin: PrinterTwin, chance: Below) => void)[] = [
  ({ misbehaviour }, chance) => Object.assign(misbehaviour, { paperEndsAfter: 1 + chance(9) }),
  ({ misbehaviour }, chance) => Object.assign(misbehaviour, { unpluggedAfter: 1 + chance(280) }),
  ({ misbehaviour }, chance) =>
    Object.assign(misbehaviour, { unpluggedAfter: 1 + chance(280), losesPower: true }),
  ({ misbehaviour }) => Object.assign(misbehaviour, { withholds: true }),
  ({ misbehaviour }) => Object.assign(misbehaviour, { silent: true }),
  ({ misbehaviour }) => Object.assign(misbehaviour, { half: true }),
  ({ misbehaviour }, chance) => Object.assign(misbehaviour, { delayMs: chance(200) }),
  ({ misbehaviour }, chance) =>
    Object.assign(misbehaviour, { lies: true, paperEndsAfter: 1 + chance(9) }),
  ({ condition }) => Object.assign(condition, { paper: 'out' }),
  ({ condition }) => Object.assign(condition, { coverOpen: true }),
  ({ condition }) => Object.assign(condition, { cutterJammed: true }),
  (twin) => twin.unplug(),
];

type Ask = (printer: Device<SlipWork>, index: number) => Promise<void>;

const print = (printer: Device<SlipWork>, work: SlipWork): Promise<Outcome> =>
  printer.command({ work, withinMs: 2_000 });

/** As the hall does: what may be out is followed by a copy, what is not by another original. */
const honest: Ask = async (printer, index) => {
  let mayBeOut = false;
  for (let tries = 0; tries < 40; tries += 1) {
    const outcome = await print(printer, slipFor(index, mayBeOut));
    if (outcome.done) return;
    mayBeOut ||= outcome.partly;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** A driver that sends again what was not confirmed: what the rig must find. */
const careless: Ask = async (printer, index) => {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await print(printer, slipFor(index, false))).done) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** One after another at one printer, a fault in each; the staff see to it a moment later. */
const atOnePrinter = async (
  seed: number,
  count: number,
  ask: Ask,
): Promise<readonly PaperSlip[]> => {
  const chance = chanceOf(seed).below;
  const twin = await openPrinterTwin({ dots: 384, markMs: 1, keep: 10_000 });
  const printer = openDevice({
    open: tcpLine('127.0.0.1', twin.port),
    driver: printerDriver(chance(2) === 0 ? 'status' : 'id', TIMING),
    timing: LINE,
    onState: () => undefined,
  });
  for (let index = 0; index < count; index += 1) {
    FAULT_KINDS[chance(FAULT_KINDS.length)]?.(twin, chance);
    const repaired = setTimeout(twin.repair, 20 + chance(120));
    await ask(printer, index);
    clearTimeout(repaired);
    twin.repair();
  }
  await twin.settled();
  await printer.stop();
  await twin.stop();
  return twin.slips();
};

type Verdict = { readonly lost: number; readonly twice: number; readonly copies: number };

const judge = (slips: readonly PaperSlip[], count: number): Verdict => {
  const texts = slips.map(slipText);
  let [lost, twice, copies] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const of = texts.filter((text) => text.includes(numberOf(index)));
    const originals = of.filter((text) => !text.includes('补打'));
    if (of.length === 0) lost += 1;
    if (originals.length > 1) twice += 1;
    copies += of.length - originals.length;
  }
  return { lost, twice, copies };
};

const run = async (faults: number, ask: Ask): Promise<Verdict> => {
  warmGb18030();
  const each = faults / PRINTERS;
  const all = await Promise.all(
    Array.from({ length: PRINTERS }, async (_, nth) =>
      judge(await atOnePrinter(SEED + nth, each, ask), each),
    ),
  );
  const sum = (of: keyof Verdict): number => all.reduce((total, one) => total + one[of], 0);
  return { lost: sum('lost'), twice: sum('twice'), copies: sum('copies') };
};

describe('a thousand faults of a printer', () => {
  it('SLIP-2, SLIP-4 no number is printed twice unless it says that it is a copy', async () => {
    const { lost, twice, copies } = await run(FAULTS, honest);
    expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
    // Faults in the middle of a slip did happen.
    expect(copies).toBeGreaterThan(FAULTS / 20);
  }, 240_000);

  it('finds a sender that repeats what was not confirmed', async () => {
    expect((await run(100, careless)).twice).toBeGreaterThan(0);
  }, 120_000);
});
