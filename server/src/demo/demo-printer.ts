/**
 * The printer of the demo hall: a twin that speaks the real protocol over a real socket of this machine.
 * Its paper is shown at `/demo/slips`, the newest slip first.
 */
import { DeviceId } from '@tingxu/contract/devices';
import { HallId } from '@tingxu/contract/ids';
import { openPrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { slipSvg } from '@tingxu/twins/printer/slip-svg';
import { PrinterSetting } from '../devices/device-settings.ts';
import { DEMO_HALL_ID } from './demo-hall.ts';

export const DEMO_PRINTER = DeviceId.parse('printer-1');
/** What a head of 80 mm paper reaches. */
const DOTS = 576;
/** Slips that are shown. */
const KEPT = 12;
/** A line in so many ms, as fast as a real one. */
const MARK_MS = 4;

export type DemoPrinter = {
  readonly setting: PrinterSetting;
  /** Pictures of the newest slips, newest first. */
  slips(): readonly string[];
  stop(): Promise<void>;
};

export async function openDemoPrinter(): Promise<DemoPrinter> {
  const twin = await openPrinterTwin({ dots: DOTS, markMs: MARK_MS, keep: KEPT });
  return {
    setting: PrinterSetting.parse({
      ...{ id: DEMO_PRINTER, hall: HallId.parse(DEMO_HALL_ID), kind: 'ticket-printer' },
      name: { 'zh-CN': '取号机打印机', 'zh-HK': '取籌機打印機', en: 'Kiosk printer' },
      line: { tcp: '127.0.0.1', port: twin.port },
      paper: 80,
    }),
    slips: () => [...twin.slips()].reverse().map((slip) => slipSvg(slip, DOTS)),
    stop: twin.stop,
  };
}
