/** Plain data, for good: what may be in a state or an event, and a lock that tells when it is changed. */

const changing = (): never => {
  throw new Error('PURE: a state or an event was changed after it was made');
};

const lockMap = (map: ReadonlyMap<unknown, unknown>): void => {
  for (const name of ['set', 'delete', 'clear']) {
    Object.defineProperty(map, name, { value: changing, enumerable: false });
  }
};

/** `-0`, `NaN` and infinity do not survive JSON, and unsafe integers are not exact. */
const plainNumber = (value: number): boolean =>
  Number.isSafeInteger(value) && !Object.is(value, -0);

const impure = (what: string): never => {
  throw new Error(`PURE: ${what} in a state or an event`);
};

const lockObject = (value: object, seen: WeakSet<object>): void => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Map.prototype) {
    const map = value as ReadonlyMap<unknown, unknown>;
    lockMap(map);
    for (const [key, row] of map) {
      if (typeof key !== 'string') impure('a key that is no text');
      lock(row, seen);
    }
    return;
  }
  const plain = Array.isArray(value) || prototype === Object.prototype || prototype === null;
  if (!plain) impure(`a ${String(prototype)}`);
  for (const row of Object.values(value)) lock(row, seen);
};

/**
 * Checks that a value is plain data (text, safe integers, booleans, null, arrays, objects, maps by
 * text) and locks it; a later change of it throws. `seen` holds what is locked already.
 */
export const lock = <T>(value: T, seen: WeakSet<object>): T => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return plainNumber(value) ? value : impure(String(value));
  if (typeof value !== 'object') return impure(typeof value);
  if (seen.has(value)) return value;
  seen.add(value);
  lockObject(value, seen);
  return Object.freeze(value);
};
