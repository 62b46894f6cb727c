/**
 * Seeded chance without a stream: each draw is named, so the same customer has the same luck under
 * every calling policy (common random numbers), whatever happens in between.
 */

const scramble = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

const hashOf = (text: string, salt: number): number => {
  let hash = salt >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return scramble(hash);
};

/** A number in (0, 1), fixed by seed, purpose and key. */
export const unitDraw = (seed: number, purpose: string, key: string): number =>
  (hashOf(`${seed}|${purpose}|${key}`, 0x811c9dc5) + 0.5) / 2 ** 32;

/** One of the values, each equally likely; undefined only of none. */
export const pickDraw = <T>(values: readonly T[], unit: number): T | undefined =>
  values[Math.min(values.length - 1, Math.floor(unit * values.length))];
