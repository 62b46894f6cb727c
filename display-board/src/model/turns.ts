/** What takes turns on the board follows the server's clock, so that all boards turn together. Pure. */
import type { Instant } from '@tingxu/contract/ids';

/** Long enough to be read twice. Units: ms. Source: ACC-09. */
export const TURN_MS = 8_000;

/** Which language has its turn among so many, from 0: the whole board speaks it. */
export const turnOf = (now: Instant, parts: number): number =>
  parts <= 1 ? 0 : Math.floor(now / TURN_MS) % parts;

/** Which page of so many, from 0: each stays until every language of the board has had its turn. */
export const pageOf = (now: Instant, pages: number, languages: number): number =>
  pages <= 1 ? 0 : Math.floor(now / (TURN_MS * languages)) % pages;
