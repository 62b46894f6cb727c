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
import { type Device, openDevice } from './device.ts';
import type { PrinterSetting } from './device-settings.ts';
import { fileLine, type OpenLine, tcpLine } from './line.ts';
import { warmGb18030 } from './printer/gb18030.ts';
import { printerDriver, type SlipWork } from './printer/printer-driver.ts';

/** The port that printers in a network listen on. */
const PRINTER_PORT = 9_100;

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

export type GatewayOptions = {
  readonly settings: readonly PrinterSetting[];
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** What a kiosk may know of it. Rules: FEED-2. */
export const publicRow = ({ device, kind, ready, slip }: DeviceRow): PublicDeviceRow => ({
  ...{ device, kind, ready, slip },
});

const lineOf = ({ line }: PrinterSetting): OpenLine =>
  'file' in line ? fileLine(line.file) : tcpLine(line.tcp, line.port ?? PRINTER_PORT);

/** Long enough after the start that nobody waits for either. Units: ms. */
const WARM_AFTER_MS = 1_500;

type Kept = { readonly printer: Printer; row: DeviceRow };

export const openGateway = ({ settings, now, log }: GatewayOptions): Gateway => {
  const listeners = new Set<(hall: HallId) => void>();
  const kept = new Map<DeviceId, Kept>();
  const change = (id: DeviceId, more: Partial<DeviceRow>): void => {
    const one = kept.get(id);
    if (!one) return;
    one.row = { ...one.row, ...more };
    for (const listener of listeners) listener(one.printer.setting.hall);
  };
  for (const setting of settings) {
    const { id, kind, name, confirms = 'status' } = setting;
    const device = openDevice({
      open: lineOf(setting),
      driver: printerDriver(confirms),
      onState: ({ link, troubles }) => {
        const ready = link === 'connected' && !troubles.some(hinders);
        log[ready ? 'info' : 'warn']({ device: id, link, troubles }, 'a device has changed');
        change(id, { link, troubles: [...troubles], ready, sinceAt: now() });
      },
    });
    const note: Printer['note'] = (number, end) => change(id, { slip: { number, end } });
    kept.set(id, {
      printer: { setting, device, note },
      row: {
        ...{ device: id, kind, name, ready: false, slip: null },
        ...{ link: 'starting', troubles: [], sinceAt: now() },
      },
    });
  }
  const warming = settings.length > 0 ? setTimeout(warmGb18030, WARM_AFTER_MS) : undefined;
  warming?.unref();
  return {
    rows: (hall) =>
      [...kept.values()]
        .filter(({ printer }) => printer.setting.hall === hall)
        .map(({ row }) => row),
    printer: (hall, id) => {
      const found = kept.get(id)?.printer;
      return found?.setting.hall === hall ? found : null;
    },
    onChange: (listener) => void listeners.add(listener),
    stop: async () => {
      clearTimeout(warming);
      await Promise.all([...kept.values()].map(({ printer }) => printer.device.stop()));
    },
  };
};
