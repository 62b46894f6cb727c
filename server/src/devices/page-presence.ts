/**
 * A device that no line of the server leads to: the page of a kiosk says each second that it is there, and
 * whether what hangs on it works. Rules: DEV-7.
 */
import type { KioskPageId } from '@tingxu/contract/sheets';
import type { Closable, Troubles } from './device.ts';
import { LineClosed } from './line.ts';

/** A page that was not heard of for so long is gone. Units: ms. */
export const PAGE_GONE_MS = 3_500;

export type PagePresence = {
  readonly open: (signal: AbortSignal) => Promise<Closable>;
  /** Rejects: where the page is gone. */
  check(): Promise<Troubles>;
  /** False for a second page of the kiosk while the first one is there. */
  hears(page: KioskPageId, able: boolean): boolean;
};

type Page = { readonly id: KioskPageId; readonly heardMs: number; readonly able: boolean };

const LINE: Closable = { close: () => undefined };

export const pagePresence = (goneMs: number = PAGE_GONE_MS): PagePresence => {
  let page: Page | null = null;
  const arrived = new Set<() => void>();
  const present = (): Page | null =>
    page !== null && performance.now() - page.heardMs <= goneMs ? page : null;
  return {
    open: (signal) =>
      new Promise((resolve, reject) => {
        const come = (): void => resolve(LINE);
        if (present()) {
          come();
          return;
        }
        arrived.add(come);
        signal.addEventListener('abort', () => {
          arrived.delete(come);
          reject(new LineClosed('no page of the kiosk is there'));
        });
      }),
    check: async () => {
      const there = present();
      if (!there) throw new LineClosed('the page of the kiosk is gone');
      return there.able ? [] : ['offline'];
    },
    hears: (id, able) => {
      if ((present()?.id ?? id) !== id) return false;
      page = { id, able, heardMs: performance.now() };
      for (const come of arrived) come();
      arrived.clear();
      return true;
    },
  };
};
