/** When a board has drawn each call, by the clock of the machine: watched inside the page. */
import type { Page } from 'playwright-core';

/** Units: epoch ms, as the page's clock has them. */
export type SeenCalls = ReadonlyMap<string, number>;

/**
 * From now on. `busyMs` plants a fault: so long the page does something else whenever it has changed,
 * before it draws.
 */
export const watchCalls = async (page: Page, busyMs = 0): Promise<SeenCalls> => {
  const seen = new Map<string, number>();
  await page.exposeFunction('boardDrew', (number: string, at: number) => {
    seen.set(number, at);
  });
  await page.evaluate((busy) => {
    const known = new Set<string>();
    const look = (): string[] =>
      [...document.querySelectorAll('[data-call]')]
        .map((slip) => slip.getAttribute('data-call') ?? '')
        .filter((number) => !known.has(number));
    const drew = Reflect.get(globalThis, 'boardDrew');
    const note = (): void => {
      const fresh = look();
      if (fresh.length === 0) return;
      for (const number of fresh) known.add(number);
      for (const end = Date.now() + busy; Date.now() < end; );
      // A task behind the frame that is being made: by then it has been drawn.
      requestAnimationFrame(() =>
        setTimeout(() => {
          for (const number of fresh) drew(number, Date.now());
        }),
      );
    };
    for (const number of look()) known.add(number);
    new MutationObserver(note).observe(document.body, {
      ...{ childList: true, subtree: true, attributes: true },
    });
  }, busyMs);
  return seen;
};
