/** Keeps the screen on where the device can. */

type WakeLock = { request(kind: 'screen'): Promise<unknown> };

const askOnce = async (): Promise<void> => {
  const { wakeLock } = navigator as { readonly wakeLock?: WakeLock };
  await wakeLock?.request('screen').catch(() => undefined);
};

/** A hidden page loses the lock, so it is asked for again each time the page is seen. */
export const stayAwake = (): void => {
  const wake = (): void => {
    if (document.visibilityState === 'visible') void askOnce();
  };
  document.addEventListener('visibilitychange', wake);
  wake();
};
