/**
 * A time-out that can be set again and is forgotten when it is cleared. A page that was frozen or busy
 * finds its timers expired before it has read what arrived meanwhile: so when the time is over, what
 * waits gets a last chance to be heard.
 */
export type Timer = {
  set(afterMs: number, run: () => void): void;
  clear(): void;
};

/** Units: ms. */
const LAST_CHANCE_MS = 20;

export const timer = (): Timer => {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => clearTimeout(handle);
  return {
    set: (afterMs, run) => {
      clear();
      handle = setTimeout(() => {
        handle = setTimeout(run, LAST_CHANCE_MS);
      }, afterMs);
    },
    clear,
  };
};
