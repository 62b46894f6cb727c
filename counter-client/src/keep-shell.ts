/**
 * Lets the page start while the server cannot be reached: it then says so, instead of the browser. Only
 * the built page has files that may be kept, and browsers keep them over HTTPS or on the same machine only.
 */
export const keepShell = (): void => {
  const built = document.querySelector('script[src*="/assets/"]') !== null;
  if (!built || !('serviceWorker' in navigator)) return;
  // A browser that refuses goes without, as one over plain HTTP does.
  navigator.serviceWorker.register('sw.js').catch(() => undefined);
};
