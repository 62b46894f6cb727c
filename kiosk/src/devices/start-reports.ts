/** The devices of the hall that hang on this page are told how they are, each on its own. Rules: DEV-7, SLIP-7. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { DeviceId, FeedDevices } from '@tingxu/contract/devices';
import type { HallId, KioskId } from '@tingxu/contract/ids';
import { isReaderThere } from '../model/card-reader.ts';
import { reportPage } from './report-page.ts';

export type DevicesHere = {
  readonly url: string;
  readonly hall: HallId;
  readonly kiosk: KioskId;
  readonly devices: ReadonlySignal<FeedDevices['devices']>;
  /** Port of the card reader's agent; null where this page asks none. */
  readonly reader: number | null;
};

export const startReports = ({ devices, reader, ...at }: DevicesHere): void => {
  const running = new Set<DeviceId>();
  const rowOf = (id: DeviceId) =>
    devices.peek().find(({ device, page }) => device === id && page === at.kiosk);
  effect(() => {
    for (const { device, kind, page } of devices.value) {
      if (page !== at.kiosk || running.has(device)) continue;
      running.add(device);
      void reportPage({
        ...{ ...at, device },
        wanted: () => rowOf(device)?.slip?.end === 'printing',
        works: async () => kind !== 'card-reader' || (reader !== null && isReaderThere(reader)),
        goesOn: () => rowOf(device) !== undefined,
      }).finally(() => running.delete(device));
    }
  });
};
