/**
 * Whether the board loads itself anew for a newer build: only when nothing was called for a while, and
 * once for each build, so that an old copy handed out on the way never makes it load for ever. Pure.
 * Source: RT-12.
 */
import type { Instant } from '@tingxu/contract/ids';
import type { CallRow } from '@tingxu/contract/views';

/** The script that a page starts with is named by its content. */
const ENTRY = /<script[^>]+type="module"[^>]+src="([^"]+)"/;

export const buildOf = (html: string): string | null => ENTRY.exec(html)?.[1] ?? null;

/** Nobody is being called, and nobody was for so long: whoever looks up misses nothing. */
export const isQuiet = (calls: readonly CallRow[], now: Instant, quietMs: number): boolean =>
  calls.every(({ state, calledAt }) => state !== 'calling' && now - calledAt >= quietMs);

export type Builds = {
  readonly running: string | null;
  readonly offered: string | null;
  /** The one that was loaded last for being newer. */
  readonly tried: string | null;
};

export const isNewer = ({ running, offered, tried }: Builds): boolean =>
  running !== null && offered !== null && offered !== running && offered !== tried;
