/** What a device of each kind is opened with: its line, its driver, what it follows of its hall. */
import type { SlipEnd } from '@tingxu/contract/devices';
import type { Instant, KioskId, TicketNumber } from '@tingxu/contract/ids';
import type { PageReport, Sheet } from '@tingxu/contract/sheets';
import type { Log } from '../http/hosting.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type CallerWork, callerDriver } from './caller/caller-driver.ts';
import { boxesOf, type IsAtWork } from './caller/callers.ts';
import {
  type Closable,
  DEVICE_TIMING,
  type Device,
  type DeviceState,
  type Driver,
  type Outcome,
  openDevice,
} from './device.ts';
import {
  type CallerSetting,
  DEFAULT_PORTS,
  type DeviceSetting,
  type LedSetting,
  type PrinterSetting,
  type WatchedSetting,
} from './device-settings.ts';
import { type LedWork, ledDriver } from './led/led-driver.ts';
import { noteSigns } from './led/note-signs.ts';
import { signsOf } from './led/signs.ts';
import { fileLine, type OpenLine, tcpLine } from './line.ts';
import { pagePresence } from './page-presence.ts';
import { pagePrinter } from './printer/page-printer.ts';
import { printerDriver } from './printer/printer-driver.ts';
import { type Mark, slipBytes } from './printer/slip-marks.ts';

/** Between two rounds of polls: a key that is pressed is heard about so soon. Units: ms. */
const POLL_MS = 120;
/** How long signs show what they were told. Units: s. */
const VALID_S = 10;

export type Printer = {
  readonly setting: PrinterSetting;
  /** Refused when it does not begin within the time. Units: ms. */
  print(marks: readonly Mark[], withinMs: number): Promise<Outcome>;
  /** Tells what the newest slip comes to. Rules: SLIP-5. */
  readonly note: (number: TicketNumber, end: SlipEnd) => void;
};

/** What signs follow and callers command. */
export type FollowedHall = Pick<
  HallRuntime,
  'hall' | 'state' | 'onCommitted' | 'submit' | 'answerTo'
>;

/** What every device is opened with. */
export type Around = {
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly isAtWork: IsAtWork;
};

type WiredLine = LedSetting['line'];

const lineOf = (line: WiredLine, port: number, drops: boolean): OpenLine =>
  'file' in line ? fileLine(line.file) : tcpLine(line.tcp, line.port ?? port, drops);

export type Told = { onState(state: DeviceState): void; note: Printer['note'] };

/** Of a device that hangs on the page of a kiosk: what that page says. Rules: DEV-7. */
export type PageReports = {
  readonly kiosk: KioskId;
  /** Told what it is to print now. */
  report(said: PageReport): Sheet | null;
};

export type Opened = {
  readonly printer: Printer | null;
  readonly page: PageReports | null;
  readonly stop: () => Promise<void>;
};

const openPrinter = (setting: PrinterSetting, { onState, note }: Told): Opened => {
  const { line, paper } = setting;
  if ('kiosk' in line) {
    const page = pagePrinter(paper);
    const device = openDevice({ open: page.open, driver: page.driver, onState });
    const print: Printer['print'] = (marks, withinMs) =>
      device.command({ work: { marks }, withinMs });
    const reports = { kiosk: line.kiosk, report: page.report };
    return { printer: { setting, print, note }, page: reports, stop: device.stop };
  }
  const device = openDevice({
    open: lineOf(line, DEFAULT_PORTS['ticket-printer'], false),
    driver: printerDriver(setting.confirms ?? 'status'),
    onState,
  });
  const setup = Buffer.from(setting.setup ?? '', 'hex');
  const print: Printer['print'] = (marks, withinMs) =>
    device.command({ work: { bytes: slipBytes(marks, paper, setup) }, withinMs });
  return { printer: { setting, print, note }, page: null, stop: device.stop };
};

/** A change of the hall is told to its signs at once; they would ask for it a moment later. */
const TOLD_WITHIN_MS = 2_000;

const openSigns = (
  setting: LedSetting,
  hall: FollowedHall | undefined,
  { log }: Pick<Around, 'log'>,
  { onState }: Told,
): Opened => {
  const onFailure = (err: unknown): void =>
    log.warn({ device: setting.id, err }, 'what a sign shows is not written down');
  const note = hall ? noteSigns({ hall, device: setting.id, onFailure }) : () => undefined;
  const signs = signsOf(setting, () => hall?.state() ?? null, note);
  const device: Device<LedWork> = openDevice({
    open: lineOf(setting.line, DEFAULT_PORTS.led, true),
    driver: ledDriver(signs, setting.validS ?? VALID_S),
    onState,
  });
  const forget = hall?.onCommitted(
    () => void device.command({ work: 'now', withinMs: TOLD_WITHIN_MS }),
  );
  const stop = async (): Promise<void> => {
    forget?.();
    await device.stop();
  };
  return { printer: null, page: null, stop };
};

/** An outcome that is known so late that its box has given up is told with the next poll anyway. */
const openCallers = (
  setting: CallerSetting,
  hall: FollowedHall | undefined,
  { now, log, isAtWork }: Around,
  { onState }: Told,
): Opened => {
  const onFailure = (err: unknown): void =>
    log.warn({ device: setting.id, err }, 'a press at a caller could not be carried out');
  const boxes = hall ? boxesOf(setting, { hall, now, isAtWork, onFailure }) : [];
  const wake = (): void => void device.command({ work: 'now', withinMs: TOLD_WITHIN_MS });
  const device: Device<CallerWork> = openDevice({
    open: lineOf(setting.line, DEFAULT_PORTS.caller, true),
    driver: callerDriver(boxes, wake),
    timing: { ...DEVICE_TIMING, heartbeatMs: POLL_MS },
    onState,
  });
  return { printer: null, page: null, stop: device.stop };
};

const openWatched = ({ line }: WatchedSetting, { onState }: Told): Opened => {
  const presence = pagePresence();
  const driver: Driver<never, Closable> = {
    greet: async () => undefined,
    check: presence.check,
    perform: async () => ({ done: true }),
  };
  const device = openDevice({ open: presence.open, driver, onState });
  const report: PageReports['report'] = ({ page, able }) => {
    presence.hears(page, able);
    return null;
  };
  return { printer: null, page: { kiosk: line.kiosk, report }, stop: device.stop };
};

export const openKind = (
  setting: DeviceSetting,
  hall: FollowedHall | undefined,
  around: Around,
  told: Told,
): Opened => {
  if (setting.kind === 'led') return openSigns(setting, hall, around, told);
  if (setting.kind === 'caller') return openCallers(setting, hall, around, told);
  if (setting.kind === 'ticket-printer') return openPrinter(setting, told);
  return openWatched(setting, told);
};
