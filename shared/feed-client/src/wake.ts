/**
 * Tells when a page that slept, was hidden or lost its network is back: browsers stretch timers to
 * minutes there. Outside a browser it never tells anything. Source: quality.md RT-08.
 */
export const onWake = (run: () => void): (() => void) => {
  if (typeof document === 'undefined') return () => undefined;
  const visible = (): void => {
    if (document.visibilityState === 'visible') run();
  };
  document.addEventListener('visibilitychange', visible);
  addEventListener('online', run);
  addEventListener('pageshow', run);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    removeEventListener('online', run);
    removeEventListener('pageshow', run);
  };
};
