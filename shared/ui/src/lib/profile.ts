/** Parts of the hall's configuration by id. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, KioskId, LaneId, ServiceId, Text } from '@tingxu/contract/ids';

export const laneOf = (profile: HallProfile | null, id: LaneId) =>
  profile?.lanes.find((lane) => lane.id === id);

export const serviceOf = (profile: HallProfile | null, id: ServiceId) =>
  profile?.services.find((service) => service.id === id);

/** What the hall calls the counter; its id when the configuration has lost it. */
export const counterLabel = (profile: HallProfile | null, id: CounterId): string =>
  profile?.counters.find((counter) => counter.id === id)?.label ?? id;

/** Where the kiosk stands; null where the configuration does not say. */
export const kioskPlace = (profile: HallProfile | null, id: KioskId): Text | null =>
  profile?.kiosks?.find((kiosk) => kiosk.id === id)?.name ?? null;
