/**
 * Who can see a little, or helps somebody who cannot, sees where the pad is: the key that it has led
 * to has the focus, and with it the ring. Every key bears its name. Source: ACC-05, ACC-06.
 */
import type { ReadonlySignal } from '@preact/signals';

export const keepLedFocus = (
  root: HTMLElement,
  led: ReadonlySignal<string | null>,
): (() => void) => {
  const follow = (): void => {
    const name = led.peek();
    const key = name === null ? null : root.querySelector<HTMLElement>(`[data-testid="${name}"]`);
    if (key && key !== document.activeElement) key.focus({ preventScroll: true });
  };
  // A page that is turned, or drawn anew, brings its keys later than the choice.
  const watch = new MutationObserver(follow);
  watch.observe(root, { childList: true, subtree: true });
  const stop = led.subscribe((name) => {
    if (name !== null) follow();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return () => {
    watch.disconnect();
    stop();
  };
};
