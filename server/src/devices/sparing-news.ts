/** News of a device that changes and changes: the first at once, later ones seldom. Rules: DEV-8. */

/** Changes that are told at once. */
export const TOLD_AT_ONCE = 10;
/** After those, the newest is told once in so long; each such pause without one lets another be told at once. Units: ms. */
export const TOLD_EACH_MS = 1_000;

export type SparingNews<T> = {
  change(value: T): void;
  stop(): void;
};

/** What was last told is the newest within `TOLD_EACH_MS`, however fast the values come. */
export const sparingNews = <T>(tell: (value: T) => void): SparingNews<T> => {
  let left = TOLD_AT_ONCE;
  let countedAt = performance.now();
  let newest: { readonly value: T } | null = null;
  let timer: NodeJS.Timeout | undefined;
  const earn = (): void => {
    const now = performance.now();
    left = Math.min(TOLD_AT_ONCE, left + (now - countedAt) / TOLD_EACH_MS);
    countedAt = now;
  };
  const tellNewest = (): void => {
    timer = undefined;
    if (!newest) return;
    earn();
    left -= 1;
    const { value } = newest;
    newest = null;
    tell(value);
  };
  return {
    change: (value) => {
      newest = { value };
      if (timer) return;
      earn();
      if (left >= 1) tellNewest();
      else timer = setTimeout(tellNewest, TOLD_EACH_MS * (1 - left)).unref();
    },
    stop: () => clearTimeout(timer),
  };
};
