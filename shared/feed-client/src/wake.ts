/**
 * Tells when a page that slept, was hidden or lost its network is back: browsers stretch timers to
 * minutes there. A machine may sleep without hiding its page; then the wall clock has leapt between two
 * beats. Outside a browser it never tells anything. Source: quality.md RT-08.
 */
const BEAT_MS = 500;
const LEAP_MS = 2_500;

export const onWake = (run: () => void): (() => void) => {
  if (typeof document === 'undefined') return () => undefined;
  const visible = (): void => {
    if (document.visibilityState === 'visible') run();
  };
  let beatAt = Date.now();
  const beat = setInterval(() => {
    const slept = Date.now() - beatAt > LEAP_MS;
    beatAt = Date.now();
    if (slept) run();
  }, BEAT_MS);
  document.addEventListener('visibilitychange', visible);
  addEventListener('online', run);
  addEventListener('pageshow', run);
  return () => {
    clearInterval(beat);
    document.removeEventListener('visibilitychange', visible);
    removeEventListener('online', run);
    removeEventListener('pageshow', run);
  };
};
