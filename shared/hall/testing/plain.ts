/** Plain data, for good: what may be in a state or an event, and a lock against changing it afterwards. */

const impure = (what: string): never => {
  throw new Error(`PURE: ${what} in a state or an event`);
};

/** `-0`, `NaN` and infinity do not survive JSON, and unsafe integers are not exact. */
const isPlainNumber = (value: number): boolean =>
  Number.isSafeInteger(value) && !Object.is(value, -0);

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};

/**
 * Checks that a value is plain data (text, safe integers, booleans, null, arrays, objects) and freezes
 * it all through, so that a later change throws. `seen` holds what is locked already.
 */
export const lock = <T>(value: T, seen: WeakSet<object>): T => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return isPlainNumber(value) ? value : impure(String(value));
  if (typeof value !== 'object' || !isPlainObject(value)) return impure(`a ${typeof value}`);
  if (seen.has(value)) return value;
  seen.add(value);
  for (const row of Object.values(value)) lock(row, seen);
  return Object.freeze(value);
};
