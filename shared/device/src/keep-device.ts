/**
 * Keeps a page in its right as a paired device: renews its session, and shows how to pair it where it has none.
 * All of that comes after the first picture. Rules: AUTH-12, AUTH-18.
 */
import type { DevicePlace } from '@tingxu/contract/identity';
import type { HallId } from '@tingxu/contract/ids';
import type { DeviceRole } from '@tingxu/contract/roles';
import { onSessionRefused } from '@tingxu/feed-client/session-refused';
import type { PublicLocale } from '@tingxu/i18n/locale';

export type DevicePage = {
  /** Origin of the server. */
  readonly url: string;
  /** What the page is for. */
  readonly role: DeviceRole;
  readonly hall: HallId;
  /** Where it stands, as its address says. */
  readonly place: DevicePlace;
  /** The language that whoever sets it up reads. */
  readonly locale: () => PublicLocale;
};

/** What comes after the first picture. */
export type StartDevice = (page: DevicePage) => void;

/** A server that starts anew is soon there again. Units: ms. */
const AGAIN_MS = 2_000;

const startLater = (page: DevicePage, load: () => Promise<StartDevice>): void => {
  load().then(
    (start) => start(page),
    () => setTimeout(() => startLater(page, load), AGAIN_MS),
  );
};

/** `load` takes `start-device.tsx` in with whatever else of the page comes later. */
export const keepDevice = (page: DevicePage, load: () => Promise<StartDevice>): void => {
  // Staff sign in at a counter by themselves; any other device gets its session without anybody.
  if (page.role !== 'counter') onSessionRefused((refusal) => refusal.preventDefault());
  startLater(page, load);
};
