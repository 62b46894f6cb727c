/**
 * Which devices follow the feed now, and when each was last heard of. Written down now and then and at the
 * end, so that a hall full of screens costs no write each time one of them speaks. Rules: AUTH-19.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant } from '@tingxu/contract/ids';
import type { Transact } from '../journal/transaction.ts';
import type { PairedDevices } from './paired-devices.ts';

/** Units: ms. */
const WRITE_MS = 5 * 60_000;

export type DevicePresence = {
  readonly enter: (device: PairedDeviceId) => void;
  readonly leave: (device: PairedDeviceId) => void;
  /** It has sent something. */
  readonly heard: (device: PairedDeviceId) => void;
  readonly isConnected: (device: PairedDeviceId) => boolean;
  readonly lastSeenAt: (device: PairedDeviceId) => Instant | null;
  readonly write: () => void;
  readonly writeNowAndThen: () => void;
};

type Parts = {
  readonly devices: PairedDevices;
  readonly transact: Transact;
  readonly now: () => Instant;
};

export function openPresence({ devices, transact, now }: Parts): DevicePresence {
  const connections = new Map<PairedDeviceId, number>();
  const heardAt = new Map<PairedDeviceId, Instant>();
  let writtenAt = now();
  const isConnected = (device: PairedDeviceId): boolean => (connections.get(device) ?? 0) > 0;
  const lastSeenAt = (device: PairedDeviceId): Instant | null =>
    isConnected(device) ? now() : (heardAt.get(device) ?? devices.get(device)?.lastSeenAt ?? null);
  const heard = (device: PairedDeviceId): void => void heardAt.set(device, now());
  const change = (device: PairedDeviceId, by: number): void => {
    const count = (connections.get(device) ?? 0) + by;
    if (count > 0) connections.set(device, count);
    else connections.delete(device);
    heard(device);
  };
  const write = (): void => {
    const seen = new Set([...heardAt.keys(), ...connections.keys()]);
    const rows = devices.all().filter(({ device }) => seen.has(device));
    writtenAt = now();
    if (rows.length === 0) return;
    transact(() => {
      for (const row of rows) devices.put({ ...row, lastSeenAt: lastSeenAt(row.device) });
    });
    heardAt.clear();
  };
  return {
    enter: (device) => change(device, 1),
    leave: (device) => change(device, -1),
    ...{ heard, isConnected, lastSeenAt, write },
    writeNowAndThen() {
      if (now() - writtenAt >= WRITE_MS) write();
    },
  };
}
