/** A time-out that can be set again and is forgotten when it is cleared. */
export type Timer = {
  set(afterMs: number, run: () => void): void;
  clear(): void;
};

export const timer = (): Timer => {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => clearTimeout(handle);
  return {
    set: (afterMs, run) => {
      clear();
      handle = setTimeout(run, afterMs);
    },
    clear,
  };
};
