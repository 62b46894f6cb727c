/**
 * Lets a few through at once and a few more wait. Whoever has a name here goes before those who come from
 * anywhere, and finds room that those never take; of these one address has no more than its share. Whoever comes
 * then is sent away. Rules: AUTH-8.
 */

/** Where somebody comes from. */
export type Place = {
  readonly name: string;
  /** A paired device, somebody who is signed in, a browser where the same person has signed in before. */
  readonly known: boolean;
};

/** Null for whoever is sent away. */
export type Gate = <T>(place: Place, run: () => Promise<T>) => Promise<T | null>;

export type GateSize = {
  readonly atOnce: number;
  readonly waiting: number;
  /** Of those who wait, from anywhere, all together. */
  readonly unknown: number;
  /** Of those who wait, from one place. */
  readonly share: number;
};

type Waiting = { readonly place: Place; readonly go: () => void };

export function gate({ atOnce, waiting, unknown, share }: GateSize): Gate {
  let running = 0;
  const line: Waiting[] = [];
  const count = (is: (place: Place) => boolean): number =>
    line.filter(({ place }) => is(place)).length;
  const isFull = ({ name, known }: Place): boolean =>
    line.length >= waiting ||
    count((other) => other.name === name) >= share ||
    (!known && count((other) => !other.known) >= unknown);
  const enter = (place: Place): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((go) => line.push({ place, go }));
  };
  const takeNext = (): Waiting | undefined => {
    const first = line.findIndex(({ place }) => place.known);
    return line.splice(Math.max(0, first), 1)[0];
  };
  /** The place goes to the next in line, or is free. */
  const leave = (): void => {
    const next = takeNext();
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
