/**
 * How many passphrases are compared for one address from where nobody is known: a shift at once, then one in two
 * seconds, so that made-up numbers do not fill the line before those who work there. What was right is given back.
 * Rules: AUTH-8. Source: SEC-02.
 */
import type { Instant } from '@tingxu/contract/ids';

const BURST = 30;
/** Units: ms. */
const EACH_MS = 2_000;
/** Addresses remembered at once; the one that has tried longest ago is forgotten first. */
const ADDRESSES = 5_000;

type Tries = { readonly left: number; readonly at: Instant };

export type TriesByAddress = {
  /** False where none is left. */
  readonly take: (address: string, now: Instant) => boolean;
  readonly giveBack: (address: string) => void;
};

export function openTriesByAddress(): TriesByAddress {
  const known = new Map<string, Tries>();
  return {
    take(address, now) {
      const before = known.get(address) ?? { left: BURST, at: now };
      const left = Math.min(BURST, before.left + Math.max(0, now - before.at) / EACH_MS);
      known.delete(address);
      known.set(address, { left: left < 1 ? left : left - 1, at: now });
      const [oldest] = known.keys();
      if (known.size > ADDRESSES && oldest !== undefined) known.delete(oldest);
      return left >= 1;
    },
    giveBack(address) {
      const before = known.get(address);
      if (before) known.set(address, { ...before, left: Math.min(BURST, before.left + 1) });
    },
  };
}
