/**
 * States of devices on the feed: whole each time and beside the batches, since they are of this moment
 * and in no journal. Rules: DEV-2, FEED-2.
 */
import { AUDIENCE_BESIDE } from '@tingxu/contract/access';
import type { DeviceRow, FeedDevices } from '@tingxu/contract/devices';
import type { HallId } from '@tingxu/contract/ids';
import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import { publicRow } from '../devices/gateway.ts';
import type { Whom } from './hall-feed.ts';

export type FeedDevicesSource = {
  rows(hall: HallId): readonly DeviceRow[];
  onChange(listener: (hall: HallId) => void): void;
};

export const DEVICE_AUDIENCES = HALL_AUDIENCES.filter((audience) =>
  AUDIENCE_BESIDE[audience].includes('devices'),
);

/** Null for an audience that hears of none. */
export const devicesFor = (
  source: FeedDevicesSource,
  hall: HallId,
  whom: Whom,
): FeedDevices | null => {
  if (typeof whom !== 'string' || !DEVICE_AUDIENCES.includes(whom)) return null;
  const rows = source.rows(hall);
  return { hall, devices: whom === 'kiosk' ? rows.map(publicRow) : [...rows] };
};
