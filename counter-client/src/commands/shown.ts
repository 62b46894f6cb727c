/**
 * A command is acknowledged over REST and shown over the feed; the answer may come first. The desk
 * stays pending until the picture has caught up, so that the next key meets what the teller sees.
 */
import { effect } from '@preact/signals';

/** After an answer the feed is at most this late before the desk is given back. Units: ms. */
const LATEST_MS = 1_500;

/** Call before sending; the result is called after the answer. */
export const shownAfter = (seen: () => string): (() => Promise<void>) => {
  const before = seen();
  return () =>
    new Promise((resolve) => {
      let stop: (() => void) | undefined;
      const finish = (): void => {
        clearTimeout(latest);
        stop?.();
        resolve();
      };
      const latest = setTimeout(finish, LATEST_MS);
      stop = effect(() => {
        // Not from inside the effect itself: it has nothing to stop yet when it runs first.
        if (seen() !== before) queueMicrotask(finish);
      });
    });
};
