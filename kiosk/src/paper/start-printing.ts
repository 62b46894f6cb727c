/** Printing by the browser begins where the hall has such a printer here, and nowhere else. Rules: SLIP-7. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { DeviceId, FeedDevices } from '@tingxu/contract/devices';
import type { HallId, KioskId } from '@tingxu/contract/ids';
import { printFor } from './print-for.ts';

export type PrintsHere = {
  readonly url: string;
  readonly hall: HallId;
  readonly kiosk: KioskId;
  readonly devices: ReadonlySignal<FeedDevices['devices']>;
  readonly printer: ReadonlySignal<DeviceId | null>;
};

export const startPrinting = ({ devices, printer, ...at }: PrintsHere): void => {
  const row = computed(() =>
    devices.value.find(({ device, page }) => device === printer.value && page === at.kiosk),
  );
  const own = computed(() => row.value?.device ?? null);
  effect(() => {
    const mine = own.value;
    if (mine === null) return;
    const goesOn = (): boolean => own.peek() === mine;
    const wanted = (): boolean => row.peek()?.slip?.end === 'printing';
    void printFor({ ...at, printer: mine, wanted, goesOn });
  });
};
