/** What the hall tells everybody at its kiosks, one thing after another. Pure. Rules: TELL-1. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import { type Notice, standsAt } from '@tingxu/contract/notices';

/** Long enough to be read twice. Units: ms. */
export const NOTICE_MS = 12_000;

/** A day has those that stand on it; some are for boards alone. */
export const noticesAt = (profile: HallProfile | null): readonly Notice[] =>
  (profile?.notices ?? []).filter((notice) => standsAt(notice, 'kiosk'));

/** Which of so many has its turn, from 0: by the server's clock, as on the boards. */
export const noticeTurn = (now: Instant, count: number): number =>
  count <= 1 ? 0 : Math.floor(now / NOTICE_MS) % count;
