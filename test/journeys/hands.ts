/**
 * What comes faster than a journey can wait for: a trembling hand, a scanner. Each event is sent without
 * waiting for what the page makes of the one before.
 */
import type { Locator, Page } from 'playwright-core';

/** Two touches of one place. */
export const touchTwice = async (target: Locator): Promise<void> => {
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to touch');
  const inside = await target.page().context().newCDPSession(target.page());
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left' } as const;
  const events = [1, 2].flatMap((clickCount) => [
    inside.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', clickCount }),
    inside.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased', clickCount }),
  ]);
  await Promise.all(events);
  await inside.detach();
};

/** A scanner types like a keyboard and ends with Enter. */
export const scan = async (page: Page, text: string): Promise<void> => {
  const inside = await page.context().newCDPSession(page);
  const events = [...text, 'Enter'].flatMap((key) => [
    inside.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key }),
    inside.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ]);
  await Promise.all(events);
  await inside.detach();
};
