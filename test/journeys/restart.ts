/**
 * After a kill a page shows its last picture for a while and still calls it live. It follows the new
 * server when that has confirmed the picture.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** When the connection was opened that the last tick of a page came by. Units: ms. */
const confirmedBy = new WeakMap<Page, number>();

export const followTicks = (page: Page): void => {
  page.on('websocket', (socket) => {
    const openedAt = performance.now();
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).startsWith('42["tick"')) confirmedBy.set(page, openedAt);
    });
  });
};

export const heardSince = async (page: Page, at: number, patienceMs: number): Promise<void> => {
  if (!confirmedBy.has(page)) return;
  await expect
    .poll(() => confirmedBy.get(page), { timeout: patienceMs, interval: 20 })
    .toBeGreaterThan(at);
  await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached' });
};
