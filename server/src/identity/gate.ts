/**
 * Lets a few through at once and a few more wait, of one place no more than its share; whoever comes then is
 * sent away. Rules: AUTH-8.
 */

/** `place`: where somebody comes from. Null for whoever is sent away. */
export type Gate = <T>(place: string, run: () => Promise<T>) => Promise<T | null>;

export type GateSize = {
  readonly atOnce: number;
  readonly waiting: number;
  /** Of those who wait, from one place. */
  readonly share: number;
};

export function gate({ atOnce, waiting, share }: GateSize): Gate {
  let running = 0;
  const line: { readonly place: string; readonly go: () => void }[] = [];
  const isFull = (place: string): boolean =>
    line.length >= waiting || line.filter((one) => one.place === place).length >= share;
  const enter = (place: string): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((go) => line.push({ place, go }));
  };
  /** The place goes to the next in line, or is free. */
  const leave = (): void => {
    const next = line.shift();
    if (next) next.go();
    else running -= 1;
  };
  return async (place, run) => {
    if (running >= atOnce && isFull(place)) return null;
    await enter(place);
    try {
      return await run();
    } finally {
      leave();
    }
  };
}
