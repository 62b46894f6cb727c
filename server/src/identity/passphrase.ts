/**
 * Passphrases as argon2id: 46 MiB, one pass, one lane; one or two at once and a short line behind them, so that
 * a whole shift signs in without holding anybody's call. Rules: AUTH-8. Source: SEC-02; OWASP's
 * password storage sheet.
 */
import { availableParallelism } from 'node:os';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { gate, type Place } from './gate.ts';

/** Units: KiB. */
const MEMORY = 46 * 1024;
const COST = { algorithm: 2 satisfies Algorithm, memoryCost: MEMORY, timeCost: 1, parallelism: 1 };

/** `place`: from where it is asked, so that one place does not fill the line. */
export type Passphrases = {
  /** Null where too many wait. */
  readonly hashOf: (passphrase: string, place: Place) => Promise<string | null>;
  /**
   * Whether they go together; null where too many wait. Without a hash, since nobody has that number,
   * one is compared that nothing goes with: the answer takes as long.
   */
  readonly matches: (
    hashed: string | null,
    passphrase: string,
    place: Place,
  ) => Promise<boolean | null>;
};

/** In the place of a hash, where an account has none: no passphrase goes with it. Rules: AUTH-21. */
export const NO_PASSPHRASE = 'none';

/** One processor is for those who work already. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** A shift of a large branch. */
const WAITING = 60;
/** From no place that is known, all together. */
const UNKNOWN = 40;
/** Of one place: a branch behind one address may sign in at once, and leaves room for others. */
const SHARE = 30;

export function openPassphrases(): Passphrases {
  const through = gate({ atOnce: AT_ONCE, waiting: WAITING, unknown: UNKNOWN, share: SHARE });
  /** Made once, of something that nobody can type. */
  let nobody: Promise<string> | undefined;
  return {
    hashOf: (passphrase, place) => through(place, () => hash(normal(passphrase), COST)),
    matches: (hashed, passphrase, place) =>
      through(place, async () => {
        nobody ??= hash(crypto.randomUUID(), COST);
        const known = hashed?.startsWith('$argon2id$') ? hashed : null;
        const same = await verify(known ?? (await nobody), normal(passphrase));
        return same && known !== null;
      }),
  };
}

/** The same signs, however a keyboard puts them together. */
const normal = (passphrase: string): string => passphrase.normalize('NFC');
