/** The devices of a hall as its monitor hears of them, and when. */
import type { DeviceRow, FeedDevices } from '@tingxu/contract/devices';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { rigToken } from '@tingxu/server/identity/testing/rig-people';
import { io } from 'socket.io-client';

type Row = Pick<DeviceRow, 'link' | 'troubles'>;

export type DeviceWatch = {
  /** When it is told; at once where it is so. Units: ms of `performance.now`. Rejects: what never comes. */
  until(device: string, is: (row: Row) => boolean): Promise<number>;
  /** How often something else was told of it, the first word included and the start left out. */
  changes(device: string): number;
  close(): void;
};

/** What has not come by then does not come. Units: ms. */
const PATIENCE_MS = 30_000;

export const watchDevices = async (url: string, hall: string): Promise<DeviceWatch> => {
  const rows = new Map<string, DeviceRow>();
  const changes = new Map<string, number>();
  const waiting = new Set<() => void>();
  const socket = io(url, {
    ...{ transports: ['websocket'], forceNew: true },
    auth: { role: 'supervisor', token: rigToken('supervisor') },
  });
  socket.on('devices', ({ devices }: FeedDevices) => {
    for (const row of devices as DeviceRow[]) {
      const isNews = rows.get(row.device)?.sinceAt !== row.sinceAt && row.link !== 'starting';
      if (isNews) changes.set(row.device, (changes.get(row.device) ?? 0) + 1);
      rows.set(row.device, row);
    }
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  const follow = { hall, audience: 'supervisor', protocol: PROTOCOL_VERSION };
  const answer: unknown = await socket.emitWithAck('follow', follow);
  if (!(answer as { ok: boolean }).ok) throw new Error(`not followed: ${JSON.stringify(answer)}`);
  return {
    until: (device, is) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${device}: never, it is ${JSON.stringify(rows.get(device))}`));
        }, PATIENCE_MS);
        const look = (): void => {
          const row = rows.get(device);
          if (!row || !is(row)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(performance.now());
        };
        waiting.add(look);
        look();
      }),
    changes: (device) => changes.get(device) ?? 0,
    close: () => void socket.close(),
  };
};
