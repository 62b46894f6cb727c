/**
 * Pages of paired boards: each belongs to its device, whatever it calls itself, so that no device speaks, leaves or
 * ends a saying in another's name. Rules: AUTH-14, VOICE-4. Source: SEC-17.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant } from '@tingxu/contract/ids';
import { type BoardId, VOICE_TIMING, type VoiceZoneId } from '@tingxu/contract/voice';

/**
 * Two screens of one machine, each with the page before it that has not been missed yet. One device never holds all
 * places of a zone.
 */
const MOST_PAGES = 4;

/** Under a name that no page can call itself; a page of no device stands for itself, as in a demo. */
export const pageOf = (device: PairedDeviceId | null, board: BoardId): BoardId =>
  device === null ? board : (`${device} ${board}` as BoardId);

/** A page where it stands ready: in a second zone it takes a second place. */
export type Standing = { readonly zone: VoiceZoneId; readonly page: BoardId };

export type PagesOfDevices = {
  /** Whether the page may stand ready to speak: the device has not as many others that do. */
  readonly mayStand: (device: PairedDeviceId, standing: Standing) => boolean;
  /** It has left that zone, and stands where else it does. */
  readonly forget: (device: PairedDeviceId, standing: Standing) => void;
};

const keyOf = ({ zone, page }: Standing): string => `${zone} ${page}`;

export function pagesOfDevices(now: () => Instant): PagesOfDevices {
  const heard = new Map<PairedDeviceId, Map<string, Instant>>();
  return {
    mayStand(device, standing) {
      const page = keyOf(standing);
      const from = now() - VOICE_TIMING.leaseMs;
      const before = heard.get(device) ?? [];
      const pages = new Map([...before].filter(([, at]) => at > from));
      heard.set(device, pages);
      if (!pages.has(page) && pages.size >= MOST_PAGES) return false;
      pages.set(page, now());
      return true;
    },
    forget: (device, standing) => void heard.get(device)?.delete(keyOf(standing)),
  };
}
