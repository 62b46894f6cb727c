/** A picture is measured when it stands still. */
import type { Page } from 'playwright-core';

/** Fonts are there, nothing is on its way to another place, and what fits itself to its room has done so. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    /** Also where nothing is drawn. */
    const frame = (): Promise<void> =>
      new Promise((resume) => {
        const late = setTimeout(resume, 200);
        requestAnimationFrame(() => {
          clearTimeout(late);
          resume();
        });
      });
    const moves = (animation: Animation): boolean =>
      animation.playState === 'running' &&
      animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    do {
      await frame();
      await frame();
      await document.fonts.ready;
    } while (document.fonts.status !== 'loaded' || document.getAnimations().some(moves));
  });
