/** All devices of the server: opened by their settings, their states told, one way to give them work. */
import {
  type DeviceId,
  type DeviceRow,
  hinders,
  type PublicDeviceRow,
  type SlipEnd,
} from '@tingxu/contract/devices';
import type { HallId, Instant, TicketNumber } from '@tingxu/contract/ids';
import type { Log } from '../http/hosting.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type CallerWork, callerDriver } from './caller/caller-driver.ts';
import { boxesOf } from './caller/callers.ts';
import { DEVICE_TIMING, type Device, type DeviceState, openDevice } from './device.ts';
import type {
  CallerSetting,
  DeviceSetting,
  LedSetting,
  PrinterSetting,
} from './device-settings.ts';
import { type LedWork, ledDriver } from './led/led-driver.ts';
import { signsOf } from './led/signs.ts';
import { fileLine, type OpenLine, tcpLine } from './line.ts';
import { warmGb18030 } from './printer/gb18030.ts';
import { printerDriver, type SlipWork } from './printer/printer-driver.ts';

/** The port that printers in a network listen on. */
const PRINTER_PORT = 9_100;
/** The port that LED cards listen on. */
const LED_PORT = 5_005;
/** The port that serial servers have for their first line. */
const SERIAL_SERVER_PORT = 4_001;
/** Between two rounds of polls: a key that is pressed is heard about so soon. Units: ms. */
const POLL_MS = 120;
/** How long signs show what they were told. Units: s. */
const VALID_S = 10;

export type Printer = {
  readonly setting: PrinterSetting;
  readonly device: Device<SlipWork>;
  /** Tells what the newest slip comes to. Rules: SLIP-5. */
  readonly note: (number: TicketNumber, end: SlipEnd) => void;
};

export type Gateway = {
  /** In the order of the settings. */
  rows(hall: HallId): readonly DeviceRow[];
  printer(hall: HallId, id: DeviceId): Printer | null;
  /** Told of each change in a hall's devices, at once. */
  onChange(listener: (hall: HallId) => void): void;
  stop(): Promise<void>;
};

/** What signs follow and callers command. */
export type FollowedHall = Pick<
  HallRuntime,
  'hall' | 'state' | 'onCommitted' | 'submit' | 'answerTo'
>;

export type GatewayOptions = {
  readonly settings: readonly DeviceSetting[];
  readonly halls: readonly FollowedHall[];
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** What a kiosk may know of it. Rules: FEED-2. */
export const publicRow = ({ device, kind, ready, slip }: DeviceRow): PublicDeviceRow => ({
  ...{ device, kind, ready, slip },
});

const lineOf = ({ line }: DeviceSetting, port: number, drops: boolean): OpenLine =>
  'file' in line ? fileLine(line.file) : tcpLine(line.tcp, line.port ?? port, drops);

/** Long enough after the start that nobody waits for either. Units: ms. */
const WARM_AFTER_MS = 1_500;

type Kept = {
  readonly hall: HallId;
  readonly printer: Printer | null;
  readonly stop: () => Promise<void>;
  row: DeviceRow;
};

type Told = { onState(state: DeviceState): void; note: Printer['note'] };

type Opened = Pick<Kept, 'printer' | 'stop'>;

const openPrinter = (setting: PrinterSetting, { onState, note }: Told): Opened => {
  const device = openDevice({
    open: lineOf(setting, PRINTER_PORT, false),
    driver: printerDriver(setting.confirms ?? 'status'),
    onState,
  });
  return { printer: { setting, device, note }, stop: device.stop };
};

/** A change of the hall is told to its signs at once; they would ask for it a moment later. */
const TOLD_WITHIN_MS = 2_000;

const openSigns = (
  setting: LedSetting,
  hall: FollowedHall | undefined,
  { onState }: Told,
): Opened => {
  const signs = signsOf(setting, () => hall?.state() ?? null);
  const device: Device<LedWork> = openDevice({
    open: lineOf(setting, LED_PORT, true),
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
  return { printer: null, stop };
};

/** An outcome that is known so late that its box has given up is told with the next poll anyway. */
const openCallers = (
  setting: CallerSetting,
  hall: FollowedHall | undefined,
  { now, log }: Pick<GatewayOptions, 'now' | 'log'>,
  { onState }: Told,
): Opened => {
  const onFailure = (err: unknown): void =>
    log.warn({ device: setting.id, err }, 'a press at a caller could not be carried out');
  const boxes = hall ? boxesOf(setting, { hall, now, onFailure }) : [];
  const wake = (): void => void device.command({ work: 'now', withinMs: TOLD_WITHIN_MS });
  const device: Device<CallerWork> = openDevice({
    open: lineOf(setting, SERIAL_SERVER_PORT, true),
    driver: callerDriver(boxes, wake),
    timing: { ...DEVICE_TIMING, heartbeatMs: POLL_MS },
    onState,
  });
  return { printer: null, stop: device.stop };
};

export const openGateway = ({ settings, halls, now, log }: GatewayOptions): Gateway => {
  const listeners = new Set<(hall: HallId) => void>();
  const kept = new Map<DeviceId, Kept>();
  const change = (id: DeviceId, more: Partial<DeviceRow>): void => {
    const one = kept.get(id);
    if (!one) return;
    one.row = { ...one.row, ...more };
    for (const listener of listeners) listener(one.hall);
  };
  const openOne = (setting: DeviceSetting, told: Told): Opened => {
    const hall = halls.find((one) => one.hall === setting.hall);
    if (setting.kind === 'led') return openSigns(setting, hall, told);
    if (setting.kind === 'caller') return openCallers(setting, hall, { now, log }, told);
    return openPrinter(setting, told);
  };
  for (const setting of settings) {
    const { id, kind, name, hall } = setting;
    const told: Told = {
      onState: ({ link, troubles, addresses }) => {
        const ready = link === 'connected' && !troubles.some(hinders);
        const about = { device: id, link, troubles, ...(addresses.length > 0 && { addresses }) };
        log[ready ? 'info' : 'warn'](about, 'a device has changed');
        const more = { link, troubles: [...troubles], addresses: [...addresses] };
        change(id, { ...more, ready, sinceAt: now() });
      },
      note: (number, end) => change(id, { slip: { number, end } }),
    };
    const opened = openOne(setting, told);
    kept.set(id, {
      ...{ hall, ...opened },
      row: {
        ...{ device: id, kind, name, ready: false, slip: null },
        ...{ link: 'starting', troubles: [], sinceAt: now() },
      },
    });
  }
  const prints = settings.some(({ kind }) => kind === 'ticket-printer');
  const warming = prints ? setTimeout(warmGb18030, WARM_AFTER_MS) : undefined;
  warming?.unref();
  return {
    rows: (hall) => [...kept.values()].filter((one) => one.hall === hall).map(({ row }) => row),
    printer: (hall, id) => {
      const found = kept.get(id);
      return found?.hall === hall ? found.printer : null;
    },
    onChange: (listener) => void listeners.add(listener),
    stop: async () => {
      clearTimeout(warming);
      await Promise.all([...kept.values()].map(({ stop }) => stop()));
    },
  };
};
