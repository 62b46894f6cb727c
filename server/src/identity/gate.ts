/** Lets a few through at once and a few more wait; whoever comes then is sent away. Rules: AUTH-8. */

/** Null for whoever is sent away. */
export type Gate = <T>(run: () => Promise<T>) => Promise<T | null>;

export function gate(atOnce: number, waiting: number): Gate {
  let running = 0;
  const line: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((go) => line.push(go));
  };
  /** The place goes to the next in line, or is free. */
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  };
  return async (run) => {
    if (running >= atOnce && line.length >= waiting) return null;
    await enter();
    try {
      return await run();
    } finally {
      leave();
    }
  };
}
